package org.ricvae.table.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV that is written line by line, packed where its name ends in {@code .gz}. It appears whole,
 * at {@link #commit()}, or not at all.
 */
public final class CsvOutput implements AutoCloseable {
  private final TextOutput file;
  private final CsvWriter csv;

  /**
   * Starts the file with its header.
   *
   * @throws org.ricvae.data.InputException where it cannot be created
   */
  public CsvOutput(Path path, char delimiter, List<String> header) {
    file = new TextOutput(path);
    csv = CsvWriter.builder().fieldSeparator(delimiter).build(file.stream());
    write(header);
  }

  /** Adds a line; {@code null} is an empty cell. */
  public void write(List<String> cells) {
    try {
      csv.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw file.failure(e.getCause());
    }
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
