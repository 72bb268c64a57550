package org.ricvae.table.file;

/** {@link Edits} one level down: cells as they are to be written in the file. */
@FunctionalInterface
interface Patches {
  /**
   * Says how the cells of the cursor's row are to be written.
   *
   * @param raw [columns] given all {@code null}, which leaves a cell untouched; in the sense of
   *     {@link RowCursor#raw}
   */
  void row(RowCursor row, String[] raw);

  /** After the last row, before the copy gets its name; may throw. */
  default void end() {}
}
