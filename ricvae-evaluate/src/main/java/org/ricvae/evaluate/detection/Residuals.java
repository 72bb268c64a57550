package org.ricvae.evaluate.detection;

import org.ricvae.baseline.Matrix;

/** What an explanation leaves over. */
final class Residuals {
  private Residuals() {}

  /** Mean squared difference of each row. */
  static double[] meanSquares(Matrix data, Matrix explained) {
    double[] scores = new double[data.rows()];
    for (int k = 0; k < data.values().length; k++) {
      double residual = data.values()[k] - explained.values()[k];
      scores[k / data.columns()] += residual * residual / data.columns();
    }
    return scores;
  }
}
