package org.ricvae.table.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ricvae.data.InputException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.JsonStringEncoder;

/** The rows of JSON lines: lines that are not blank. */
final class JsonCursor implements TextCursor {
  private final TextInput in;
  private final LineScanner scanner;
  private final JsonLine line = new JsonLine();
  private final List<String> keys;
  private final Map<String, Integer> index;
  private final JsonLine.Member[] cells;
  private long row = -1;

  /**
   * @param keys of the columns, as they are in the file
   * @param index where each is in {@code keys}
   */
  JsonCursor(Path path, List<String> keys, Map<String, Integer> index) {
    this.keys = keys;
    this.index = index;
    this.cells = new JsonLine.Member[keys.size()];
    this.in = TextInput.open(path);
    this.scanner = new LineScanner(in, path);
  }

  @Override
  public boolean next() {
    while (scanner.next()) {
      if (!scanner.isBlank()) {
        read();
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean next(TextOutput copy) {
    while (scanner.next()) {
      ByteWindow window = scanner.window();
      if (!scanner.isBlank()) {
        read();
        return true;
      }
      copy.write(window.bytes, window.start, window.at);
    }
    return false;
  }

  private void read() {
    line.read(scanner);
    Arrays.fill(cells, null);
    for (JsonLine.Member member : line.members()) {
      Integer column = index.get(member.key());
      if (column == null) {
        throw scanner
            .window()
            .bad(
                "the key \"%s\" was not there when the file was opened; do not change it meanwhile"
                    .formatted(member.key()));
      }
      cells[column] = member;
    }
    row++;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public String cell(int column) {
    return cells[column] == null ? null : cells[column].text();
  }

  @Override
  public String raw(int column) {
    JsonLine.Member cell = cells[column];
    return cell == null ? "" : JsonLine.text(scanner, cell.valueBegin(), cell.valueEnd());
  }

  /** The kind of a cell; {@link JsonToken#VALUE_NULL} also where the key is absent. */
  JsonToken kind(int column) {
    return cells[column] == null ? JsonToken.VALUE_NULL : cells[column].kind();
  }

  /** Copies the line, with some values written otherwise, some added and some removed. */
  @Override
  public void write(TextOutput copy, String[] raw) {
    ByteWindow window = scanner.window();
    int origin = scanner.begin();
    int done = window.start;
    int previousEnd = line.open();
    boolean some = false;
    for (JsonLine.Member member : line.members()) {
      String value = raw[index.get(member.key())];
      if (value != null && value.isEmpty()) {
        copy.write(window.bytes, done, origin + previousEnd);
        done = origin + member.valueEnd();
      } else {
        if (!some && previousEnd > line.open()) {
          done = origin + member.keyBegin(); // All before it are gone, so its comma goes too.
        }
        some = true;
        if (value != null) {
          copy.write(window.bytes, done, origin + member.valueBegin());
          copy.write(value);
          done = origin + member.valueEnd();
        }
      }
      previousEnd = member.valueEnd();
    }
    copy.write(window.bytes, done, origin + previousEnd);
    add(copy, raw, some);
    copy.write(window.bytes, origin + previousEnd, window.at);
  }

  /** Writes the values for absent keys, spaced as the last member is. */
  private void add(TextOutput copy, String[] raw, boolean some) {
    List<JsonLine.Member> members = line.members();
    int n = members.size();
    String comma =
        n < 2
            ? ","
            : JsonLine.text(scanner, members.get(n - 2).valueEnd(), members.get(n - 1).keyBegin());
    String colon =
        n < 1
            ? ":"
            : JsonLine.text(scanner, members.get(n - 1).keyEnd(), members.get(n - 1).valueBegin());
    boolean first = !some;
    for (int j = 0; j < raw.length; j++) {
      if (cells[j] == null && raw[j] != null && !raw[j].isEmpty()) {
        copy.write((first ? "" : comma) + quote(keys.get(j)) + colon + raw[j]);
        first = false;
      }
    }
  }

  /** A JSON string. */
  static String quote(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsUTF8(text), UTF_8) + '"';
  }

  InputException bad(String what) {
    return scanner.window().bad(what);
  }

  @Override
  public long position() {
    return in.position();
  }

  @Override
  public long size() {
    return in.size();
  }

  @Override
  public void close() {
    in.close();
  }
}
