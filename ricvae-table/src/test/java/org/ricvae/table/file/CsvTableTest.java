package org.ricvae.table.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ricvae.data.InputException;

class CsvTableTest {
  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private TableFile open(String content) throws IOException {
    return TableFile.open(file("t.csv", content));
  }

  private static List<String> names(TableFile table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private String rewritten(TableFile table, Edits edits) throws IOException {
    Path out = folder.resolve("out" + TableFormat.ending(table.path()));
    table.rewrite(out, edits);
    return Files.readString(out);
  }

  @ParameterizedTest
  @CsvSource({"';'", "'\t'", "'|'", "','"})
  void findsTheDelimiter(char delimiter) throws IOException {
    TableFile table = open("id,when,n\n1,a,2\n3,\"x,y\",4\n5,c,\n".replace(',', delimiter));
    assertThat(names(table)).containsExactly("id", "when", "n");
    assertThat(table.notes().get(0)).startsWith("the delimiter is");
    assertThat(Tables.texts(table))
        .containsExactly(
            List.of("1", "a", "2"),
            List.of("3", "x" + delimiter + "y", "4"),
            List.of("5", "c", "∅"));
  }

  @Test
  void tellsWhetherThereIsAHeader() throws IOException {
    TableFile table = open("1,2.5\n3,4\n5,6\n");
    assertThat(names(table)).containsExactly("column 1", "column 2");
    assertThat(table.notes()).anyMatch(note -> note.contains("holds no names"));
    assertThat(Tables.texts(table)).hasSize(3);
    TableFile said =
        TableFile.open(table.path(), new CsvOptions(Optional.of(','), Optional.of(true)));
    assertThat(names(said)).containsExactly("1", "2.5");
    assertThat(Tables.texts(said)).hasSize(2);
    TableFile text = open("name,city\nann,bonn\nbob,rome\n");
    assertThat(names(text)).containsExactly("name", "city");
  }

  @Test
  void makesNamesUniqueAndSaysSo() throws IOException {
    TableFile table = open("a,a,,a (2),a\n1,2,3,4,5\n1,2,3,4,5\n");
    assertThat(names(table)).containsExactly("a", "a (3)", "column 3", "a (2)", "a (4)");
    assertThat(table.notes()).anyMatch(note -> note.contains("column 3 has no name"));
    assertThat(table.notes()).anyMatch(note -> note.contains("is a second \"a\""));
  }

  @Test
  void readsOneColumnAndRaggedMadeRegular() throws IOException {
    assertThat(Tables.texts(open("x\n1\n2\n\n3\n")))
        .containsExactly(List.of("1"), List.of("2"), List.of("3"));
    assertThat(Tables.texts(open("x\nab\n\"\"\ncd"))).contains(List.of(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty",
        "\\n\\n|is empty",
        "a,b\\n|has a header but no rows",
        "a,b\\n1,2\\n3\\n4,5\\n|line 3: the row has 1 cells, but the first line has 2",
        "a,b\\n1,2\\n3,4,5\\n|line 3: the row has 3 cells",
        "title\\n\\na,b\\n1,2\\n3,4\\n|line 3: the row has 2 cells, but the first line has 1",
        "a,b\\n1,\"x,y\"\\n1,\"2\\n3,4\\n|line 3: the row that begins there has a quote that is not closed",
        "a,b\\n1,2\\n3,x\\0y\\n|line 3: a NUL byte",
      })
  void refusesByName(String content, String message) throws IOException {
    String text = content.replace("\\n", "\n").replace("\\0", "\0");
    assertThatThrownBy(() -> Tables.texts(open(text)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("t.csv")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesOtherEncodingsAndFormats() throws IOException {
    Path utf16 =
        Files.write(folder.resolve("u.csv"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> TableFile.open(utf16))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("UTF-16")
        .hasMessageContaining("iconv");
    Path latin =
        Files.write(
            folder.resolve("l.csv"), "a,b\n1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> TableFile.open(latin))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> TableFile.open(Path.of("x.xlsx")))
        .hasMessageContaining(".csv")
        .hasMessageContaining(".parquet");
    assertThatThrownBy(() -> TableFile.open(folder.resolve("none.csv")))
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> TableFile.open(Files.createDirectory(folder.resolve("d.csv"))))
        .hasMessageContaining("not a file");
    Path broken = file("broken.csv.gz", "a,b\n1,2\n");
    assertThatThrownBy(() -> TableFile.open(broken)).hasMessageContaining("broken.csv.gz");
    assertThat(TableFile.handles(Path.of("A.CSV.gz"))).isTrue();
    assertThat(TableFile.handles(Path.of("a.npz"))).isFalse();
    assertThat(TableFile.handles(Path.of("a.parquet.gz"))).isFalse();
  }

  @Test
  void refusesOptionsThatCannotBe() {
    for (char c : new char[] {'"', '\n', 'é', 0}) {
      assertThatThrownBy(() -> new CsvOptions(Optional.of(c), Optional.empty()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("delimiter");
    }
  }

  @Test
  void changesNothingElse() throws IOException {
    String content = "\uFEFFid,t\r\n\r\n1,\" q \"\"x\"\"\"\n2 , b\r\r\n\"3\",\n4,e";
    TableFile table = open(content);
    assertThat(table.notes()).anyMatch(note -> note.contains("byte-order mark"));
    assertThat(names(table)).containsExactly("id", "t");
    assertThat(rewritten(table, (row, cells) -> {})).isEqualTo(content);
    assertThat(
            rewritten(
                table,
                (row, cells) -> {
                  if (row == 0) {
                    cells[1] = "p";
                  } else if (row == 2) {
                    cells[0] = "33";
                    cells[1] = "a,b";
                  } else if (row == 3) {
                    cells[0] = "";
                    cells[1] = "5\" disk";
                  }
                }))
        .isEqualTo("\uFEFFid,t\r\n\r\n1,\"p\"\n2 , b\r\r\n\"33\",\"a,b\"\n\"\",\"5\"\" disk\"");
  }

  @Test
  void writesAnyTextSoThatItReadsTheSame() throws IOException {
    List<String> nasty =
        List.of("", " ", "a\rb", "a\r\nb", "\"", "'", "\\", "\uFEFF", "😀;\t|,", "=1+1");
    for (char delimiter : new char[] {',', ';', '\t'}) {
      StringBuilder content = new StringBuilder("a,b\n");
      nasty.forEach(text -> content.append("1,x\n\"2\",\"y\"\n"));
      TableFile table =
          TableFile.open(
              file("n.csv", content.toString().replace(',', delimiter)),
              new CsvOptions(Optional.of(delimiter), Optional.of(true)));
      Path out = folder.resolve("m.csv");
      table.rewrite(out, (row, cells) -> cells[(int) row % 2] = nasty.get((int) row / 2));
      TableFile again =
          TableFile.open(out, new CsvOptions(Optional.of(delimiter), Optional.of(true)));
      List<List<String>> rows = Tables.texts(again);
      for (int i = 0; i < rows.size(); i++) {
        assertThat(rows.get(i).get(i % 2)).isEqualTo(nasty.get(i / 2));
      }
    }
  }

  @Test
  void quotesThatMeanNothingStay() throws IOException {
    Path path = file("q.tsv", "a\tb\n1\t\"x\n2\ty\n3\t5\" d\n");
    TableFile table = TableFile.open(path);
    assertThat(Tables.texts(table)).contains(List.of("1", "\"x"));
    assertThat(table.notes()).anyMatch(note -> note.contains("quotes"));
    assertThat(rewritten(table, (row, cells) -> cells[1] = "z\""))
        .isEqualTo("a\tb\n1\tz\"\n2\tz\"\n3\tz\"\n");
    assertThatThrownBy(() -> rewritten(table, (row, cells) -> cells[1] = "a\tb"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("row 1, column \"b\"");
    assertThat(folder.resolve("out.tsv")).hasContent("a\tb\n1\tz\"\n2\tz\"\n3\tz\"\n");
  }

  @Test
  void refusesToWriteAnotherFormat() throws IOException {
    TableFile table = open("a,b\n1,2\n");
    assertThatThrownBy(() -> table.rewrite(folder.resolve("o.parquet"), (row, cells) -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(".csv or .csv.gz");
    assertThat(folder.resolve("o.parquet")).doesNotExist();
  }

  @Test
  void packsAndUnpacks() throws IOException {
    TableFile table = open("a,b\n1,2\n3,\"4\"\n");
    Path packed = folder.resolve("o.csv.gz");
    table.rewrite(packed, (row, cells) -> {});
    TableFile again = TableFile.open(packed);
    assertThat(Tables.texts(again)).isEqualTo(Tables.texts(table));
    Path back = folder.resolve("back.csv");
    again.rewrite(back, (row, cells) -> {});
    assertThat(back).hasSameBinaryContentAs(table.path());
    byte[] bytes = Files.readAllBytes(packed);
    Path cut = folder.resolve("cut.csv.gz");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 9));
    assertThatThrownBy(() -> Tables.texts(TableFile.open(cut)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cut.csv.gz");
  }

  @Test
  void mayBeWrittenOverItself() throws IOException {
    TableFile table = open("a,b\n1,2\n3,4\n");
    table.rewrite(table.path(), (row, cells) -> cells[0] = "9");
    assertThat(table.path()).hasContent("a,b\n9,2\n9,4\n");
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    TableFile table = open("a,b\n" + "1,2\n".repeat(200_000));
    try (RowCursor rows = table.rows()) {
      assertThat(rows.size()).isEqualTo(800_004);
      assertThat(rows.next()).isTrue();
      assertThat(rows.position()).isBetween(4L, 799_999L);
      while (rows.next()) {
        assertThat(rows.raw(1)).isEqualTo("2");
      }
      assertThat(rows.row()).isEqualTo(199_999);
      assertThat(rows.position()).isEqualTo(rows.size());
    }
    assertThat(Files.readString(table.path(), UTF_8)).startsWith("a,b");
  }
}
