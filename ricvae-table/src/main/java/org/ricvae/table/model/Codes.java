package org.ricvae.table.model;

import java.util.SplittableRandom;
import org.ricvae.kernel.Kernels;
import org.ricvae.model.Cells;
import org.ricvae.model.Forward;
import org.ricvae.model.MixedLikelihood;
import org.ricvae.table.schema.EncodedRows;
import org.ricvae.use.TrainedModel;

/** From rows to codes and back, any number of rows at a time. One thread's own. */
final class Codes {
  /** Blocks of 32 rows at once. */
  private static final int BLOCKS = 4;

  private final TrainedModel model;
  private final Forward forward;
  private final Cells cells;
  private final int size;
  private final int kappa;

  Codes(TrainedModel model, Kernels kernels) {
    this.model = model;
    forward = new Forward(model.vae(), kernels, BLOCKS);
    cells = ((MixedLikelihood) model.vae().objective().likelihood()).cells();
    size = cells.size();
    kappa = model.vae().architecture().latent();
  }

  /**
   * The posteriors of n rows.
   *
   * @param values {@code [n × cells]}
   * @param seen {@code [n × cells]}: which the encoder sees
   * @param mean receives {@code [n × latent]}
   * @param deviation receives {@code [n × latent]}
   */
  void encode(float[] values, boolean[] seen, int n, float[] mean, float[] deviation) {
    int count = cells.count();
    int[] firsts = cells.firsts();
    float[] shown = new float[count];
    for (int from = 0; from < n; from += forward.capacity()) {
      int k = Math.min(forward.capacity(), n - from);
      float[] x = new float[k * size];
      boolean[] part = new boolean[k * count];
      System.arraycopy(seen, from * count, part, 0, part.length);
      for (int i = 0; i < k; i++) {
        for (int c = 0; c < count; c++) {
          shown[c] = part[i * count + c] ? values[(from + i) * count + c] : 0;
        }
        EncodedRows.spread(firsts, shown, 0, x, i * size);
      }
      forward.encode(model.weights(), x, part, k);
      float[] of = new float[k * kappa];
      forward.means(of, k);
      System.arraycopy(of, 0, mean, from * kappa, of.length);
      forward.logVariances(of, k);
      for (int i = 0; i < of.length; i++) {
        deviation[from * kappa + i] = (float) Math.exp(of[i] / 2);
      }
    }
  }

  /** Means and logits of n codes, {@code [n × size]}. */
  float[] decode(float[] z, int n) {
    float[] decoded = new float[n * size];
    for (int from = 0; from < n; from += forward.capacity()) {
      int k = Math.min(forward.capacity(), n - from);
      float[] part = new float[k * kappa];
      System.arraycopy(z, from * kappa, part, 0, part.length);
      float[] mean = new float[k * size];
      forward.decode(model.weights(), part, k, mean);
      System.arraycopy(mean, 0, decoded, from * size, mean.length);
    }
    return decoded;
  }

  /** Probabilities of so many logits, divided by a temperature. */
  static void softmax(float[] logits, int first, int length, double temperature, double[] p) {
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < length; k++) {
      most = Math.max(most, logits[first + k]);
    }
    double sum = 0;
    for (int k = 0; k < length; k++) {
      p[k] = Math.exp((logits[first + k] - most) / temperature);
      sum += p[k];
    }
    for (int k = 0; k < length; k++) {
      p[k] /= sum;
    }
  }

  /** A draw from N(0, 1), by Box and Muller, so that it is the same on every JVM. */
  static double normal(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
