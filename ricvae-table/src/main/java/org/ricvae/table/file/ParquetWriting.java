package org.ricvae.table.file;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;

/** A new Parquet file: its rows go as texts into a table of DuckDB, and from there to the file. */
final class ParquetWriting extends TableWriter {
  private final Path out;
  private final List<Column> columns;
  private final AtomicFile file;
  private final Duck duck;
  private final DuckDBAppender rows;

  ParquetWriting(Path out, List<Column> columns) {
    this.out = out;
    this.columns = columns;
    file = AtomicFile.open(out);
    Duck opened = null;
    try {
      opened = new Duck();
      List<String> texts = new ArrayList<>();
      for (Column column : columns) {
        texts.add(Duck.name(column.name()) + " VARCHAR");
      }
      opened.run("CREATE TABLE rows (%s)".formatted(String.join(", ", texts)));
      rows = opened.connection().unwrap(DuckDBConnection.class).createAppender("rows");
      duck = opened;
    } catch (SQLException | LinkageError e) {
      if (opened != null) {
        opened.close();
      }
      file.close();
      throw failure(e);
    }
  }

  @Override
  public void write(List<String> cells) {
    try {
      rows.beginRow();
      for (String cell : cells) {
        rows.append(cell);
      }
      rows.endRow();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public void commit() {
    List<String> cells = new ArrayList<>();
    for (Column column : columns) {
      String name = Duck.name(column.name());
      cells.add("CAST(%s AS %s) AS %s".formatted(name, type(column.type()), name));
    }
    Path written = duck.file("new.parquet");
    try {
      rows.close();
      duck.run(
          "COPY (SELECT %s FROM rows ORDER BY rowid) TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(String.join(", ", cells), Duck.text(written.toString())));
    } catch (SQLException e) {
      throw failure(e);
    }
    ParquetTable.append(written, file);
    file.commit();
  }

  private static String type(SourceType type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case NUMBER -> "DOUBLE";
      case INTEGER -> "BIGINT";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
    };
  }

  private InputException failure(Throwable e) {
    String reason = e instanceof SQLException sql ? Duck.reason(sql) : e.getMessage();
    return new InputException("cannot write %s: %s; write a CSV".formatted(out, reason), e);
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (SQLException closed) {
      // What was not committed is not wanted.
    }
    duck.close();
    file.close();
  }
}
