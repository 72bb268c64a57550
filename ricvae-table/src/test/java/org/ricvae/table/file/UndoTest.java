package org.ricvae.table.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.data.InputException;

/** What was changed at random is taken back to the very bytes. */
class UndoTest {
  private static final String NASTY_CSV =
      "\uFEFFid,n,t\r\n\r\n1,\"2\",\"a\"\"b\"\n2,,\"\"\r3,\" x\",\"line\r\nbreak\"\n\n4, 5 ,é😀\n5,\"q\"r,=1";
  private static final String NASTY_JSON =
      "\uFEFF{\"a\":1,\"b\":\"\\u00e9\\/\"}\r\n\n {  } \n{ \"b\" : null , \"a\":2.50 }\n{\"b\":\"\"}\n{}\n{\"c\" :true,\"a\" : 1E2}";

  @TempDir Path folder;

  /** Changes cells at random, writes the list, and says how many. */
  private long change(Path from, Path to, Path list, long seed) {
    TableFile table = TableFile.open(from);
    SplittableRandom random = new SplittableRandom(seed);
    try (ChangesWriter changes = ChangesWriter.open(list);
        RowCursor old = table.rows()) {
      table.rewrite(
          to,
          (row, cells) -> {
            old.next();
            for (int j = 0; j < cells.length; j++) {
              if (random.nextInt(3) == 0) {
                Column column = table.columns().get(j);
                cells[j] = text(column.type(), random);
                changes.write(
                    new Change(
                        row + 1,
                        column.name(),
                        old.cell(j),
                        cells[j],
                        random.nextDouble(),
                        "1",
                        null,
                        "because, \"so\"",
                        old.raw(j)));
              }
            }
          });
      changes.commit();
      return changes.count();
    }
  }

  private static String text(SourceType type, SplittableRandom random) {
    return switch (type) {
      case INTEGER -> Integer.toString(random.nextInt(100));
      case NUMBER -> Integer.toString(random.nextInt(1000));
      case BOOLEAN -> Boolean.toString(random.nextBoolean());
      case DATE -> "2021-03-04";
      case TIMESTAMP -> "2021-03-04 05:06:07";
      case TEXT -> List.of("", "new", "a\"b", "x,y", "é\r\n", "12").get(random.nextInt(6));
    };
  }

  private void assertUndone(String name, String content) throws IOException {
    Path original = Files.writeString(folder.resolve(name), content);
    long changes = 0;
    for (int seed = 0; seed < 25; seed++) {
      Path changed = folder.resolve("changed-" + name);
      Path list = folder.resolve(seed % 2 == 0 ? "changes.csv" : "changes.csv.gz");
      Path back = folder.resolve("back-" + name);
      changes += change(original, changed, list, seed);
      Undo.apply(changed, list, back);
      assertThat(back).as("seed %d: %s", seed, Files.readString(changed)).hasContent(content);
      assertThat(back).hasSameBinaryContentAs(original);
    }
    assertThat(changes).isGreaterThan(100);
  }

  @Test
  void restoresTheBytesOfACsv() throws IOException {
    assertUndone("t.csv", NASTY_CSV);
  }

  @Test
  void restoresTheBytesOfJsonLines() throws IOException {
    assertUndone("t.jsonl", NASTY_JSON);
  }

  @Test
  void saysThatAPackedListIsDamaged() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), NASTY_CSV);
    Path list = folder.resolve("changes.csv.gz");
    Path back = folder.resolve("back.csv");
    change(table, folder.resolve("changed.csv"), list, 1);
    byte[] whole = Files.readAllBytes(list);
    assertThat(whole).startsWith(0x1f, 0x8b);
    Files.write(list, Arrays.copyOf(whole, whole.length - 12));

    assertThatThrownBy(() -> Undo.apply(folder.resolve("changed.csv"), list, back))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot read " + list)
        .hasMessageContaining("it must be the list of changes that clean wrote");
    Files.write(list, new byte[0]);
    assertThatThrownBy(() -> Undo.apply(folder.resolve("changed.csv"), list, back))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot read " + list + ": it is cut off");
    Files.writeString(list, "no gzip");
    assertThatThrownBy(() -> Undo.apply(folder.resolve("changed.csv"), list, back))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot read " + list);
    assertThat(back).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"beers", "flights", "hospital"})
  void restoresTheBytesOfRealTables(String name) {
    Path original = SharedData.file("dirty-tables/" + name + "/dirty.csv");
    Path changed = folder.resolve("changed.csv");
    Path back = folder.resolve("back.csv");
    assertThat(change(original, changed, folder.resolve("changes.csv"), 1)).isGreaterThan(3000);
    Undo.apply(changed, folder.resolve("changes.csv"), back);
    assertThat(back).hasSameBinaryContentAs(original);
  }

  @Test
  void restoresValuesAndTypesOfParquet() throws SQLException {
    Path original = folder.resolve("a.parquet");
    try (Duck duck = new Duck()) {
      duck.run(
          "COPY (SELECT t.* FROM (%s) t, range(5)) TO %s (FORMAT parquet)"
              .formatted(
                  ParquetTableTest.ALL_TYPES
                      .replace("TIME '10:11:12'", "NULL::VARCHAR")
                      .replace("TIME '00:00:00'", "'t'")
                      .replace("'ab'::BLOB", "'ab'")
                      .replaceAll("'[^']*'::BLOB", "''"),
                  Duck.text(original.toString())));
    }
    for (int seed = 0; seed < 3; seed++) {
      Path changed = folder.resolve("changed.parquet");
      Path back = folder.resolve("back.parquet");
      assertThat(change(original, changed, folder.resolve("changes.csv"), seed)).isGreaterThan(50);
      Undo.apply(changed, folder.resolve("changes.csv"), back);
      ParquetTableTest.assertSame(original, back);
    }
  }

  private static String line(String... cells) {
    return String.join(",", cells) + "\n";
  }

  private static String list(String... lines) {
    return "row,column,old,new,score,low,high,reason,raw\n" + String.join("", lines);
  }

  private void assertRefused(String list, String message) throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n3,4\n5,6\n");
    Path changes = Files.writeString(folder.resolve("changes.csv"), list);
    Path out = folder.resolve("out.csv");
    assertThatThrownBy(() -> Undo.apply(table, changes, out))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void refusesAListOfAnotherTable() throws IOException {
    assertRefused(
        list(line("2", "b", "9", "7", "", "", "", "", "9")),
        "row 2, column \"b\" made it \"7\", but");
    assertRefused(list(line("2", "c", "9", "7", "", "", "", "", "9")), "names no column");
    assertRefused(list(line("4", "b", "9", "7", "", "", "", "", "9")), "has 3 rows");
    String first = line("1", "a", "9", "1", "", "", "", "", "9");
    String second = line("2", "b", "9", "4", "", "", "", "", "9");
    assertRefused(list(second, first), "sort the list by row");
    assertRefused(list(second, second), "is there twice");
  }

  @Test
  void refusesWhatIsNoList() throws IOException {
    assertRefused("a,b\n1,2\n", "its columns are a,b");
    assertRefused(list(line("x", "b", "9", "4", "", "", "", "", "9")), "line 2");
    assertRefused(list(line("0", "b", "9", "4", "", "", "", "", "9")), "no number from 1 on");
    assertRefused(list(line("2", "b", "9", "4", "high", "", "", "", "9")), "the score \"high\"");
    assertRefused(list("2,b\n"), "line 2");
  }

  @Test
  void takesPartOfTheListBack() throws IOException {
    Path table = Files.writeString(folder.resolve("t.jsonl"), "{\"a\":1,\"b\":2}\n{\"b\":3}\n");
    Path changes =
        Files.writeString(
            folder.resolve("changes.csv"), list(line("1", "a", "", "1", "", "", "", "", "")));
    Path out = folder.resolve("out.jsonl");
    Undo.apply(table, changes, out);
    assertThat(out).hasContent("{\"b\":2}\n{\"b\":3}\n");
    Files.writeString(changes, list());
    Undo.apply(table, changes, out);
    assertThat(out).hasSameBinaryContentAs(table);
  }

  @Test
  void changesAreReadAsWritten() {
    List<Change> written = new ArrayList<>();
    for (String raw : List.of("", "\"a\r\nb\"", "x,y", "\"\"", "null", "\r", " ")) {
      written.add(new Change(written.size() + 1, "c,\n", null, "", 0.1, null, "2", "é", raw));
      written.add(
          new Change(written.size() + 1, "\"", raw + "z", raw, Double.NaN, "l", null, "", raw));
    }
    Path file = folder.resolve("changes.csv");
    try (ChangesWriter writer = ChangesWriter.open(file)) {
      written.forEach(writer::write);
      assertThat(file).doesNotExist();
      writer.commit();
    }
    List<Change> read = new ArrayList<>();
    try (ChangesReader reader = ChangesReader.open(file)) {
      reader.forEachRemaining(read::add);
    }
    assertThat(read).isEqualTo(written);
  }
}
