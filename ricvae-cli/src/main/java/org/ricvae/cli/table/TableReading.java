package org.ricvae.cli.table;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ricvae.cli.output.Progress;
import org.ricvae.data.InputException;
import org.ricvae.table.file.CsvOptions;
import org.ricvae.table.file.RowCursor;
import org.ricvae.table.file.TableFile;
import picocli.CommandLine.Option;

/** How a table is read where its file does not say it. */
public final class TableReading {
  @Option(
      names = "--delimiter",
      paramLabel = "CHARACTER",
      description = "What stands between two cells of a CSV, or tab (default: found in the file).")
  String delimiter;

  @Option(
      names = "--header",
      negatable = true,
      description = "The first line of a CSV has the columns' names, or not (default: found).")
  Boolean header;

  /** Opens a table, and says what a user should know of it. */
  TableFile open(Path path, Consumer<String> notes) {
    TableFile table = TableFile.open(path, options());
    table.notes().stream()
        .filter(note -> !note.equals("the delimiter is ,"))
        .forEach(note -> notes.accept("%s: %s".formatted(path, note)));
    return table;
  }

  /** Begins a part of the work that goes through a table once. */
  static void begin(Progress progress, String what, TableFile table) {
    try (RowCursor rows = table.rows()) {
      boolean counted =
          table.path().toString().toLowerCase(Locale.ROOT).matches(".*\\.(parquet|npz)");
      progress.begin(what, counted ? "rows" : "bytes", rows.size());
    }
  }

  /** What the options say. */
  CsvOptions options() {
    if (delimiter != null && delimiter.length() != 1 && !delimiter.equals("tab")) {
      throw new InputException(
          "--delimiter %s: allowed are one character, or tab".formatted(delimiter));
    }
    return new CsvOptions(
        Optional.ofNullable(delimiter).map(d -> d.equals("tab") ? '\t' : d.charAt(0)),
        Optional.ofNullable(header));
  }
}
