package org.ricvae.table.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.ricvae.data.InputException;

/** The rows of a Parquet file, all cells as text. */
final class ParquetCursor implements RowCursor {
  private final Path path;
  private final long size;
  private final List<ParquetCell> cells;
  private final Duck duck;
  private final Statement statement;
  private final ResultSet rows;
  private long row = -1;

  ParquetCursor(Path path, ParquetSchema schema) {
    this.path = path;
    this.size = schema.rows();
    this.cells = schema.types().stream().map(ParquetCell::of).toList();
    Duck opened = null;
    try {
      opened = new Duck();
      duck = opened;
      statement = duck.connection().createStatement();
      rows = statement.executeQuery(query(schema));
    } catch (SQLException e) {
      if (opened != null) {
        opened.close();
      }
      throw ParquetTable.unreadable(path, e);
    }
  }

  private String query(ParquetSchema schema) {
    String columns =
        IntStream.range(0, cells.size())
            .mapToObj(j -> cells.get(j).expression(schema.names().get(j)))
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM read_parquet(%s)".formatted(columns, ParquetSchema.literal(path));
  }

  @Override
  public boolean next() {
    try {
      row++;
      return rows.next();
    } catch (SQLException e) {
      throw ParquetTable.unreadable(path, e);
    }
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public String cell(int column) {
    try {
      return cells.get(column).text(rows, column);
    } catch (SQLException e) {
      throw ParquetTable.unreadable(path, e);
    }
  }

  @Override
  public String raw(int column) {
    String text = cell(column);
    return text == null ? "" : ParquetTable.quote(text);
  }

  /** Whether two texts are the same value of a type. */
  boolean same(String type, String a, String b) {
    // A connection of its own, for a query would end the one that gives the rows.
    try (Connection beside = duck.connection().unwrap(DuckDBConnection.class).duplicate();
        Statement cast = beside.createStatement();
        ResultSet answer =
            cast.executeQuery(
                "SELECT TRY_CAST(%s AS %s) = TRY_CAST(%s AS %s)"
                    .formatted(Duck.text(a), type, Duck.text(b), type))) {
      return answer.next() && answer.getBoolean(1);
    } catch (SQLException e) {
      throw ParquetTable.unreadable(path, e);
    }
  }

  @Override
  public long position() {
    return Math.min(row + 1, size);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void close() {
    try {
      rows.close();
      statement.close();
    } catch (SQLException e) {
      throw new InputException("cannot close %s: %s".formatted(path, Duck.reason(e)), e);
    } finally {
      duck.close();
    }
  }
}
