package org.ricvae.evaluate.detection;

import org.ricvae.baseline.Matrix;
import org.ricvae.evaluate.OwnTable;
import org.ricvae.table.model.TableModel;

/** Our own row score, with the threshold that it finds itself. */
public final class TableDetector implements Detector {
  /** To be raised whenever the same model scores rows in another way. */
  private static final int ROW_SCORE = 2;

  @Override
  public String name() {
    return DetectionStudy.OURS;
  }

  @Override
  public String settings() {
    return "row score %d, %s".formatted(ROW_SCORE, OwnTable.settings());
  }

  @Override
  public boolean random() {
    return true;
  }

  @Override
  public Scores scores(Matrix rows, long seed) {
    OwnTable own = OwnTable.fit(rows, seed);
    double[] scores = new double[rows.rows()];
    int[] at = {0};
    own.model()
        .judge(
            own.source(),
            TableModel.DEFAULT_PASSES,
            1,
            judged -> {
              System.arraycopy(judged.rowScores(), 0, scores, at[0], judged.rows());
              at[0] += judged.rows();
            });
    return Scores.of(scores, own.model().rowThreshold());
  }
}
