package org.ricvae.table.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * DuckDB within bounds: 512 MB and two threads, its files in a temporary folder that goes with it,
 * no extensions from the network.
 *
 * <p>The first in a JVM takes about a second, for a library of 70 MB is unpacked; the next take
 * milliseconds.
 */
final class Duck implements AutoCloseable {
  private static final List<String> BOUNDS =
      List.of(
          "SET memory_limit = '512MB'",
          "SET threads = 2",
          "SET autoinstall_known_extensions = false",
          "SET TimeZone = 'UTC'");

  private final TempFolder folder = new TempFolder();
  private final Connection connection;

  /** What is done with a result. */
  interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  Duck() throws SQLException {
    boolean ready = false;
    Connection opened = null;
    try {
      Properties properties = new Properties();
      // Rows come as they are read; otherwise a result is whole in memory first.
      properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
      opened = new DuckDBDriver().connect("jdbc:duckdb:" + folder.file("db"), properties);
      connection = opened;
      for (String bound : BOUNDS) {
        run(bound);
      }
      run("SET temp_directory = " + text(folder.file("spill").toString()));
      ready = true;
    } finally {
      // Also where DuckDB's library cannot be loaded, which is an error.
      if (!ready) {
        if (opened != null) {
          opened.close();
        }
        folder.close();
      }
    }
  }

  Connection connection() {
    return connection;
  }

  /** A file in the temporary folder. */
  Path file(String name) {
    return folder.file(name);
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  <T> T query(String sql, Reader<T> reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return reader.read(rows);
    }
  }

  /** A literal. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** An identifier. */
  static String name(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  /** The first line of what DuckDB says, which has its advice and a stack below. */
  static String reason(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB could not be closed", e);
    } finally {
      folder.close();
    }
  }
}
