package org.ricvae.table.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ricvae.data.InputException;

class JsonLinesTableTest {
  private static final String CONTENT =
      """
          \uFEFF{"a":1,"b":"x\\u00e9\\"y","c":true}\r

            { "b" : null , "a" : -2.50e1 } \s
          {"d": "é😀", "c": false}
          {}
          {"a":3,"m":12}
          {"m":"12 oz","e":null}""";

  @TempDir Path folder;

  private TableFile open(String content) throws IOException {
    return TableFile.open(Files.writeString(folder.resolve("t.jsonl"), content));
  }

  private String rewritten(TableFile table, Edits edits) throws IOException {
    Path out = folder.resolve("out.jsonl");
    table.rewrite(out, edits);
    return Files.readString(out);
  }

  @Test
  void readsAllKeysOfTheFile() throws IOException {
    TableFile table = open(CONTENT);
    assertThat(table.columns())
        .containsExactly(
            new Column("a", SourceType.NUMBER),
            new Column("b", SourceType.TEXT),
            new Column("c", SourceType.BOOLEAN),
            new Column("d", SourceType.TEXT),
            new Column("m", SourceType.TEXT),
            new Column("e", SourceType.TEXT));
    assertThat(Tables.texts(table))
        .containsExactly(
            List.of("1", "xé\"y", "true", "∅", "∅", "∅"),
            List.of("-2.50e1", "∅", "∅", "∅", "∅", "∅"),
            List.of("∅", "∅", "false", "é😀", "∅", "∅"),
            List.of("∅", "∅", "∅", "∅", "∅", "∅"),
            List.of("3", "∅", "∅", "∅", "12", "∅"),
            List.of("∅", "∅", "∅", "∅", "12 oz", "∅"));
  }

  @Test
  void tellsNumbersFromWholeNumbers() throws IOException {
    TableFile table = open("{\"i\":1,\"x\":1.5}\n{\"i\":-7,\"x\":2}\n");
    assertThat(table.columns())
        .containsExactly(new Column("i", SourceType.INTEGER), new Column("x", SourceType.NUMBER));
  }

  @Test
  void changesNothingElse() throws IOException {
    TableFile table = open(CONTENT);
    assertThat(rewritten(table, (row, cells) -> {})).isEqualTo(CONTENT);
    String changed =
        rewritten(
            table,
            (row, cells) -> {
              cells[0] = "7.5";
              cells[1] = "n\n\"";
              cells[4] = "13";
            });
    assertThat(changed)
        .isEqualTo(
            """
          \uFEFF{"a":7.5,"b":"n\\n\\"","c":true,"m":"13"}\r

            { "b" : "n\\n\\"" , "a" : 7.5 , "m" : "13" } \s
          {"d": "é😀", "c": false, "a": 7.5, "b": "n\\n\\"", "m": "13"}
          {"a":7.5,"b":"n\\n\\"","m":"13"}
          {"a":7.5,"m":13,"b":"n\\n\\""}
          {"m":"13","e":null,"a":7.5,"b":"n\\n\\""}""");
  }

  @Test
  void refusesTextWhereNumbersAre() throws IOException {
    TableFile table = open(CONTENT);
    assertThatThrownBy(() -> rewritten(table, (row, cells) -> cells[0] = "NaN"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("\"NaN\" cannot be written in column \"a\", which holds numbers");
    assertThatThrownBy(() -> rewritten(table, (row, cells) -> cells[2] = "yes"))
        .hasMessageContaining("true and false");
    assertThat(folder.resolve("out.jsonl")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|is empty",
        "\\n \\n|is empty",
        "{}\\n{}|has no columns",
        "{\"a\":1}\\n{\"a\":[1]}|line 2: \"a\" holds an array",
        "{\"a\":{\"b\":1}}|line 1: \"a\" holds an object",
        "{\"a\":1}\\n{\"a\":1,}|line 2: the line is not valid JSON, column 8",
        "{\"a\":1}\\n{\"a\":1|line 2: the line is not valid JSON",
        "{\"a\":1}{\"a\":2}|line 1: there is more behind the object",
        "{\"a\":1,\"a\":2}|line 1: the line is not valid JSON",
        "{\"a\":1,\" \":2}|line 1: a key is blank",
        "[{\"a\":1}]|line 1: a line must hold one JSON object",
        "a,b\\n1,2|line 1: the line is not valid JSON",
        "{\"a\":NaN}|line 1: the line is not valid JSON",
        "{\"a\":1}\\n{\"a\":\"\\0\"}|line 2: a NUL byte",
      })
  void refusesByName(String content, String message) {
    assertThatThrownBy(() -> open(content.replace("\\n", "\n").replace("\\0", "\0")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("t.jsonl")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesOtherEncodings() throws IOException {
    Path file = folder.resolve("l.ndjson");
    Files.write(file, "{\"a\":1}\n{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> TableFile.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("UTF-8");
    Files.write(file, "{\"a\":1}\n".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> TableFile.open(file)).isInstanceOf(InputException.class);
  }

  @Test
  void readsLongLines() throws IOException {
    String text = "é".repeat(400_000);
    TableFile table = open("{\"a\":\"x\"}\n{\"a\":\"" + text + "\",\"b\":1}\n");
    assertThat(Tables.texts(table).get(1)).containsExactly(text, "1");
  }
}
