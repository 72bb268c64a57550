package org.ricvae.evaluate.repair;

import org.ricvae.baseline.Matrix;

/** Each column by itself: |robust z score|, and the median in place of what is wrong. */
public final class ColumnMedian implements Repairer {
  @Override
  public String name() {
    return "median";
  }

  @Override
  public String settings() {
    return "robust z score";
  }

  @Override
  public Repair repair(Matrix dirty, long seed) {
    ColumnScales scales = ColumnScales.of(dirty);
    Matrix estimates =
        scales.unscaled(
            new Matrix(dirty.rows(), dirty.columns(), new double[dirty.values().length]));
    return Repair.byScatter(dirty, Residuals.of(dirty, estimates, scales), estimates);
  }
}
