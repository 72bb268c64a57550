package org.ricvae.paper.digits;

/**
 * KL divergence from N(0, 1) of a distribution on the line, given by draws: Σ p log(p / π) over
 * bins of width 0.1 from −4 to 4 and the two tails, in nats. Bins lose what happens within them,
 * and draws of N(0, 1) itself do not quite give 0: see {@link #floor}.
 */
final class NormalDivergence {
  private static final int BINS = 80;
  private static final double LIMIT = 4;
  private static final double WIDTH = 2 * LIMIT / BINS;
  private static final double[] MASSES = masses();

  private NormalDivergence() {}

  static double of(float[] draws) {
    long[] counts = new long[BINS + 2];
    for (float z : draws) {
      double bin = Math.floor((z + LIMIT) / WIDTH);
      counts[1 + (int) Math.max(-1, Math.min(BINS, bin))]++;
    }
    double divergence = 0;
    for (int b = 0; b < counts.length; b++) {
      if (counts[b] > 0) {
        double p = (double) counts[b] / draws.length;
        divergence += p * Math.log(p / MASSES[b]);
      }
    }
    return divergence;
  }

  /** What n draws of N(0, 1) itself give, about. */
  static double floor(int n) {
    return (BINS + 1) / (2.0 * n);
  }

  /** Of N(0, 1) in each bin, by Simpson's rule; the tails share the rest. */
  private static double[] masses() {
    double[] masses = new double[BINS + 2];
    double rest = 1;
    for (int b = 1; b <= BINS; b++) {
      double low = -LIMIT + (b - 1) * WIDTH;
      double sum = density(low) + 4 * density(low + WIDTH / 2) + density(low + WIDTH);
      masses[b] = sum * WIDTH / 6;
      rest -= masses[b];
    }
    masses[0] = rest / 2;
    masses[BINS + 1] = rest / 2;
    return masses;
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }
}
