package org.ricvae.table.file;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ricvae.data.InputException;

/**
 * What a Parquet file says of itself.
 *
 * @param names of the columns
 * @param types of the columns, as DuckDB calls them: {@code DECIMAL(10,2)}
 * @param rows their number
 * @param compression the codec of most of its parts, as DuckDB's COPY calls it
 * @param metadata the key-value pairs kept in a copy, as a literal for DuckDB's COPY; empty: none
 */
record ParquetSchema(
    List<String> names, List<String> types, long rows, String compression, String metadata) {
  private static final Set<String> CODECS =
      Set.of("uncompressed", "snappy", "gzip", "zstd", "brotli", "lz4_raw");

  static ParquetSchema read(Duck duck, Path path) throws SQLException {
    String file = literal(path);
    List<String> names = new ArrayList<>();
    List<String> types = new ArrayList<>();
    duck.query(
        "DESCRIBE SELECT * FROM read_parquet(%s)".formatted(file),
        rows -> {
          while (rows.next()) {
            names.add(rows.getString(1));
            types.add(rows.getString(2));
          }
          return null;
        });
    requireOwnNames(duck, path, names);
    long rows =
        number(duck, "SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata(" + file + ")");
    return new ParquetSchema(names, types, rows, compression(duck, file), metadata(duck, file));
  }

  /**
   * The path for DuckDB, in which a name with {@code *}, {@code ?} or {@code [} would be a pattern.
   */
  static String literal(Path path) {
    return Duck.text(path.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]"));
  }

  /** DuckDB renames columns that differ in case alone, which a copy must not. */
  private static void requireOwnNames(Duck duck, Path path, List<String> names)
      throws SQLException {
    Set<String> own = new HashSet<>();
    duck.query(
        "SELECT name FROM parquet_schema(%s)".formatted(literal(path)),
        rows -> {
          while (rows.next()) {
            own.add(rows.getString(1));
          }
          return null;
        });
    for (String name : names) {
      if (!own.contains(name)) {
        throw new InputException(
            "%s: two columns have the name of \"%s\" or differ in case alone; rename one"
                .formatted(path, name.replaceFirst("_\\d+$", "")));
      }
    }
  }

  private static long number(Duck duck, String sql) throws SQLException {
    return duck.query(sql, rows -> rows.next() ? rows.getLong(1) : 0);
  }

  private static String compression(Duck duck, String file) throws SQLException {
    String codec =
        duck.query(
            "SELECT mode(compression) FROM parquet_metadata(%s)".formatted(file),
            rows -> rows.next() ? rows.getString(1) : null);
    String known = codec == null ? "" : codec.toLowerCase(Locale.ROOT);
    return CODECS.contains(known) ? known : "zstd";
  }

  /**
   * All but Arrow's own copy of the schema, which would name types that the copy may store
   * otherwise (dictionaries, large strings).
   */
  private static String metadata(Duck duck, String file) throws SQLException {
    return duck.query(
        "SELECT decode(key), decode(value) FROM parquet_kv_metadata(%s)".formatted(file),
        rows -> {
          List<String> pairs = new ArrayList<>();
          while (rows.next()) {
            if (!rows.getString(1).equals("ARROW:schema")) {
              pairs.add(Duck.text(rows.getString(1)) + ": " + Duck.text(rows.getString(2)));
            }
          }
          return String.join(", ", pairs);
        });
  }

  /** The columns with their types; throws where one is nested or unknown. */
  List<Column> columns(Path path) {
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < names.size(); j++) {
      columns.add(new Column(names.get(j), type(path, names.get(j), types.get(j))));
    }
    return columns;
  }

  private static SourceType type(Path path, String name, String type) {
    boolean nested = type.endsWith("]") || (type.endsWith(")") && !type.startsWith("DECIMAL"));
    return switch (nested ? "nested" : type.replaceFirst("\\(.*", "")) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> SourceType.INTEGER;
      case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> SourceType.INTEGER;
      case "FLOAT", "DOUBLE", "DECIMAL" -> SourceType.NUMBER;
      case "BOOLEAN" -> SourceType.BOOLEAN;
      case "DATE" -> SourceType.DATE;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> SourceType.TIMESTAMP;
      case "TIMESTAMP WITH TIME ZONE" -> SourceType.TIMESTAMP;
      case "VARCHAR", "BLOB", "UUID", "TIME", "TIME WITH TIME ZONE" -> SourceType.TEXT;
      default ->
          throw new InputException(
              "%s: column \"%s\" is of type %s, and a table's cells are numbers, texts, booleans and times; leave it out, or make its parts columns of their own"
                  .formatted(path, name, type));
    };
  }
}
