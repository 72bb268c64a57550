package org.ricvae.baseline;

import java.util.Arrays;
import org.ricvae.use.WithinClassScatter;

/**
 * Reconstruction errors e in two classes, as DRAE sees them: the threshold is where
 *
 * <pre>
 * h = (Σ_in (e_i − c⁺)² + Σ_out (e_i − c⁻)²) / Σ (e_i − c)²
 * </pre>
 *
 * is least, c⁺, c⁻ and c being the means of the inliers, the outliers and all. The number of
 * inliers is found, never given.
 *
 * @param threshold an outlier's error exceeds it; infinite where all errors are the same
 * @param inliers how many there are
 * @param inlierMean c⁺
 * @param outlierMean c⁻
 * @param mean c
 * @param totalScatter Σ (e_i − c)²
 * @param scatter h, from 0 to 1; 0 where all errors are the same
 */
record Split(
    double threshold,
    int inliers,
    double inlierMean,
    double outlierMean,
    double mean,
    double totalScatter,
    double scatter) {

  static Split of(double[] errors) {
    double threshold = WithinClassScatter.threshold(errors);
    double[] in = Arrays.stream(errors).filter(e -> e <= threshold).toArray();
    double[] out = Arrays.stream(errors).filter(e -> e > threshold).toArray();
    double total = scatter(errors);
    double within = scatter(in) + scatter(out);
    return new Split(
        threshold,
        in.length,
        mean(in),
        mean(out),
        mean(errors),
        total,
        total > 0 ? within / total : 0);
  }

  /** DRAE's loss: the mean error of the inliers, and λ h. */
  double loss(double lambda) {
    return inlierMean + lambda * scatter;
  }

  /**
   * The derivative of the loss with respect to one error, the classes fixed:
   *
   * <pre>
   * [inlier] / n⁺ + 2 λ ((e − c_class) − h (e − c)) / Σ (e_i − c)²
   * </pre>
   *
   * for the class means move without effect on the sums of squares about them.
   */
  double gradient(double error, boolean inlier, double lambda) {
    double slope = inlier ? 1.0 / inliers : 0;
    if (totalScatter > 0) {
      double own = error - (inlier ? inlierMean : outlierMean);
      slope += 2 * lambda * (own - scatter * (error - mean)) / totalScatter;
    }
    return slope;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double scatter(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
  }
}
