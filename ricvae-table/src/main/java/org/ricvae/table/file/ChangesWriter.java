package org.ricvae.table.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ricvae.data.AtomicFile;

/**
 * Writes {@code changes.csv}: {@code row,column,old,new,score,low,high,reason,raw}. It appears
 * whole, at {@link #commit()}, or not at all.
 */
public final class ChangesWriter implements AutoCloseable {
  static final List<String> HEADER =
      List.of("row", "column", "old", "new", "score", "low", "high", "reason", "raw");

  private final AtomicFile file;
  private final CsvWriter csv;
  private long count;

  private ChangesWriter(Path path) {
    file = AtomicFile.open(path);
    csv = CsvWriter.builder().build(Channels.newWriter(file.channel(), StandardCharsets.UTF_8));
    record(HEADER);
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
    record(
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

  private void record(List<String> fields) {
    try {
      csv.writeRecord(fields);
    } catch (UncheckedIOException e) {
      throw file.failure(e.getCause());
    }
  }

  /** How many changes were written. */
  public long count() {
    return count;
  }

  /** Ends the file and gives it its name. */
  public void commit() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw file.failure(e);
    }
    file.commit();
  }

  @Override
  public void close() {
    file.close();
  }
}
