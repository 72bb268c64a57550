package org.ricvae.paper.outliers;

import java.util.List;
import org.ricvae.use.Detection;

/**
 * How well a method's word agrees with the labels.
 *
 * @param f1 harmonic mean of precision and recall with the inliers as the positive class, as in Liu
 *     et al. (2014) and Xia et al. (2015): 2 TP / (2 TP + FP + FN), TP being inliers that are not
 *     flagged
 * @param auc area under the ROC curve of the scores
 * @param flagged share of the samples that were flagged
 */
record Rating(double f1, double auc, double flagged) {

  /**
   * Compares.
   *
   * @param outlier the truth, one a sample
   */
  static Rating of(Scored scored, List<Boolean> outlier) {
    boolean[] truth = new boolean[outlier.size()];
    int kept = 0;
    int keptInliers = 0;
    int inliers = 0;
    for (int i = 0; i < truth.length; i++) {
      truth[i] = outlier.get(i);
      kept += scored.flagged()[i] ? 0 : 1;
      inliers += truth[i] ? 0 : 1;
      keptInliers += scored.flagged()[i] || truth[i] ? 0 : 1;
    }
    double auc = Detection.of(scored.scores(), truth, Double.POSITIVE_INFINITY).rocAuc();
    return new Rating(f1(kept, inliers, keptInliers), auc, 1 - (double) kept / truth.length);
  }

  /** F1 of a method that flags nothing: what any has to beat. */
  static double f1OfNoneFlagged(List<Boolean> outlier) {
    int inliers = (int) outlier.stream().filter(o -> !o).count();
    return f1(outlier.size(), inliers, inliers);
  }

  private static double f1(int kept, int inliers, int keptInliers) {
    return 2.0 * keptInliers / (kept + inliers);
  }
}
