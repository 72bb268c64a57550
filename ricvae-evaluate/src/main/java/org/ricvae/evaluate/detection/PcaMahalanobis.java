package org.ricvae.evaluate.detection;

import org.ricvae.baseline.Matrix;

/**
 * Σ_k (coordinate k)² / (variance k) over all principal components of standardised rows: the
 * squared Mahalanobis distance (Shyu et al. 2003).
 */
public final class PcaMahalanobis implements Detector {
  @Override
  public String name() {
    return "pca-mahalanobis";
  }

  @Override
  public String settings() {
    return "all components";
  }

  @Override
  public boolean random() {
    return false;
  }

  @Override
  public Scores scores(Matrix rows, long seed) {
    Spectrum spectrum = Spectrum.of(Standardized.of(rows));
    double[] scores = new double[rows.rows()];
    for (int k = 0; k < spectrum.variances().length; k++) {
      for (int i = 0; i < scores.length; i++) {
        double coordinate = spectrum.scores()[k][i];
        scores[i] += coordinate * coordinate / spectrum.variances()[k];
      }
    }
    return Scores.of(scores);
  }
}
