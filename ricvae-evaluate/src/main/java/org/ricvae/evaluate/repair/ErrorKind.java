package org.ricvae.evaluate.repair;

import java.util.Locale;

/** What can be wrong with a cell of a table of numbers. */
public enum ErrorKind {
  /** A value far out: the middle of the column's range, plus or minus 2 to 5 times the range. */
  SPIKE,
  /** The value in another unit: ten times as much. */
  TIMES_TEN,
  /** The value in another unit: a thousand times as much. */
  TIMES_THOUSAND,
  /** Two values of a row that have changed places. */
  SWAP_IN_ROW,
  /** Two values of a column that have changed places. */
  SWAP_IN_COLUMN,
  /** The value with the other sign. */
  SIGN_FLIP,
  /** No value. */
  HOLE;

  /** For tables: {@code swap in row}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
