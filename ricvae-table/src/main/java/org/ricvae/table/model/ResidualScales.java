package org.ricvae.table.model;

import java.util.Arrays;
import org.ricvae.data.InputException;

/**
 * How far cells usually lie from what is expected of them, from the training data.
 *
 * @param cell {@code [numeric cells]}: a robust deviation from what the others say
 * @param alone {@code [numeric cells]}: the mean distance from what is expected given nothing
 * @param given {@code [numeric cells]}: the mean distance from what the others say
 * @param interval {@code [numeric cells]}: nine of ten cells lie within this of what is expected
 */
public record ResidualScales(double[] cell, double[] alone, double[] given, double[] interval) {
  /** Checks that all are over 0, and as many of each. */
  public ResidualScales {
    for (double[] scales : new double[][] {cell, alone, given, interval}) {
      if (scales.length != cell.length) {
        throw new InputException(
            "residuals have scales of %d and of %d cells".formatted(cell.length, scales.length));
      }
      for (double scale : scales) {
        if (!(scale > 0 && Double.isFinite(scale))) {
          throw new InputException("a residual's scale is %s; it must be over 0".formatted(scale));
        }
      }
    }
  }

  /** Scales of 1 for so many cells. */
  static ResidualScales ones(int cells) {
    double[] ones = new double[cells];
    Arrays.fill(ones, 1);
    return new ResidualScales(ones, ones, ones, ones);
  }
}
