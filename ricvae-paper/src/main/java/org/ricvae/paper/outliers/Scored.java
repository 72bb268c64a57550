package org.ricvae.paper.outliers;

import java.util.Arrays;
import org.ricvae.use.WithinClassScatter;

/**
 * What a method says of samples, having seen no label.
 *
 * @param scores one a sample: the higher, the more of an outlier
 * @param flagged which of them it takes for outliers
 */
record Scored(double[] scores, boolean[] flagged) {

  /** By the paper's heuristic: the split of the scores with the least scatter within classes. */
  static Scored byScatter(double[] scores) {
    return above(scores, WithinClassScatter.threshold(scores));
  }

  /** By a threshold that the method found itself. */
  static Scored above(double[] scores, double threshold) {
    boolean[] flagged = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      flagged[i] = scores[i] > threshold;
    }
    return new Scored(scores, flagged);
  }

  /** By a decision about each sample, and a function that is large for inliers. */
  static Scored decided(double[] decision, boolean[] inlier) {
    boolean[] flagged = new boolean[inlier.length];
    for (int i = 0; i < inlier.length; i++) {
      flagged[i] = !inlier[i];
    }
    return new Scored(Arrays.stream(decision).map(f -> -f).toArray(), flagged);
  }
}
