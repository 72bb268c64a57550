package org.ricvae.paper.digits;

import java.util.Arrays;
import org.ricvae.kernel.Kernels;

/**
 * How well generated points cover the manifold of real ones, each manifold taken as the union of
 * the balls that reach from a point to its k-th nearest neighbour in the same set.
 *
 * @param precision share of the generated points that lie on the real manifold (Kynkäänniemi et
 *     al., <i>Improved Precision and Recall Metric for Assessing Generative Models</i>, 2019)
 * @param recall share of the real points that lie on the generated manifold (the same)
 * @param density mean number of real balls around a generated point, over k; may exceed 1 (Naeem et
 *     al., <i>Reliable Fidelity and Diversity Metrics for Generative Models</i>, 2020)
 * @param coverage share of the real points in whose ball lies a generated one (the same)
 */
record Manifold(double precision, double recall, double density, double coverage) {
  /** k of precision and recall, as their authors have it. */
  static final int PRECISION_K = 3;

  /** k of density and coverage, as their authors have it. */
  static final int DENSITY_K = 5;

  /** Compares two sets of more than {@value #DENSITY_K} points. */
  static Manifold of(Kernels kernels, Points real, Points generated) {
    double[] among = Neighbours.squaredAmong(kernels, real, DENSITY_K, share -> {});
    double[] tight = column(among, DENSITY_K, PRECISION_K);
    double[] wide = column(among, DENSITY_K, DENSITY_K);
    double[] made = Neighbours.squaredAmong(kernels, generated, PRECISION_K, share -> {});
    double[] nearest = Neighbours.squared(kernels, generated, real, 1, share -> {});
    int covered = 0;
    for (int i = 0; i < nearest.length; i++) {
      covered += nearest[i] <= wide[i] ? 1 : 0;
    }
    int[] around = new Balls(kernels, real, wide).containing(generated);
    return new Manifold(
        share(new Balls(kernels, real, tight).containing(generated)),
        share(
            new Balls(kernels, generated, column(made, PRECISION_K, PRECISION_K)).containing(real)),
        Arrays.stream(around).average().orElseThrow() / DENSITY_K,
        (double) covered / nearest.length);
  }

  /** Harmonic mean of precision and recall; 0 where both are. */
  double f() {
    double sum = precision + recall;
    return sum == 0 ? 0 : 2 * precision * recall / sum;
  }

  /** The k-th of every n. */
  private static double[] column(double[] squared, int n, int k) {
    double[] column = new double[squared.length / n];
    for (int i = 0; i < column.length; i++) {
      column[i] = squared[i * n + k - 1];
    }
    return column;
  }

  private static double share(int[] counts) {
    return (double) Arrays.stream(counts).filter(count -> count > 0).count() / counts.length;
  }
}
