package org.ricvae.evaluate.detection;

import org.ricvae.baseline.Matrix;
import org.ricvae.baseline.Pca;

/**
 * Mean squared residual of the reconstruction from the leading principal components, of
 * standardised rows.
 */
public final class PcaResidual implements Detector {
  /** Share of the variance that the leading components hold at least. */
  public static final double EXPLAINED = 0.9;

  @Override
  public String name() {
    return "pca-residual";
  }

  @Override
  public String settings() {
    return "explained %s".formatted(EXPLAINED);
  }

  @Override
  public boolean random() {
    return false;
  }

  @Override
  public Scores scores(Matrix rows, long seed) {
    Matrix data = Standardized.of(rows);
    double[] variances = Spectrum.of(data).variances();
    double open = EXPLAINED * data.columns(); // each standardised column has variance 1
    int leading = 0;
    while (leading < variances.length && open > 0) {
      open -= variances[leading++];
    }
    return Scores.of(Residuals.meanSquares(data, Pca.fit(data, leading).reconstruct(data)));
  }
}
