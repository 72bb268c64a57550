package org.ricvae.table.file;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How the cells of a Parquet column come out of DuckDB. Numbers come as such, for they are in
 * memory we can read, and a text takes a call into DuckDB each.
 */
enum ParquetCell {
  /** Whole numbers of up to 64 bits. */
  WHOLE,
  /** Binary numbers of 32 bits. */
  FLOAT,
  /** Binary numbers of 64 bits. */
  DOUBLE,
  /** All else, cast to text by DuckDB. */
  TEXT;

  /** By the name of DuckDB's type. */
  static ParquetCell of(String type) {
    return switch (type) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> WHOLE;
      case "FLOAT" -> FLOAT;
      case "DOUBLE" -> DOUBLE;
      default -> TEXT;
    };
  }

  /** What to select. */
  String expression(String column) {
    String name = Duck.name(column);
    return this == TEXT ? "CAST(%s AS VARCHAR)".formatted(name) : name;
  }

  /**
   * The text of a cell; {@code null} where it is NULL.
   *
   * @param column from 0
   */
  String text(ResultSet row, int column) throws SQLException {
    String text =
        switch (this) {
          case WHOLE -> Long.toString(row.getLong(column + 1));
          case FLOAT -> Float.toString(row.getFloat(column + 1));
          case DOUBLE -> Double.toString(row.getDouble(column + 1));
          case TEXT -> row.getString(column + 1);
        };
    return row.wasNull() ? null : text;
  }
}
