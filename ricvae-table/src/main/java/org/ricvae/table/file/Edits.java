package org.ricvae.table.file;

/** What is to be changed in a table, asked for row by row in the order of the file. */
@FunctionalInterface
public interface Edits {
  /**
   * Says what the cells of a row become.
   *
   * @param row the row, from 0
   * @param replacement [columns] given all {@code null}; the new text of a cell goes to its place,
   *     {@code null} leaves the cell untouched
   */
  void row(long row, String[] replacement);

  /** After the last row, before the copy gets its name; may throw. */
  default void end() {}
}
