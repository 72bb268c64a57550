package org.ricvae.table.file;

import java.nio.file.Path;
import java.util.List;
import org.ricvae.data.InputException;

/** Writes a new table row by row. It appears whole, at {@link #commit()}, or not at all. */
public abstract sealed class TableWriter implements AutoCloseable
    permits CsvWriting, JsonLinesWriting, ParquetWriting {
  TableWriter() {}

  /**
   * Starts a table, its format named by the ending as {@link TableFile#open} has it; {@code .tsv}
   * has tabs between its cells, {@code .csv} and {@code .txt} commas.
   *
   * @param columns their types say how JSON lines and Parquet are to hold them
   * @throws InputException where the ending is none of them, or the file cannot be created
   */
  public static TableWriter create(Path out, List<Column> columns) {
    return switch (format(out)) {
      case CSV -> new CsvWriting(out, columns);
      case JSON_LINES -> new JsonLinesWriting(out, columns);
      case PARQUET -> new ParquetWriting(out, columns);
      case NPZ -> throw refused(out);
    };
  }

  /**
   * Fails if {@link #create} would for the name: before all the work rather than after.
   *
   * @throws InputException where the ending is none that can be written
   */
  public static void requireKnown(Path out) {
    if (format(out) == TableFormat.NPZ) {
      throw refused(out);
    }
  }

  private static TableFormat format(Path out) {
    return TableFormat.of(out).orElseThrow(() -> refused(out));
  }

  private static InputException refused(Path out) {
    return new InputException(
        "cannot write new rows to %s: its name must end in one of .csv .tsv .txt .jsonl .ndjson (each also with .gz after it) and .parquet"
            .formatted(out));
  }

  /** Adds a row: a text for each column, of its type. */
  public abstract void write(List<String> cells);

  /** Ends the table and gives it its name. */
  public abstract void commit();

  @Override
  public abstract void close();
}
