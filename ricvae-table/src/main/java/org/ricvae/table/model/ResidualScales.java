package org.ricvae.table.model;

import org.ricvae.data.InputException;

/**
 * How far cells usually lie from what the others say, from the training data: one robust deviation
 * a numeric cell, for each way of hiding.
 *
 * @param cell {@code [numeric cells]}, of the residual when a cell is judged
 * @param row {@code [ways of hiding][numeric cells]}, of the residuals that a row's score sums
 * @param interval {@code [numeric cells]}: nine of ten cells lie within this of what is expected
 */
public record ResidualScales(double[] cell, double[][] row, double[] interval) {
  /** Checks that all are over 0. */
  public ResidualScales {
    check(cell);
    check(interval);
    for (double[] way : row) {
      check(way);
    }
  }

  private static void check(double[] scales) {
    for (double scale : scales) {
      if (!(scale > 0 && Double.isFinite(scale))) {
        throw new InputException("a residual's scale is %s; it must be over 0".formatted(scale));
      }
    }
  }
}
