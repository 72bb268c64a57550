package org.ricvae.table.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What a file's name says of its format. */
enum TableFormat {
  CSV,
  JSON_LINES,
  PARQUET,
  NPZ;

  /** For messages. */
  static final String ALLOWED =
      ".csv .tsv .txt .jsonl .ndjson (each also with .gz after it), .parquet, and .npz with X and y";

  static Optional<TableFormat> of(Path path) {
    return switch (ending(path)) {
      case ".csv", ".tsv", ".txt" -> Optional.of(CSV);
      case ".jsonl", ".ndjson" -> Optional.of(JSON_LINES);
      case ".parquet" -> isPacked(path) ? Optional.empty() : Optional.of(PARQUET);
      case ".npz" -> isPacked(path) ? Optional.empty() : Optional.of(NPZ);
      default -> Optional.empty();
    };
  }

  /** The last ending, {@code .gz} left out: {@code .csv} of {@code a.csv.gz}. */
  static String ending(Path path) {
    String name = name(path);
    if (isPacked(path)) {
      name = name.substring(0, name.length() - ".gz".length());
    }
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }

  static boolean isPacked(Path path) {
    return name(path).endsWith(".gz");
  }

  private static String name(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
