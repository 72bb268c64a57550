package org.ricvae.evaluate.repair;

import org.ricvae.baseline.Matrix;
import org.ricvae.baseline.Progress;
import org.ricvae.baseline.Rpca;

/**
 * Robust PCA (Candès et al. 2011) of the robustly scaled table: |S| is the score, L the estimate.
 * Holes begin as the median and take L's value, {@link #ROUNDS} decompositions in all: RPCA itself
 * knows no holes.
 */
public final class RobustPcaRepair implements Repairer {
  /** Decompositions. */
  public static final int ROUNDS = 3;

  @Override
  public String name() {
    return "rpca";
  }

  @Override
  public String settings() {
    return "%d rounds, %s".formatted(ROUNDS, Rpca.Options.defaults());
  }

  @Override
  public Repair repair(Matrix dirty, long seed) {
    ColumnScales scales = ColumnScales.of(dirty);
    Matrix scaled = scales.scaled(dirty);
    Matrix low = new Matrix(dirty.rows(), dirty.columns(), new double[dirty.values().length]);
    for (int round = 0; round < ROUNDS; round++) {
      low = Rpca.decompose(filled(scaled, low), Rpca.Options.defaults(), Progress.NONE).lowRank();
    }
    Matrix estimates = scales.unscaled(low);
    return Repair.byScatter(dirty, Residuals.of(dirty, estimates, scales), estimates);
  }

  private static Matrix filled(Matrix table, Matrix estimates) {
    double[] values = table.values().clone();
    for (int cell = 0; cell < values.length; cell++) {
      values[cell] = Double.isNaN(values[cell]) ? estimates.values()[cell] : values[cell];
    }
    return new Matrix(table.rows(), table.columns(), values);
  }
}
