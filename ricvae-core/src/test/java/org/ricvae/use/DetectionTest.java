package org.ricvae.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ricvae.data.InputException;

class DetectionTest {

  /** Every pair, every threshold, straight from the definitions. */
  @Test
  void agreesWithBruteForceOverManyScoresWithTies() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 300; round++) {
      int n = 2 + random.nextInt(40);
      int levels = 1 + random.nextInt(12);
      double[] scores = new double[n];
      boolean[] outlier = new boolean[n];
      for (int i = 0; i < n; i++) {
        scores[i] = random.nextInt(levels) / 4.0;
        outlier[i] = random.nextBoolean();
      }
      outlier[0] = true;
      outlier[1] = false;
      double threshold = random.nextInt(levels + 1) / 4.0 - 0.25;

      Detection detection = Detection.of(scores, outlier, threshold);

      assertThat(detection.rocAuc()).isCloseTo(pairs(scores, outlier), within(1e-12));
      assertThat(detection.averagePrecision()).isCloseTo(steps(scores, outlier), within(1e-12));
      double precision = precision(scores, outlier, threshold);
      double recall = recall(scores, outlier, threshold);
      assertThat(detection.precision()).isCloseTo(precision, within(1e-12));
      assertThat(detection.recall()).isCloseTo(recall, within(1e-12));
      double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
      assertThat(detection.f1()).isCloseTo(f1, within(1e-12));
    }
  }

  /** The example of scikit-learn's documentation: AP 0.83, AUC 0.75. */
  @Test
  void givesTheNumbersOfScikitLearnsExample() {
    Detection detection =
        Detection.of(
            new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true}, 0.5);
    assertThat(detection.rocAuc()).isEqualTo(0.75);
    assertThat(detection.averagePrecision()).isCloseTo(0.8333333, within(1e-7));
    assertThat(detection.flagged()).isEqualTo(1);
  }

  @Test
  void nothingFlaggedIsNoPrecision() {
    Detection detection =
        Detection.of(new double[] {1, 2}, new boolean[] {false, true}, Double.POSITIVE_INFINITY);
    assertThat(detection.f1()).isZero();
    assertThat(detection.precision()).isZero();
  }

  @Test
  void refusesLabelsThatCannotBeUsed() {
    assertThatThrownBy(() -> Detection.of(new double[] {1, 2}, new boolean[] {true, true}, 0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("2 outliers among 2");
    assertThatThrownBy(() -> Detection.of(new double[] {1, 2}, new boolean[] {true}, 0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("1 labels for 2 samples");
  }

  private static double pairs(double[] scores, boolean[] outlier) {
    double won = 0;
    double all = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (outlier[i] && !outlier[j]) {
          all++;
          won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return won / all;
  }

  private static double steps(double[] scores, boolean[] outlier) {
    double[] distinct = Arrays.stream(scores).distinct().sorted().toArray();
    double sum = 0;
    double before = 0;
    for (int k = distinct.length - 1; k >= 0; k--) {
      double below = distinct[k] - 1e-9;
      double recall = recall(scores, outlier, below);
      sum += (recall - before) * precision(scores, outlier, below);
      before = recall;
    }
    return sum;
  }

  private static double precision(double[] scores, boolean[] outlier, double threshold) {
    double flagged = 0;
    double hits = 0;
    for (int i = 0; i < scores.length; i++) {
      flagged += scores[i] > threshold ? 1 : 0;
      hits += scores[i] > threshold && outlier[i] ? 1 : 0;
    }
    return flagged == 0 ? 0 : hits / flagged;
  }

  private static double recall(double[] scores, boolean[] outlier, double threshold) {
    double positives = 0;
    double hits = 0;
    for (int i = 0; i < scores.length; i++) {
      positives += outlier[i] ? 1 : 0;
      hits += scores[i] > threshold && outlier[i] ? 1 : 0;
    }
    return hits / positives;
  }
}
