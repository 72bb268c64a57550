package org.ricvae.baseline;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The labels of UOCL: c⁺ for the m samples of the largest decision values, c⁻ for the others.
 *
 * @param inlier which samples have c⁺
 * @param inliers m, from 1 to n − 1
 * @param values y
 */
record SoftLabels(boolean[] inlier, int inliers, double[] values) {
  /**
   * The labels that maximise fᵀy + (γ2 / m) Σ_{y_i > 0} f_i. For a given m these are at the m
   * largest f, so there are n − 1 candidates. Among equals the smallest m wins.
   *
   * @param decision f
   * @param margin γ2
   */
  static SoftLabels best(double[] decision, Uocl.Labels kind, double margin) {
    int n = decision.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -decision[i]))
            .mapToInt(i -> i)
            .toArray();
    double total = 0;
    for (double f : decision) {
      total += f;
    }
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    int inliers = 1;
    for (int m = 1; m < n; m++) {
      sum += decision[order[m - 1]];
      double value =
          kind.positive(m, n) * sum + kind.negative(m, n) * (total - sum) + margin * sum / m;
      if (value > best) {
        best = value;
        inliers = m;
      }
    }
    boolean[] inlier = new boolean[n];
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      inlier[order[i]] = i < inliers;
      values[order[i]] = i < inliers ? kind.positive(inliers, n) : kind.negative(inliers, n);
    }
    return new SoftLabels(inlier, inliers, values);
  }
}
