package org.ricvae.model;

import java.util.ArrayList;
import java.util.List;
import org.ricvae.f64.kernel.Kernels;
import org.ricvae.f64.kernel.Noise;
import org.ricvae.f64.kernel.PlainKernels;
import org.ricvae.f64.model.ConditionedVariance;
import org.ricvae.f64.model.FixedVariance;
import org.ricvae.f64.model.LearnedVariance;
import org.ricvae.f64.model.MixedLikelihood;
import org.ricvae.f64.model.RecurrentVae;
import org.ricvae.f64.nn.Dense;

/**
 * The objective of eq. 15 for one sample, written once more as plain loops in double precision
 * straight from the paper: the oracle of the engine's losses and, by central differences, of its
 * gradients.
 */
final class ReferenceVae {
  private final RecurrentVae vae;
  private final double epsilon;
  private final long seed;
  private final int epoch;

  ReferenceVae(RecurrentVae vae, double epsilon, long seed, int epoch) {
    this.vae = vae;
    this.epsilon = epsilon;
    this.seed = seed;
    this.epoch = epoch;
  }

  /**
   * A sample.
   *
   * @param x its values
   * @param known which of them are not missing
   * @param seen which cells the encoder sees in the first pass; none, unless it is a table's row
   * @param number what keys its noise
   */
  record Row(double[] x, boolean[] known, boolean[] seen, int number) {}

  /** The inputs of all passes, x_1 .. x_N. */
  List<double[]> inputs(double[] w, Row row) {
    List<double[]> inputs = new ArrayList<>();
    loss(w, row, null, inputs);
    return inputs;
  }

  /**
   * Σ over the passes of KL + D.
   *
   * @param frozen inputs of a run before, or null. What no gradient flows through is taken from
   *     them: drawn categories, and all of a recycled sample if the gradient stops at it
   * @param used receives the input of each pass; may be null
   */
  double loss(double[] w, Row row, List<double[]> frozen, List<double[]> used) {
    double total = 0;
    double[] x = row.x;
    for (int pass = 0; pass < vae.objective().passes(); pass++) {
      x = frozen == null ? x : frozen(x, frozen.get(pass));
      if (used != null) {
        used.add(x);
      }
      boolean[] mask = pass == 0 ? row.known : null;
      double[] h = encoderInput(x, pass == 0 ? row.seen : null);
      for (Dense layer : vae.encoder().layers()) {
        h = dense(layer, w, h);
      }
      int kappa = vae.architecture().latent();
      double[] z = new double[kappa];
      double[] latentNoise = noise(pass, Noise.Purpose.LATENT, row.number, kappa);
      for (int i = 0; i < kappa; i++) {
        if (vae.objective().likelihood().variational()) {
          double variance = Math.exp(h[kappa + i]);
          z[i] = h[i] + Math.sqrt(variance) * latentNoise[i];
          total += variance - Math.log(variance) + h[i] * h[i];
        } else {
          z[i] = h[i];
        }
      }
      double[] last = z;
      for (Dense layer : vae.decoder().layers()) {
        last = z;
        z = dense(layer, w, last);
      }
      double[] logV =
          vae.varianceHead().isPresent() ? dense(vae.varianceHead().get(), w, last) : null;
      double[] n = noise(pass, Noise.Purpose.RECYCLE, row.number, x.length);
      double[] next = new double[x.length];
      total += numeric(x, mask, z, logV, n, next);
      if (vae.objective().likelihood() instanceof MixedLikelihood mixed) {
        total += categorical(mixed, x, mask, z, n, next);
      }
      x = next;
    }
    return total;
  }

  private double[] frozen(double[] x, double[] before) {
    double[] result = before.clone();
    if (vae.objective().gradientThroughSample()) {
      System.arraycopy(x, 0, result, 0, numericValues());
    }
    return result;
  }

  private int numericValues() {
    return vae.objective().likelihood() instanceof MixedLikelihood mixed
        ? mixed.cells().numeric()
        : vae.architecture().size();
  }

  /** Normalised values; of a table's row those that are seen, and 1 for each cell that is. */
  private double[] encoderInput(double[] x, boolean[] seen) {
    int cells = vae.objective().likelihood().indicators();
    double[] h = new double[x.length + cells];
    for (int j = 0; j < x.length; j++) {
      h[j] = (x[j] - vae.normalization().center()[j]) * vae.normalization().gain();
    }
    if (vae.objective().likelihood() instanceof MixedLikelihood mixed) {
      int j = 0;
      for (int c = 0; c < cells; c++) {
        h[x.length + c] = seen == null || seen[c] ? 1 : 0;
        for (int width = width(mixed, c); width > 0; width--) {
          h[j++] *= h[x.length + c];
        }
      }
    }
    return h;
  }

  /** Values of a cell. */
  private static int width(MixedLikelihood mixed, int cell) {
    int numeric = mixed.cells().numeric();
    return cell < numeric ? 1 : mixed.cells().categories().get(cell - numeric);
  }

  /** D of the numeric values; draws the next ones. */
  private double numeric(
      double[] x, boolean[] mask, double[] mean, double[] logV, double[] n, double[] next) {
    double total = 0;
    for (int j = 0; j < numericValues(); j++) {
      boolean isKnown = mask == null || mask[j];
      double r = isKnown ? x[j] - mean[j] : 0;
      double deviation = 0;
      double d;
      if (vae.objective().likelihood() instanceof ConditionedVariance
          || vae.objective().likelihood() instanceof MixedLikelihood) {
        d = Math.log(r * r + epsilon);
        deviation = Math.abs(r);
      } else if (vae.objective().likelihood() instanceof LearnedVariance) {
        d = r * r / Math.exp(logV[j]) + logV[j];
        deviation = Math.exp(logV[j] / 2);
      } else if (vae.objective().likelihood() instanceof FixedVariance f) {
        d = r * r / (f.deviation() * f.deviation());
        deviation = f.deviation();
      } else {
        d = r * r;
      }
      total += isKnown ? d : 0;
      next[j] = mean[j] + deviation * n[j];
    }
    return total;
  }

  /** D of the categories; draws the next ones by inverting the distribution of each. */
  private static double categorical(
      MixedLikelihood mixed,
      double[] x,
      boolean[] mask,
      double[] logits,
      double[] n,
      double[] next) {
    double total = 0;
    int first = mixed.cells().numeric();
    for (int count : mixed.cells().categories()) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += Math.exp(logits[first + i]);
      }
      double below = 0;
      double u = normalCdf(n[first]);
      for (int i = 0; i < count; i++) {
        double p = Math.exp(logits[first + i]) / sum;
        if (x[first + i] == 1 && (mask == null || mask[first])) {
          total -= 2 * Math.log((1 - mixed.wrong()) * p + mixed.wrong() / count);
        }
        next[first + i] = u > below && u <= below + p ? 1 : 0;
        below += p;
      }
      first += count;
    }
    return total;
  }

  /** Φ(x) by its series: Marsaglia, "Evaluating the Normal Distribution" (2004). */
  static double normalCdf(double x) {
    double term = x;
    double sum = 0;
    for (int k = 3; sum + term != sum; k += 2) {
      sum += term;
      term *= x * x / k;
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  private double[] dense(Dense layer, double[] w, double[] x) {
    double[] y = new double[layer.out()];
    for (int o = 0; o < layer.out(); o++) {
      double sum = w[layer.index(-1, o)];
      for (int i = 0; i < layer.in(); i++) {
        sum += w[layer.index(i, o)] * x[i];
      }
      y[o] =
          switch (layer.activation()) {
            case LINEAR -> sum;
            case RELU -> Math.max(0, sum);
            case TANH -> Math.tanh(sum);
            case SIGMOID -> 1 / (1 + Math.exp(-sum));
          };
    }
    return y;
  }

  private double[] noise(int pass, Noise.Purpose purpose, int sample, int elements) {
    int[] key = new int[4];
    Noise.key(seed, epoch, pass, purpose, key);
    int[] samples = new int[Kernels.BLOCK];
    samples[0] = sample;
    double[] lanes = new double[Kernels.padded(elements) * Kernels.BLOCK];
    new PlainKernels().normal(key, samples, 0, elements, lanes, 0);
    double[] noise = new double[elements];
    for (int i = 0; i < elements; i++) {
      noise[i] = lanes[i * Kernels.BLOCK];
    }
    return noise;
  }
}
