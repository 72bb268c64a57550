package org.ricvae.table.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;
import org.ricvae.format.NpzMatrix;

/**
 * A table in a file: read row by row as often as needed, and copied with some cells changed.
 *
 * <p>A copy has the columns, the order and the types of the original. In text formats, untouched
 * cells and all between them are the very bytes of the original (of its content, where it is packed
 * with gzip); in Parquet and {@code .npz}, untouched cells have the same values.
 */
public abstract sealed class TableFile permits CsvTable, JsonLinesTable, ParquetTable, NpzTable {
  private final Path path;
  private final List<Column> columns;
  private final List<String> notes;

  TableFile(Path path, List<Column> columns, List<String> notes) {
    this.path = path;
    this.columns = List.copyOf(columns);
    this.notes = List.copyOf(notes);
  }

  /** Opens a table; the same as {@link #open(Path, CsvOptions)} with all found in the file. */
  public static TableFile open(Path path) {
    return open(path, CsvOptions.AUTOMATIC);
  }

  /**
   * Opens a table, its format named by the ending: {@code .csv .tsv .txt} for cells between
   * delimiters, {@code .jsonl .ndjson} for one JSON object a line, each also packed as {@code .gz},
   * {@code .parquet}, and {@code .npz} for a matrix X with or without labels y.
   *
   * @param options of a CSV; no matter for the other formats
   * @throws InputException where it cannot be read as a table with at least one row
   */
  public static TableFile open(Path path, CsvOptions options) {
    TableFormat format =
        TableFormat.of(path)
            .orElseThrow(
                () ->
                    new InputException(
                        "%s is no table that can be read: its name must end in one of %s"
                            .formatted(path, TableFormat.ALLOWED)));
    if (!Files.isRegularFile(path)) {
      throw new InputException(
          "cannot read %s: %s"
              .formatted(path, Files.exists(path) ? "it is not a file" : "there is no such file"));
    }
    return switch (format) {
      case CSV -> CsvTable.read(path, options);
      case JSON_LINES -> JsonLinesTable.read(path);
      case PARQUET -> ParquetTable.read(path);
      case NPZ -> NpzTable.read(path);
    };
  }

  /**
   * Whether a file is a table by what is known without options: the name is that of a table, and of
   * an {@code .npz}, which may hold anything, the content too ({@link NpzMatrix#isLabelled}).
   */
  public static boolean handles(Path path) {
    return TableFormat.of(path)
        .filter(format -> format != TableFormat.NPZ || NpzMatrix.isLabelled(path))
        .isPresent();
  }

  /** Whether it is an {@code .npz}, which may be a table or not. */
  public static boolean mayBeAnother(Path path) {
    return TableFormat.of(path).equals(Optional.of(TableFormat.NPZ));
  }

  /** The file. */
  public final Path path() {
    return path;
  }

  /** The columns in the order of the file, at least one. */
  public final List<Column> columns() {
    return columns;
  }

  /** What a user should know: renamed columns, no header found, the delimiter; a line each. */
  public final List<String> notes() {
    return notes;
  }

  /** Which rows are outliers, where the file itself says so; no column of its own. */
  public Optional<boolean[]> labels() {
    return Optional.empty();
  }

  /** Starts before the first row. */
  public abstract RowCursor rows();

  /**
   * Writes a copy with some cells changed; it appears whole or not at all. A changed cell keeps its
   * quotes if it had them, and gets them if its new text needs them.
   *
   * @param out with the same ending as this file, but for {@code .gz}; may be this file
   * @param edits what changes
   * @throws InputException where the copy cannot be written, or a new text does not fit the type of
   *     its column
   */
  public final void rewrite(Path out, Edits edits) {
    String[] texts = new String[columns.size()];
    patch(
        out,
        new Patches() {
          @Override
          public void row(RowCursor row, String[] raw) {
            Arrays.fill(texts, null);
            edits.row(row.row(), texts);
            for (int j = 0; j < texts.length; j++) {
              raw[j] = texts[j] == null ? null : encode(row, j, texts[j]);
            }
          }

          @Override
          public void end() {
            edits.end();
          }
        });
  }

  /**
   * Fails if {@link #rewrite} would for its place: before all the work rather than after.
   *
   * @throws InputException where the name is that of another format, or nothing can be written
   *     there
   */
  public final void requireWritable(Path out) {
    requireSameFormat(out);
    AtomicFile.open(out).close();
  }

  /** Writes a copy with some cells written otherwise. */
  final void patch(Path out, Patches patches) {
    requireSameFormat(out);
    copy(out, patches);
  }

  private void requireSameFormat(Path out) {
    String ending = TableFormat.ending(path);
    if (TableFormat.of(out).isEmpty() || !TableFormat.ending(out).equals(ending)) {
      throw new InputException(
          "cannot write %s: the copy of %s has the same format, so its name must end in %s%s"
              .formatted(out, path, ending, isText() ? " or " + ending + ".gz" : ""));
    }
  }

  private boolean isText() {
    return this instanceof CsvTable || this instanceof JsonLinesTable;
  }

  /** The nearest text to one that the type of its column can hold; the same for most. */
  public String nearest(int column, String text) {
    return text;
  }

  abstract void copy(Path out, Patches patches);

  /** How a new text of a cell is written in the file, in the sense of {@link RowCursor#raw}. */
  abstract String encode(RowCursor row, int column, String text);

  /** Whether the cell is what {@link #encode} makes of a text. */
  boolean holds(RowCursor row, int column, String text) {
    return text.equals(row.cell(column));
  }
}
