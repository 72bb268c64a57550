package org.ricvae.table.file;

import java.nio.file.Path;

/**
 * Takes changes back: with all of the list, the very bytes of the original in text formats, its
 * values and types in Parquet; with a part of the list, that part.
 */
public final class Undo {
  private Undo() {}

  /** The same as {@link #apply(Path, Path, Path, CsvOptions)}, with all found in the file. */
  public static void apply(Path table, Path changes, Path out) {
    apply(table, changes, out, CsvOptions.AUTOMATIC);
  }

  /**
   * Writes the table with the changes taken back.
   *
   * @param table as it is after the changes
   * @param changes their list, rows ascending
   * @param out with the same ending as the table, but for {@code .gz}
   * @param options of a CSV, the same with which it was cleaned
   * @throws org.ricvae.data.InputException where a cell does not hold what the list says it was
   *     changed to, or the list is not of this table; nothing is written then
   */
  public static void apply(Path table, Path changes, Path out, CsvOptions options) {
    TableFile file = TableFile.open(table, options);
    try (ChangesReader reader = ChangesReader.open(changes)) {
      file.patch(out, new ChangesBack(file, changes, reader));
    }
  }
}
