package org.ricvae.evaluate.repair;

import org.ricvae.baseline.Matrix;

/** How far values are from what they should be. */
final class Residuals {
  private Residuals() {}

  /** |value − estimate| in units of the column's scale; 0 in a hole. */
  static double[] of(Matrix dirty, Matrix estimates, ColumnScales scales) {
    double[] residuals = new double[dirty.values().length];
    for (int cell = 0; cell < residuals.length; cell++) {
      double value = dirty.values()[cell];
      if (!Double.isNaN(value)) {
        residuals[cell] =
            Math.abs(value - estimates.values()[cell]) / scales.scales()[cell % dirty.columns()];
      }
    }
    return residuals;
  }
}
