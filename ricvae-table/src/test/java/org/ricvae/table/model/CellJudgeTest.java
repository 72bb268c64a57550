package org.ricvae.table.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.table.schema.SchemaOptions;
import org.ricvae.table.schema.TableSource;
import org.ricvae.train.TrainingListener;

/** Row scores beside what they are made of, with scales of 1, in which all is plain. */
class CellJudgeTest {
  private static final int ROWS = 300;
  private static final int COLUMNS = 3;
  private static final TableOptions OPTIONS =
      new TableOptions(1, 2, List.of(16), 600, 64, 3e-3, 0.01, 0.05, 1, 7, 1);
  private static final ResidualScales ONES = ResidualScales.ones(COLUMNS);

  private static CellJudge judge;

  @BeforeAll
  static void fit() {
    SplittableRandom random = new SplittableRandom(5);
    float[] values = new float[ROWS * COLUMNS];
    for (int i = 0; i < ROWS; i++) {
      float a = (float) random.nextGaussian();
      values[i * COLUMNS] = a;
      values[i * COLUMNS + 1] = a;
      values[i * COLUMNS + 2] = -a;
    }
    TableModel model =
        TableFit.fit(
            TableSource.of(Samples.of(SampleShape.vector(COLUMNS), values)),
            SchemaOptions.AUTOMATIC,
            OPTIONS,
            TrainingListener.NONE);
    judge = model.newJudge(List.of(), KernelProvider.best());
  }

  @Test
  void rowIsJudgedHalfGivenNothingAndHalfGivenTheOthers() {
    float[] values = {1, 1, -1, 0.2f, Float.NaN, 0.3f};
    JudgedRows judged = judge.judge(values, 2, ONES, 1);
    for (int i = 0; i < 2; i++) {
      double sum = 0;
      int known = 0;
      for (int c = 0; c < COLUMNS; c++) {
        int at = i * COLUMNS + c;
        if (!Float.isNaN(values[at])) {
          sum += Math.abs(values[at] - judge.prior(c)) + judged.scores()[at];
          assertThat(judged.scores()[at]).isEqualTo(Math.abs(values[at] - judged.expected()[at]));
          known++;
        }
      }
      assertThat(judged.rowScores()[i]).isCloseTo(sum / (2 * known), within(1e-6));
    }
    assertThat(judged.scores()[4]).isNaN();
  }

  @Test
  void oddOnesScoreMore() {
    float[] usual = {1, 1, -1};
    float[] far = {8, 8, -8};
    float[] againstTheOthers = {1, -1, -1};
    assertThat(score(far, 1)).isGreaterThan(2 * score(usual, 1));
    assertThat(score(againstTheOthers, 1)).isGreaterThan(score(usual, 1) + 0.3);
  }

  @Test
  void furtherPassesLeaveTheRowsScore() {
    float[] row = {1, 40, -1};
    assertThat(score(row, 3)).isEqualTo(score(row, 1));
  }

  @Test
  void rowOfWhichNothingIsKnownScoresZero() {
    float[] nothing = new float[COLUMNS];
    Arrays.fill(nothing, Float.NaN);
    JudgedRows judged = judge.judge(nothing, 1, ONES, 2);
    assertThat(judged.rowScores()[0]).isZero();
    assertThat(judged.expected()).doesNotContain(Float.NaN);
  }

  private static double score(float[] row, int passes) {
    return judge.judge(row.clone(), 1, ONES, passes).rowScores()[0];
  }
}
