package org.ricvae.model;

import java.util.ArrayList;
import java.util.List;
import org.ricvae.f64.kernel.Kernels;
import org.ricvae.f64.kernel.Noise;
import org.ricvae.f64.kernel.PlainKernels;
import org.ricvae.f64.model.ConditionedVariance;
import org.ricvae.f64.model.FixedVariance;
import org.ricvae.f64.model.LearnedVariance;
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

  /** The inputs of all passes, x_1 .. x_N. */
  List<double[]> inputs(double[] w, double[] x, boolean[] known, int sample) {
    List<double[]> inputs = new ArrayList<>();
    loss(w, x, known, sample, null, inputs);
    return inputs;
  }

  /**
   * Σ over the passes of KL + D.
   *
   * @param frozen inputs to use instead of the recycled ones, or null: with them a gradient stops
   *     at the recycled sample
   * @param used receives the input of each pass; may be null
   */
  double loss(
      double[] w,
      double[] x1,
      boolean[] known,
      int sample,
      List<double[]> frozen,
      List<double[]> used) {
    double total = 0;
    double[] x = x1;
    for (int pass = 0; pass < vae.objective().passes(); pass++) {
      x = frozen == null ? x : frozen.get(pass);
      if (used != null) {
        used.add(x);
      }
      boolean[] mask = pass == 0 ? known : null;
      double[] h = new double[x.length];
      for (int j = 0; j < x.length; j++) {
        h[j] = (x[j] - vae.normalization().center()[j]) * vae.normalization().gain();
      }
      for (Dense layer : vae.encoder().layers()) {
        h = dense(layer, w, h);
      }
      int kappa = vae.architecture().latent();
      double[] z = new double[kappa];
      double[] latentNoise = noise(pass, Noise.Purpose.LATENT, sample, kappa);
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
      double[] mean = z;
      double[] logV =
          vae.varianceHead().isPresent() ? dense(vae.varianceHead().get(), w, last) : null;
      double[] n = noise(pass, Noise.Purpose.RECYCLE, sample, x.length);
      double[] next = new double[x.length];
      for (int j = 0; j < x.length; j++) {
        boolean isKnown = mask == null || mask[j];
        double r = isKnown ? x[j] - mean[j] : 0;
        double deviation = 0;
        double d;
        if (vae.objective().likelihood() instanceof ConditionedVariance) {
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
      x = next;
    }
    return total;
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
