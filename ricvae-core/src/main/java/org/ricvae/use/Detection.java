package org.ricvae.use;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ricvae.data.InputException;

/**
 * How well scores and a threshold find outliers that are known. Outliers are the positive class:
 * found ones are true positives, whatever their share.
 *
 * @param samples how many there are
 * @param outliers how many of them are outliers
 * @param flagged how many have a score above the threshold
 * @param rocAuc area under the ROC curve: how likely an outlier scores higher than another sample,
 *     equal scores counting half (Mann and Whitney's U)
 * @param averagePrecision Σ (R_k − R_{k−1}) P_k over the distinct scores from the highest, without
 *     interpolation, as scikit-learn has it
 * @param precision share of outliers among the flagged; 0 where none is flagged
 * @param recall share of flagged among the outliers
 * @param f1 harmonic mean of precision and recall; 0 where both are
 */
public record Detection(
    long samples,
    long outliers,
    long flagged,
    double rocAuc,
    double averagePrecision,
    double precision,
    double recall,
    double f1) {

  /**
   * Compares scores with the truth.
   *
   * @param scores the higher, the more of an outlier; no NaN
   * @param outlier the truth, one a score
   * @param threshold a sample is flagged if its score exceeds this
   * @throws InputException where lengths differ, or all samples are of one class
   */
  public static Detection of(double[] scores, boolean[] outlier, double threshold) {
    if (scores.length != outlier.length) {
      throw new InputException(
          "%d labels for %d samples: one a sample is needed"
              .formatted(outlier.length, scores.length));
    }
    for (int i = 0; i < scores.length; i++) {
      if (Double.isNaN(scores[i])) {
        throw new IllegalArgumentException("score %d is not a number".formatted(i));
      }
    }
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .mapToInt(i -> i)
            .toArray();
    long positives = count(outlier);
    long negatives = scores.length - positives;
    if (positives == 0 || negatives == 0) {
      throw new InputException(
          "the labels name %d outliers among %d samples: both outliers (not 0) and others (0) are needed"
              .formatted(positives, scores.length));
    }
    double area = 0;
    double average = 0;
    long found = 0;
    long wrong = 0;
    long flagged = 0;
    long flaggedOutliers = 0;
    for (int from = 0, to; from < order.length; from = to) {
      double score = scores[order[from]];
      long foundBefore = found;
      long wrongBefore = wrong;
      for (to = from; to < order.length && scores[order[to]] == score; to++) {
        if (outlier[order[to]]) {
          found++;
        } else {
          wrong++;
        }
      }
      area += (wrong - wrongBefore) * (foundBefore + found) / 2.0;
      average += (found - foundBefore) * (double) found / to;
      if (score > threshold) {
        flagged = to;
        flaggedOutliers = found;
      }
    }
    double precision = flagged == 0 ? 0 : (double) flaggedOutliers / flagged;
    double recall = (double) flaggedOutliers / positives;
    return new Detection(
        scores.length,
        positives,
        flagged,
        area / ((double) positives * negatives),
        average / positives,
        precision,
        recall,
        2.0 * flaggedOutliers / (flagged + positives));
  }

  private static long count(boolean[] outlier) {
    long n = 0;
    for (boolean o : outlier) {
      n += o ? 1 : 0;
    }
    return n;
  }
}
