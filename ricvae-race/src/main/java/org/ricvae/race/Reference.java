package org.ricvae.race;

import java.util.ArrayList;
import java.util.List;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Noise;
import org.ricvae.kernel.PlainKernels;
import org.ricvae.kernel.Slab;
import org.ricvae.model.Recurrence;
import org.ricvae.model.RecurrentVae;
import org.ricvae.model.Scratch;
import org.ricvae.model.Workspace;
import org.ricvae.nn.Adam;
import org.ricvae.nn.Dense;

/** Our own loss and gradients, batch after batch, which a contestant must meet. */
final class Reference {
  /** How far a loss may be off, relatively: the engines sum in other orders. */
  static final double LOSS_TOLERANCE = 1e-4;

  /** How far a gradient may be off, as a share of its length. */
  static final double GRADIENT_TOLERANCE = 2e-3;

  /**
   * The same after an update: TensorFlow and DJL add Adam's ε before the moments' bias is corrected
   * (the ε̂ of Kingma and Ba's section 2), which changes the first steps of the weights that have
   * the smallest gradients.
   */
  static final double UPDATED_TOLERANCE = 2e-2;

  private static final long SEED = 11;
  private static final int FIRST_EPOCH = 1;

  /** Between the rows of two batches. */
  private static final int SHIFT = 1001;

  /**
   * What is asked of a contestant.
   *
   * @param rows numbers of the samples
   * @param latent noise for z, {@code [rows × latent]} a pass
   * @param recycle noise for the next pass's input, {@code [rows × size]} a pass but the last
   */
  record Batch(int[] rows, List<float[]> latent, List<float[]> recycle) {}

  private final Problem problem;
  private final Cell cell;
  private final RecurrentVae vae;
  private final Kernels kernels;
  private final float[] w;
  private final Adam adam;
  private final int[] rows;
  private int step;

  Reference(Problem problem, Cell cell) {
    this(problem, cell, new PlainKernels());
  }

  Reference(Problem problem, Cell cell, Kernels kernels) {
    this.kernels = kernels;
    this.problem = problem;
    this.cell = cell;
    vae = OurStep.vae(cell);
    w = OurStep.weights(vae, problem.parameters());
    adam = new Adam(w, 0);
    rows = new int[cell.batch()];
    choose();
  }

  private void choose() {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (7 * i + SHIFT * step) % Problem.SAMPLES;
    }
  }

  /** Goes on to another batch, with other noise. */
  void next() {
    step++;
    choose();
  }

  /** The batch at hand. */
  Batch batch() {
    List<float[]> latent = new ArrayList<>();
    List<float[]> recycle = new ArrayList<>();
    for (int pass = 0; pass < cell.passes(); pass++) {
      latent.add(noise(pass, Noise.Purpose.LATENT, cell.net().latent()));
      if (pass + 1 < cell.passes()) {
        recycle.add(noise(pass, Noise.Purpose.RECYCLE, cell.net().size()));
      }
    }
    return new Batch(rows.clone(), latent, recycle);
  }

  private float[] noise(int pass, Noise.Purpose purpose, int elements) {
    int[] key = new int[4];
    Noise.key(SEED, FIRST_EPOCH + step, pass, purpose, key);
    int[] lanes = new int[Kernels.BLOCK];
    float[] block = new float[(Kernels.padded(elements) + Kernels.TILE) * Kernels.BLOCK];
    float[] noise = new float[rows.length * elements];
    for (int from = 0; from < rows.length; from += Kernels.BLOCK) {
      int n = Math.min(Kernels.BLOCK, rows.length - from);
      System.arraycopy(rows, from, lanes, 0, n);
      kernels.normal(key, lanes, 0, elements, block, 0);
      for (int l = 0; l < n; l++) {
        for (int e = 0; e < elements; e++) {
          noise[(from + l) * elements + e] = block[e * Kernels.BLOCK + l];
        }
      }
    }
    return noise;
  }

  /** Our loss and gradients; then Adam updates the parameters with them. */
  Contestant.Answer step() {
    Workspace ws = new Workspace(vae, rows.length);
    ws.settings().set(cell.passes(), Problem.EPSILON, 1, SEED, FIRST_EPOCH + step, true);
    ws.begin(rows.length, false);
    float[] data = problem.floats();
    int size = cell.net().size();
    for (int i = 0; i < rows.length; i++) {
      ws.samples()[i] = rows[i];
      int at = ws.inputOffset(i / Kernels.BLOCK) + i % Kernels.BLOCK;
      for (int j = 0; j < size; j++) {
        ws.input()[at + j * Kernels.BLOCK] = data[rows[i] * size + j];
      }
    }
    new Recurrence(vae, kernels)
        .run(w, ws, new Scratch(vae, ws.blocks(), new Slab()), 0, ws.blocks());
    double loss = 0;
    for (int pass = 0; pass < cell.passes(); pass++) {
      loss += ws.loss(pass) + ws.kl(pass);
    }
    List<float[]> gradients = new ArrayList<>();
    adam.next(Problem.LEARNING_RATE, 1.0 / rows.length);
    for (Workspace.Trace trace : ws.traces()) {
      add(gradients, trace, ws.chunks());
    }
    return new Contestant.Answer(loss / rows.length, gradients);
  }

  private void add(List<float[]> gradients, Workspace.Trace trace, int chunks) {
    Dense layer = trace.layer();
    float[] g = new float[layer.offset() + layer.size()];
    layer.weightGradient(kernels, trace.input(), trace.deltas(), chunks, g);
    adam.update(kernels, layer, g);
    float[] weights = new float[layer.in() * layer.out()];
    float[] biases = new float[layer.out()];
    for (int o = 0; o < layer.out(); o++) {
      biases[o] = g[layer.index(-1, o)] / rows.length;
      for (int i = 0; i < layer.in(); i++) {
        weights[i * layer.out() + o] = g[layer.index(i, o)] / rows.length;
      }
    }
    gradients.add(weights);
    gradients.add(biases);
  }

  /**
   * What is wrong with a contestant's answer, or null.
   *
   * @param tolerance how far a gradient may be off, as a share of its length
   */
  static String compare(Contestant.Answer ours, Contestant.Answer theirs, double tolerance) {
    double off = Math.abs(theirs.loss() - ours.loss()) / Math.abs(ours.loss());
    if (!(off <= LOSS_TOLERANCE)) {
      return "the loss is %s, ours is %s".formatted(theirs.loss(), ours.loss());
    }
    for (int i = 0; i < ours.values().size(); i++) {
      double share = distance(ours.values().get(i), theirs.values().get(i));
      if (!(share <= tolerance)) {
        return "gradient %d of %d is off by %.2g of its length"
            .formatted(i + 1, ours.values().size(), share);
      }
    }
    return null;
  }

  private static double distance(float[] a, float[] b) {
    if (a.length != b.length) {
      return Double.NaN;
    }
    double square = 0;
    double difference = 0;
    for (int i = 0; i < a.length; i++) {
      square += (double) a[i] * a[i];
      difference += Math.pow(a[i] - b[i], 2);
    }
    return Math.sqrt(difference / square);
  }
}
