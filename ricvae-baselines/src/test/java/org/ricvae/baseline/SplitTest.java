package org.ricvae.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static double[] errors(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    double[] errors = new double[3 + random.nextInt(30)];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = random.nextDouble() + (random.nextInt(4) == 0 ? 3 * random.nextDouble() : 0);
    }
    return errors;
  }

  /** h of the split after the m smallest. */
  private static double scatter(double[] sorted, int m) {
    return (squares(sorted, 0, m) + squares(sorted, m, sorted.length))
        / squares(sorted, 0, sorted.length);
  }

  private static double squares(double[] values, int from, int to) {
    double mean = Arrays.stream(values, from, to).average().orElseThrow();
    return Arrays.stream(values, from, to).map(v -> (v - mean) * (v - mean)).sum();
  }

  @RepeatedTest(20)
  void noOtherSplitHasLessScatter(RepetitionInfo repetition) {
    double[] errors = errors(repetition);
    Split split = Split.of(errors);
    double[] sorted = errors.clone();
    Arrays.sort(sorted);
    double best = 1;
    int inliers = 0;
    for (int m = 1; m < sorted.length; m++) {
      if (scatter(sorted, m) < best) {
        best = scatter(sorted, m);
        inliers = m;
      }
    }
    assertThat(split.scatter()).isCloseTo(best, within(1e-12));
    assertThat(split.inliers()).isEqualTo(inliers);
  }

  @RepeatedTest(20)
  void theGradientAgreesWithCentralDifferences(RepetitionInfo repetition) {
    double[] errors = errors(repetition);
    Split split = Split.of(errors);
    boolean[] inlier = new boolean[errors.length];
    for (int i = 0; i < errors.length; i++) {
      inlier[i] = errors[i] <= split.threshold();
    }
    double lambda = 0.7;
    assertThat(split.loss(lambda)).isCloseTo(loss(errors, inlier, lambda), within(1e-12));
    for (int i = 0; i < errors.length; i++) {
      double h = 1e-6;
      double value = errors[i];
      errors[i] = value + h;
      double above = loss(errors, inlier, lambda);
      errors[i] = value - h;
      double below = loss(errors, inlier, lambda);
      errors[i] = value;
      assertThat(split.gradient(value, inlier[i], lambda))
          .isCloseTo((above - below) / (2 * h), within(1e-7));
    }
  }

  /** The loss from its definition, the classes given. */
  private static double loss(double[] errors, boolean[] inlier, double lambda) {
    double[] sorted = new double[errors.length];
    int m = 0;
    for (int i = 0; i < errors.length; i++) {
      if (inlier[i]) {
        sorted[m++] = errors[i];
      }
    }
    int at = m;
    for (int i = 0; i < errors.length; i++) {
      if (!inlier[i]) {
        sorted[at++] = errors[i];
      }
    }
    return Arrays.stream(sorted, 0, m).average().orElseThrow() + lambda * scatter(sorted, m);
  }

  @Test
  void equalErrorsAreAllInliers() {
    Split split = Split.of(new double[] {2, 2, 2});
    assertThat(split.inliers()).isEqualTo(3);
    assertThat(split.threshold()).isInfinite();
    assertThat(split.gradient(2, true, 0.1)).isCloseTo(1 / 3.0, within(1e-12));
  }
}
