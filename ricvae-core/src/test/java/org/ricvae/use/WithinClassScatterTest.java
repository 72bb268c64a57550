package org.ricvae.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WithinClassScatterTest {
  @RepeatedTest(20)
  void agreesWithBruteForce(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    double[] values = new double[2 + random.nextInt(60)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(100 * Math.pow(random.nextDouble(), 4)) / 10.0;
    }
    values[0] = 20;
    double threshold = WithinClassScatter.threshold(values);
    double found = scatter(values, threshold);
    for (double candidate : values) {
      if (candidate < Arrays.stream(values).max().orElseThrow()) {
        assertThat(found).isLessThanOrEqualTo(scatter(values, candidate) + 1e-9);
      }
    }
  }

  /** Within-class scatter of the split in values up to t and values above, the slow way. */
  private static double scatter(double[] values, double t) {
    double sum = 0;
    for (boolean above : new boolean[] {false, true}) {
      double[] side = Arrays.stream(values).filter(v -> v > t == above).toArray();
      double mean = Arrays.stream(side).average().orElseThrow();
      sum += Arrays.stream(side).map(v -> (v - mean) * (v - mean)).sum();
    }
    return sum;
  }

  @Test
  void histogramAgreesToWithinABin() {
    SplittableRandom random = new SplittableRandom(3);
    double[] values = new double[5_000];
    WithinClassScatter.Histogram histogram = new WithinClassScatter.Histogram(2);
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 9 == 0 ? 0.6 + 0.3 * random.nextDouble() : 0.1 * random.nextDouble();
      histogram.add(values[i]);
    }
    double exact = WithinClassScatter.threshold(values);
    assertThat(scatter(values, histogram.threshold()))
        .isCloseTo(scatter(values, exact), within(1e-6));
  }

  @Test
  void nothingIsFlaggedWhereAllIsTheSame() {
    assertThat(WithinClassScatter.threshold(new double[] {3, 3, 3})).isInfinite();
    assertThat(WithinClassScatter.threshold(new double[] {3})).isInfinite();
    assertThat(new WithinClassScatter.Histogram(1).threshold()).isInfinite();
  }
}
