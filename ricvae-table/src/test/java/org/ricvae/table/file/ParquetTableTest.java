package org.ricvae.table.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;

class ParquetTableTest {
  /**
   * Every type that a table may have, with NULL, NaN, infinity, zeros of both signs, and extremes.
   */
  static final String ALL_TYPES =
      """
      SELECT * FROM (VALUES
        (1::TINYINT, 2::USMALLINT, 3::INTEGER, 4::BIGINT, 1.5::FLOAT, 2.5::DOUBLE, 1.25::DECIMAL(10,2),
         true, DATE '2020-02-29', TIMESTAMP '2020-01-01 10:00:00.123456',
         TIMESTAMPTZ '2020-01-01 10:00:00+00', TIME '10:11:12', 'x"é', 'ab'::BLOB),
        (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        (-128, 65535, -2147483648, 9223372036854775807, 'nan', '-inf', -0.01, false, DATE '0001-01-01',
         TIMESTAMP '1969-12-31 23:59:59.999999', TIMESTAMPTZ '2200-01-01 00:00:00+00', TIME '00:00:00',
         '', '\\x00\\xFF'::BLOB),
        (0, 0, 0, 0, 0.1, '-0.0', 99999999.99, true, DATE '9999-12-31', TIMESTAMP '2020-01-01 10:00:00',
         NULL, NULL, E'a,\\n\\'', ''::BLOB)
      ) t(tiny, small, "int", "big int", f, d, "dec", b, "day", ts, tz, tm, "te""xt", "bin")
      """;

  @TempDir Path folder;

  private Path parquet(String name, String select) throws SQLException {
    Path file = folder.resolve(name);
    try (Duck duck = new Duck()) {
      duck.run(
          "COPY (%s) TO %s (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 4096, KV_METADATA {pandas: '{\"it''s\": 1}'})"
              .formatted(select, Duck.text(file.toString())));
    }
    return file;
  }

  /** Rows that are in one but not at the same place in the other, and types that differ. */
  static void assertSame(Path a, Path b) throws SQLException {
    try (Duck duck = new Duck()) {
      assertThat(describe(duck, b)).isEqualTo(describe(duck, a));
      String rows = "SELECT * FROM read_parquet(%s, file_row_number = true)";
      String difference =
          "SELECT count(*) FROM ((%1$s EXCEPT ALL %2$s) UNION ALL (%2$s EXCEPT ALL %1$s))"
              .formatted(
                  rows.formatted(ParquetSchema.literal(a)),
                  rows.formatted(ParquetSchema.literal(b)));
      assertThat(number(duck, difference)).isZero();
    }
  }

  private static long number(Duck duck, String sql) throws SQLException {
    return duck.query(
        sql,
        rows -> {
          rows.next();
          return rows.getLong(1);
        });
  }

  private static String describe(Duck duck, Path file) throws SQLException {
    return duck.query(
        "SELECT string_agg(concat(name, type, repetition_type, converted_type, logical_type, duckdb_type), '; ') FROM parquet_schema(%s)"
            .formatted(ParquetSchema.literal(file)),
        rows -> {
          rows.next();
          return rows.getString(1);
        });
  }

  @Test
  void knowsTheTypesAndReadsEveryValue() throws SQLException {
    TableFile table = TableFile.open(parquet("a.parquet", ALL_TYPES));
    assertThat(table.columns().stream().map(Column::name))
        .containsExactly(
            "tiny", "small", "int", "big int", "f", "d", "dec", "b", "day", "ts", "tz", "tm",
            "te\"xt", "bin");
    assertThat(table.columns().stream().map(Column::type))
        .startsWith(SourceType.INTEGER, SourceType.INTEGER, SourceType.INTEGER, SourceType.INTEGER)
        .containsSequence(SourceType.NUMBER, SourceType.NUMBER, SourceType.NUMBER)
        .containsSequence(SourceType.BOOLEAN, SourceType.DATE, SourceType.TIMESTAMP)
        .endsWith(SourceType.TIMESTAMP, SourceType.TEXT, SourceType.TEXT, SourceType.TEXT);
    List<List<String>> texts = Tables.texts(table);
    assertThat(texts.get(0))
        .containsExactly(
            "1",
            "2",
            "3",
            "4",
            "1.5",
            "2.5",
            "1.25",
            "true",
            "2020-02-29",
            "2020-01-01 10:00:00.123456",
            "2020-01-01 10:00:00+00",
            "10:11:12",
            "x\"é",
            "ab");
    assertThat(texts.get(1)).containsOnly("∅");
    assertThat(texts.get(2)).contains("NaN", "-Infinity", "9223372036854775807", "");
  }

  @Test
  void untouchedValuesTypesAndMetadataStay() throws SQLException {
    Path file = parquet("a.parquet", ALL_TYPES);
    Path out = folder.resolve("o.parquet");
    TableFile.open(file).rewrite(out, (row, cells) -> {});
    assertSame(file, out);
    try (Duck duck = new Duck()) {
      ParquetSchema schema = ParquetSchema.read(duck, out);
      assertThat(schema.compression()).isEqualTo("snappy");
      assertThat(schema.metadata()).isEqualTo("'pandas': '{\"it''s\": 1}'");
    }
  }

  @Test
  void changesCellsInFileOrder() throws SQLException {
    Path file =
        parquet(
            "big.parquet",
            "SELECT i AS id, (hash(i) % 1000)::INTEGER AS n, 'text ' || (hash(i) % 77) AS t, i / 7 AS x FROM range(60000) r(i)");
    Path out = folder.resolve("o.parquet");
    TableFile table = TableFile.open(file);
    table.rewrite(
        out,
        (row, cells) -> {
          if (row % 10 == 3) {
            cells[1] = Long.toString(-row);
            cells[2] = "it's \"" + row;
          }
        });
    try (Duck duck = new Duck()) {
      String join =
          "SELECT count(*) FROM read_parquet(%s, file_row_number = true) a JOIN read_parquet(%s) b USING (id) WHERE "
              .formatted(ParquetSchema.literal(out), ParquetSchema.literal(file));
      assertThat(number(duck, join + "a.id = a.file_row_number AND a.x = b.x")).isEqualTo(60_000);
      assertThat(number(duck, join + "a.id % 10 = 3 AND a.n = -a.id AND a.t = 'it''s \"' || a.id"))
          .isEqualTo(6_000);
      assertThat(number(duck, join + "a.id % 10 <> 3 AND a.n = b.n AND a.t = b.t"))
          .isEqualTo(54_000);
    }
    try (RowCursor rows = TableFile.open(out).rows()) {
      long id = 0;
      while (rows.next()) {
        assertThat(rows.cell(0)).isEqualTo(Long.toString(id++));
      }
      assertThat(rows.size()).isEqualTo(60_000);
      assertThat(rows.position()).isEqualTo(60_000);
    }
  }

  @Test
  void saysWhichColumnATextDoesNotFit() throws SQLException {
    TableFile table = TableFile.open(parquet("a.parquet", ALL_TYPES));
    Path out = folder.resolve("o.parquet");
    assertThatThrownBy(
            () ->
                table.rewrite(
                    out,
                    (row, cells) -> {
                      cells[2] = "5";
                      cells[3] = row == 2 ? "many" : "6";
                    }))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("row 3: \"many\" cannot be written in column \"big int\"")
        .hasMessageContaining("BIGINT");
    assertThat(out).doesNotExist();
  }

  @Test
  void refusesByName() throws IOException, SQLException {
    for (String nested : List.of("[1, 2] AS l", "{'x': 1} AS l", "MAP {'x': 1} AS l")) {
      Path file = parquet("n.parquet", "SELECT 1 AS a, " + nested);
      assertThatThrownBy(() -> TableFile.open(file))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("column \"l\" is of type");
    }
    Path none = parquet("z.parquet", "SELECT 1 AS a WHERE false");
    assertThatThrownBy(() -> TableFile.open(none))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no rows");
    Path text = Files.writeString(folder.resolve("t.parquet"), "a,b\n1,2\n");
    assertThatThrownBy(() -> TableFile.open(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot read")
        .hasMessageContaining("t.parquet")
        .hasMessageNotContaining("\n");
  }

  @Test
  void takesNamesThatAreNoPatterns() throws SQLException, IOException {
    parquet("a1.parquet", "SELECT 7 AS other FROM range(3)");
    Path file = folder.resolve("a[1]it's.parquet");
    Files.copy(parquet("plain.parquet", "SELECT 1 AS a"), file);
    TableFile table = TableFile.open(file);
    assertThat(Tables.texts(table)).containsExactly(List.of("1"));
    table.rewrite(folder.resolve("o[2].parquet"), (row, cells) -> cells[0] = "2");
    assertThat(Tables.texts(TableFile.open(folder.resolve("o[2].parquet"))))
        .containsExactly(List.of("2"));
  }
}
