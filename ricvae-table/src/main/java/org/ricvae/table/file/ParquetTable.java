package org.ricvae.table.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;

/**
 * A Parquet file, by DuckDB.
 *
 * <p>A copy is made in two steps: the edits go row by row into a table of DuckDB, which spills to
 * the disk; then the file and that table are read side by side ({@code POSITIONAL JOIN}, which
 * keeps the order and takes no memory) and written. Old values pass through text and back, which
 * for every type allowed here gives the same value.
 */
final class ParquetTable extends TableFile {
  private static final CsvDialect RAW = CsvDialect.standard((byte) ',');

  private final ParquetSchema schema;

  private ParquetTable(Path path, ParquetSchema schema) {
    super(path, schema.columns(path), List.of());
    this.schema = schema;
  }

  static ParquetTable read(Path path) {
    try (Duck duck = new Duck()) {
      ParquetSchema schema = ParquetSchema.read(duck, path);
      if (schema.rows() == 0) {
        throw new InputException("%s has no rows; a table needs at least one".formatted(path));
      }
      return new ParquetTable(path, schema);
    } catch (SQLException e) {
      throw unreadable(path, e);
    } catch (LinkageError e) {
      throw new InputException(
          "cannot read %s: DuckDB does not run on this machine (%s); convert it to CSV elsewhere"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  static InputException unreadable(Path path, SQLException e) {
    return new InputException(
        "cannot read %s as Parquet: %s; check that it is whole".formatted(path, Duck.reason(e)), e);
  }

  /** A text as {@link RowCursor#raw} has it. */
  static String quote(String text) {
    return CsvText.quote(text, RAW);
  }

  @Override
  public RowCursor rows() {
    return cursor();
  }

  private ParquetCursor cursor() {
    return new ParquetCursor(path(), schema);
  }

  @Override
  String encode(RowCursor row, int column, String text) {
    return quote(text);
  }

  /** Compares values, for the file has 3.0 where the text was 3. */
  @Override
  boolean holds(RowCursor row, int column, String text) {
    String cell = row.cell(column);
    return text.equals(cell)
        || (cell != null && ((ParquetCursor) row).same(schema.types().get(column), text, cell));
  }

  @Override
  void copy(Path out, Patches patches) {
    try (AtomicFile file = AtomicFile.open(out)) {
      try (Duck duck = new Duck()) {
        gather(duck, patches);
        Path written = duck.file("copy.parquet");
        write(duck, written);
        append(written, file);
        patches.end();
      } catch (SQLException e) {
        throw new InputException(
            "cannot write %s: %s; free some space, or name another folder for temporary files with -Djava.io.tmpdir=FOLDER"
                .formatted(out, Duck.reason(e)),
            e);
      }
      file.commit();
    }
  }

  /**
   * Fills the table {@code edits}, a row for every row: a list with a text for each column, NULL if
   * untouched, empty if it becomes NULL, otherwise the new text behind an equals sign; no list
   * where the whole row is untouched.
   */
  private void gather(Duck duck, Patches patches) throws SQLException {
    duck.run("CREATE TABLE edits (cells VARCHAR[])");
    String[] raw = new String[columns().size()];
    try (ParquetCursor row = cursor();
        DuckDBAppender edits =
            duck.connection().unwrap(DuckDBConnection.class).createAppender("edits")) {
      while (row.next()) {
        Arrays.fill(raw, null);
        patches.row(row, raw);
        edits.beginRow();
        if (Arrays.stream(raw).allMatch(Objects::isNull)) {
          edits.appendNull();
        } else {
          edits.append(Arrays.asList(Arrays.stream(raw).map(ParquetTable::edit).toArray()));
        }
        edits.endRow();
      }
    }
  }

  private static String edit(String raw) {
    if (raw == null || raw.isEmpty()) {
      return raw;
    }
    byte[] bytes = raw.getBytes(UTF_8);
    return "=" + CsvText.decode(bytes, 0, bytes.length, RAW);
  }

  private void write(Duck duck, Path to) throws SQLException {
    String columns =
        IntStream.range(0, schema.names().size())
            .mapToObj(this::expression)
            .collect(Collectors.joining(", "));
    String metadata =
        schema.metadata().isEmpty() ? "" : ", KV_METADATA {" + schema.metadata() + "}";
    try {
      duck.run(
          "COPY (SELECT %s FROM read_parquet(%s) AS t POSITIONAL JOIN edits AS e) TO %s (FORMAT parquet, COMPRESSION %s%s)"
              .formatted(
                  columns,
                  ParquetSchema.literal(path()),
                  Duck.text(to.toString()),
                  schema.compression(),
                  metadata));
    } catch (SQLException e) {
      requireFit(duck);
      throw e;
    }
  }

  private String expression(int column) {
    String name = Duck.name(schema.names().get(column));
    String cell = "e.cells[%d]".formatted(column + 1);
    return "CASE WHEN %s IS NULL THEN t.%s WHEN %s = '' THEN NULL ELSE CAST(%s[2:] AS %s) END AS %s"
        .formatted(cell, name, cell, cell, schema.types().get(column), name);
  }

  /** Names the first new text that is none of its column's type. */
  private void requireFit(Duck duck) throws SQLException {
    for (int j = 0; j < schema.names().size(); j++) {
      String cell = "cells[%d]".formatted(j + 1);
      List<String> misfit =
          duck.query(
              "SELECT rowid + 1, %s[2:] FROM edits WHERE %s <> '' AND TRY_CAST(%s[2:] AS %s) IS NULL ORDER BY rowid LIMIT 1"
                  .formatted(cell, cell, cell, schema.types().get(j)),
              rows -> rows.next() ? List.of(rows.getString(1), rows.getString(2)) : List.of());
      if (!misfit.isEmpty()) {
        throw new InputException(
            "%s, row %s: \"%s\" cannot be written in column \"%s\", which is of type %s"
                .formatted(
                    path(),
                    misfit.get(0),
                    misfit.get(1),
                    schema.names().get(j),
                    schema.types().get(j)));
      }
    }
  }

  static void append(Path written, AtomicFile file) {
    try (FileChannel from = FileChannel.open(written)) {
      long done = 0;
      while (done < from.size()) {
        done += from.transferTo(done, from.size() - done, file.channel());
      }
    } catch (IOException e) {
      throw file.failure(e);
    }
  }
}
