package org.ricvae.evaluate.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ricvae.baseline.Matrix;
import org.ricvae.data.InputException;
import org.ricvae.evaluate.LabelledTable;
import org.ricvae.evaluate.Tables;
import org.ricvae.use.Detection;

/** Our own row score, of one table with a constant column and some holes. */
class TableDetectorTest {
  private static final int ROWS = 150;
  private static final int OUTLIERS = 12;

  private static LabelledTable table;
  private static Scores scores;

  @BeforeAll
  static void scoreOnce() {
    table = Tables.labelled("t", ROWS, 6, OUTLIERS, 3);
    for (int i = 0; i < ROWS; i++) {
      table.rows().values()[i * 6 + 5] = 4;
      table.rows().values()[i * 6 + i % 5] = i % 10 == 0 ? Double.NaN : table.rows().get(i, i % 5);
    }
    scores = new TableDetector().scores(table.rows(), 1);
  }

  @Test
  void rowsThatFollowNothingHaveTheHighestScores() {
    Detection detection =
        Detection.of(scores.values(), table.outlier(), scores.effectiveThreshold());
    assertThat(scores.values()).hasSize(ROWS);
    assertThat(detection.rocAuc()).isGreaterThan(0.95);
    assertThat(detection.f1()).isGreaterThan(0.5);
  }

  @Test
  void theThresholdIsItsOwn() {
    assertThat(scores.threshold()).isPresent();
    double threshold = scores.threshold().getAsDouble();
    assertThat(Arrays.stream(scores.values()).filter(s -> s > threshold).count())
        .isBetween(1L, ROWS / 2L);
  }

  @Test
  void tablesOfWhichNothingCanBeLearntAreRefused() {
    Matrix same = Tables.of(new double[12][2]);
    assertThatThrownBy(() -> new TableDetector().scores(same, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no column is of use");
  }
}
