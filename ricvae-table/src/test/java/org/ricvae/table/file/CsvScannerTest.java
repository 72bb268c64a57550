package org.ricvae.table.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.data.InputException;

/** The scanner against FastCSV and DuckDB. */
class CsvScannerTest {
  private static final Path NAME = Path.of("x.csv");
  private static final CsvDialect COMMA = CsvDialect.standard((byte) ',');

  /** Gives a few bytes at a time, so that every place of the content is once the end of a read. */
  private static InputStream drops(byte[] content, int most) {
    return new ByteArrayInputStream(content) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, most));
      }
    };
  }

  private static List<List<String>> ours(byte[] content, CsvDialect dialect, int most) {
    CsvScanner scanner = new CsvScanner(drops(content, most), dialect, NAME);
    List<List<String>> records = new ArrayList<>();
    while (scanner.next()) {
      if (scanner.cells() > 0) {
        records.add(scanner.texts());
      }
    }
    return records;
  }

  private static List<List<String>> fastCsv(byte[] content, char delimiter) {
    List<List<String>> records = new ArrayList<>();
    for (CsvRecord record :
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(new String(content, UTF_8))) {
      records.add(record.getFields());
    }
    return records;
  }

  private static byte[] random(SplittableRandom random, String alphabet) {
    StringBuilder text = new StringBuilder();
    int n = random.nextInt(40);
    for (int i = 0; i < n; i++) {
      text.appendCodePoint(
          alphabet
              .codePoints()
              .skip(random.nextInt((int) alphabet.codePoints().count()))
              .findFirst()
              .getAsInt());
    }
    return text.toString().getBytes(UTF_8);
  }

  @Test
  void readsAnyTextAsFastCsvDoes() {
    SplittableRandom random = new SplittableRandom(4);
    int compared = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] content = random(random, "ab,,\"\"\r\n\nß€😀 ");
      String text = new String(content, UTF_8);
      List<List<String>> expected;
      try {
        expected = fastCsv(content, ',');
      } catch (CsvParseException e) {
        continue; // A quote is not closed, or something stands behind one that is.
      }
      assertThat(ours(content, COMMA, 1 + i % 5)).as(text).isEqualTo(expected);
      compared++;
    }
    assertThat(compared).isGreaterThan(4_000);
  }

  @Test
  void letsStandWhatIsBehindAClosingQuote() {
    // As Python's csv does.
    assertThat(ours("\"a\"b\"c,\"\"x\n".getBytes(UTF_8), COMMA, 1))
        .containsExactly(List.of("ab\"c", "x"));
  }

  @Test
  void spansAndGapsAreTheWholeFile() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 5_000; i++) {
      byte[] content = random(random, "ab,,\"\r\n\nß");
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      CsvScanner scanner = new CsvScanner(drops(content, 3), COMMA, NAME);
      try {
        while (scanner.next()) {
          int done = scanner.begin();
          for (int j = 0; j < scanner.cells(); j++) {
            copy.write(scanner.bytes(), done, scanner.end(j) - done);
            done = scanner.end(j);
          }
          copy.write(scanner.bytes(), done, scanner.end() - done);
        }
      } catch (InputException unclosed) {
        continue;
      }
      assertThat(copy.toByteArray()).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"beers", "flights", "hospital"})
  void readsRealTablesAsFastCsvAndDuckDbDo(String name) throws Exception {
    for (String kind : List.of("dirty", "clean")) {
      Path file = SharedData.file("dirty-tables/%s/%s.csv".formatted(name, kind));
      byte[] content = Files.readAllBytes(file);
      boolean mark = content[0] == (byte) 0xEF;
      List<List<String>> ours = ours(content, COMMA, 1 << 16);
      byte[] unmarked = mark ? java.util.Arrays.copyOfRange(content, 3, content.length) : content;
      assertThat(ours).isEqualTo(fastCsv(unmarked, ','));
      try (Duck duck = new Duck()) {
        List<List<String>> theirs =
            duck.query(
                "SELECT * FROM read_csv(%s, delim = ',', quote = '\"', escape = '\"', header = true, all_varchar = true)"
                    .formatted(Duck.text(file.toString())),
                rows -> {
                  List<List<String>> all = new ArrayList<>();
                  int width = rows.getMetaData().getColumnCount();
                  while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int j = 1; j <= width; j++) {
                      row.add(rows.getString(j) == null ? "" : rows.getString(j));
                    }
                    all.add(row);
                  }
                  return all;
                });
        assertThat(ours.subList(1, ours.size())).isEqualTo(theirs);
      }
    }
  }

  @Test
  void saysOnWhichLineARecordBegins() {
    byte[] content = "a,b\r\n\r\n\"1\n2\r\n3\",x\r4,5\n\n\n6,7".getBytes(UTF_8);
    CsvScanner scanner = new CsvScanner(drops(content, 1), COMMA, NAME);
    List<Long> lines = new ArrayList<>();
    while (scanner.next()) {
      if (scanner.cells() > 0) {
        lines.add(scanner.line());
      }
    }
    assertThat(lines).containsExactly(1L, 3L, 6L, 9L);
  }

  @Test
  void understandsBackslashesAndOtherQuotes() {
    CsvDialect dialect = new CsvDialect((byte) ';', (byte) '\'', (byte) '\\', true);
    byte[] content = "'a\\';b';'\\\\';c\\;\"d\"\n".getBytes(UTF_8);
    assertThat(ours(content, dialect, 1)).containsExactly(List.of("a';b", "\\", "c\\", "\"d\""));
    assertThat(CsvText.quote("a';\\b", dialect)).isEqualTo("'a\\';\\\\b'");
    CsvDialect none = new CsvDialect((byte) '\t', (byte) 0, (byte) 0, true);
    assertThat(ours("\"a\t\"\"\n".getBytes(UTF_8), none, 2))
        .containsExactly(List.of("\"a", "\"\""));
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    byte[] latin = "a,b\n1,2\n3,caf\u00e9\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> ours(latin, COMMA, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("x.csv, line 3")
        .hasMessageContaining("UTF-8")
        .hasMessageContaining("iconv");
    assertThatThrownBy(() -> ours("a,b\n1,\0\n".getBytes(UTF_8), COMMA, 99))
        .hasMessageContaining("line 2")
        .hasMessageContaining("NUL");
    assertThatThrownBy(() -> ours("a,b\n1,2\n\"x,\n\n".getBytes(UTF_8), COMMA, 99))
        .hasMessageContaining("line 3")
        .hasMessageContaining("not closed");
  }

  @Test
  void refusesARecordOfMoreThan64MebibytesByTheLineOnWhichItBegan() {
    byte[] line = "1,2,3,4,5,6,7,8,9\n".repeat(1000).getBytes(UTF_8);
    InputStream endless =
        new InputStream() {
          private boolean begun;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            byte[] next = begun ? line : "a,b\n\"1,2\n".getBytes(UTF_8);
            begun = true;
            int n = Math.min(length, next.length);
            System.arraycopy(next, 0, into, offset, n);
            return n;
          }
        };
    CsvScanner scanner = new CsvScanner(endless, COMMA, NAME);
    assertThat(scanner.next()).isTrue();
    assertThatThrownBy(scanner::next)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("64 MiB");
  }
}
