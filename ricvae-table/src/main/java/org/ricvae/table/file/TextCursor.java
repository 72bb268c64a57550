package org.ricvae.table.file;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/** The rows of a text format, which can be copied byte by byte but for some cells. */
interface TextCursor extends RowCursor {
  /** As {@link #next()}; what stands before the row (the header, blank lines) is copied. */
  boolean next(TextOutput copy);

  /**
   * Copies the row with some cells written otherwise.
   *
   * @param raw how they are to be written; null for a cell that stays
   */
  void write(TextOutput copy, String[] raw);

  /** Copies all rows to a file, which appears whole or not at all. */
  static void copy(Supplier<? extends TextCursor> rows, int columns, Path out, Patches patches) {
    String[] raw = new String[columns];
    try (TextOutput copy = new TextOutput(out)) {
      try (TextCursor row = rows.get()) {
        while (row.next(copy)) {
          Arrays.fill(raw, null);
          patches.row(row, raw);
          row.write(copy, raw);
        }
        patches.end();
      }
      copy.commit();
    }
  }
}
