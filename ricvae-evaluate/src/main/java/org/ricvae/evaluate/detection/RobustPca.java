package org.ricvae.evaluate.detection;

import org.ricvae.baseline.Matrix;
import org.ricvae.baseline.Progress;
import org.ricvae.baseline.Rpca;

/** Mean square of a row's sparse part S under robust PCA (Candès et al. 2011), standardised. */
public final class RobustPca implements Detector {
  @Override
  public String name() {
    return "rpca";
  }

  @Override
  public String settings() {
    return Rpca.Options.defaults().toString();
  }

  @Override
  public boolean random() {
    return false;
  }

  @Override
  public Scores scores(Matrix rows, long seed) {
    Matrix data = Standardized.of(rows);
    Rpca rpca = Rpca.decompose(data, Rpca.Options.defaults(), Progress.NONE);
    return Scores.of(Residuals.meanSquares(data, rpca.lowRank()));
  }
}
