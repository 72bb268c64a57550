package org.ricvae.table.file;

import org.ricvae.data.InputException;

/** Reads a table from its first row to its last. */
public interface RowCursor extends AutoCloseable {
  /**
   * Goes to the next row.
   *
   * @return false after the last
   * @throws InputException where the file cannot be read on: names the file, the line, and why
   */
  boolean next();

  /** The current row, from 0; rows of the table, not lines of the file. */
  long row();

  /**
   * The text of a cell: {@code null} where it is missing, that is an empty unquoted cell of a CSV,
   * {@code null} or no such key in JSON, NULL in Parquet. Binary numbers of Parquet are written as
   * {@link Double#toString(double)} does, whole numbers without a point, decimals with all places.
   *
   * @param column from 0
   */
  String cell(int column);

  /**
   * How the cell is written in the file, for {@link Change#raw()}: the very bytes as text (quotes
   * and escapes included) in text formats; in Parquet the text in quotes, as in a CSV. Empty means
   * that there is nothing: an empty cell of a CSV, an absent key in JSON, NULL in Parquet.
   *
   * @param column from 0
   */
  String raw(int column);

  /** How far we are, in the unit of {@link #size()}; for a progress bar. */
  long position();

  /** How much there is: bytes of the file, or rows of a Parquet file. */
  long size();

  @Override
  void close();
}
