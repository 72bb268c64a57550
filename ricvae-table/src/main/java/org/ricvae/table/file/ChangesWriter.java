package org.ricvae.table.file;

import java.nio.file.Path;
import java.util.List;

/**
 * Writes {@code changes.csv}: {@code row,column,old,new,score,low,high,reason,raw}, packed where
 * its name ends in {@code .gz}. It appears whole, at {@link #commit()}, or not at all.
 */
public final class ChangesWriter implements AutoCloseable {
  static final List<String> HEADER =
      List.of("row", "column", "old", "new", "score", "low", "high", "reason", "raw");

  private final CsvOutput csv;
  private long count;

  private ChangesWriter(Path path) {
    csv = new CsvOutput(path, ',', HEADER);
  }

  /**
   * Starts the file.
   *
   * @throws org.ricvae.data.InputException where it cannot be created
   */
  public static ChangesWriter open(Path path) {
    return new ChangesWriter(path);
  }

  /** Adds a change; they come row by row, as the file is read. */
  public void write(Change change) {
    csv.write(
        List.of(
            Long.toString(change.row()),
            change.column(),
            orEmpty(change.old()),
            change.replacement(),
            Double.isNaN(change.score()) ? "" : Double.toString(change.score()),
            orEmpty(change.low()),
            orEmpty(change.high()),
            orEmpty(change.reason()),
            change.raw()));
    count++;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** How many changes were written. */
  public long count() {
    return count;
  }

  /** Ends the file and gives it its name. */
  public void commit() {
    csv.commit();
  }

  @Override
  public void close() {
    csv.close();
  }
}
