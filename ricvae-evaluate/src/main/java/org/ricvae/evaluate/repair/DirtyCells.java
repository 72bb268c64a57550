package org.ricvae.evaluate.repair;

import org.ricvae.baseline.Matrix;

/**
 * A table with errors of which it is known where and what they are.
 *
 * @param dirty {@code [rows × columns]}; holes are NaN
 * @param kinds of the error in each cell, in the order of the values; null where it is right
 */
public record DirtyCells(Matrix dirty, ErrorKind[] kinds) {
  /** Whether a cell holds a wrong value; a hole holds none. */
  public boolean isWrong(int cell) {
    return kinds[cell] != null && kinds[cell] != ErrorKind.HOLE;
  }

  /** Whether a cell was emptied. */
  public boolean isHole(int cell) {
    return kinds[cell] == ErrorKind.HOLE;
  }

  /** How many cells have an error of a kind. */
  public int count(ErrorKind kind) {
    int count = 0;
    for (ErrorKind found : kinds) {
      count += found == kind ? 1 : 0;
    }
    return count;
  }
}
