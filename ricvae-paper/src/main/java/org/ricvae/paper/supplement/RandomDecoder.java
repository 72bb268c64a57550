package org.ricvae.paper.supplement;

import java.util.SplittableRandom;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;

/**
 * Data whose structure is known: L is what a random decoder makes of z ~ N(0, I), and gross errors
 * replace some of its entries.
 *
 * @param latent κ*, the true number of latent dimensions
 * @param hidden width of the ReLU layer between; 0: none, so that the decoder is linear and L of
 *     rank κ*
 * @param size d, values a sample
 * @param seed of weights, samples and errors
 */
record RandomDecoder(int latent, int hidden, int size, long seed) {
  /** Gross errors are uniform within ± this many standard deviations of L's entries. */
  static final double RANGE = 3;

  /**
   * A clean matrix and what became of it.
   *
   * @param clean L: {@code [n × size]}, of mean square 1
   * @param dirty the same with gross errors
   * @param hits entries replaced
   */
  record Data(float[] clean, float[] dirty, long hits, SampleShape shape) {
    Samples samples() {
      return Samples.of(shape, dirty);
    }

    /** ‖L − L̂‖²_F / ‖L‖²_F. */
    double error(float[] recovered) {
      double squares = 0;
      double all = 0;
      for (int i = 0; i < clean.length; i++) {
        double difference = (double) clean[i] - recovered[i];
        squares += difference * difference;
        all += (double) clean[i] * clean[i];
      }
      return squares / all;
    }
  }

  /**
   * Draws samples: the same clean ones, whatever the share of errors, and the more errors the
   * larger it is.
   *
   * @param share probability of each entry to be replaced
   */
  Data draw(int n, double share) {
    SplittableRandom weights = new SplittableRandom(seed);
    SplittableRandom latents = weights.split();
    SplittableRandom errors = weights.split();
    double[] first = hidden == 0 ? null : matrix(weights, hidden, latent);
    int inner = hidden == 0 ? latent : hidden;
    double[] last = matrix(weights, size, inner);
    float[] clean = new float[n * size];
    double[] z = new double[latent];
    double squares = 0;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < latent; k++) {
        z[k] = latents.nextGaussian();
      }
      double[] h = hidden == 0 ? z : rectified(times(first, z, hidden));
      double[] x = times(last, h, size);
      for (int j = 0; j < size; j++) {
        clean[i * size + j] = (float) x[j];
        squares += x[j] * x[j];
      }
    }
    double scale = 1 / Math.sqrt(squares / clean.length);
    float[] dirty = new float[clean.length];
    long hits = 0;
    for (int i = 0; i < clean.length; i++) {
      clean[i] = (float) (clean[i] * scale);
      boolean hit = errors.nextDouble() < share;
      float error = (float) errors.nextDouble(-RANGE, RANGE);
      dirty[i] = hit ? error : clean[i];
      hits += hit ? 1 : 0;
    }
    return new Data(clean, dirty, hits, SampleShape.vector(size));
  }

  private static double[] matrix(SplittableRandom random, int rows, int columns) {
    double[] values = new double[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian() / Math.sqrt(columns);
    }
    return values;
  }

  private static double[] times(double[] matrix, double[] x, int rows) {
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] += matrix[i * x.length + j] * x[j];
      }
    }
    return y;
  }

  private static double[] rectified(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(0, x[i]);
    }
    return x;
  }
}
