package org.ricvae.table.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ricvae.data.InputException;
import tools.jackson.core.JsonToken;

/**
 * One JSON object a line, its keys the columns. The whole file is read once when it is opened, for
 * a key may appear late, and a line may be broken.
 */
final class JsonLinesTable extends TableFile {
  /** RFC 8259, section 6. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final List<String> keys;
  private final Map<String, Integer> index = new HashMap<>();

  private JsonLinesTable(Path path, List<Column> columns) {
    super(path, columns, List.of());
    this.keys = columns.stream().map(Column::name).toList();
    for (int j = 0; j < keys.size(); j++) {
      index.put(keys.get(j), j);
    }
  }

  static JsonLinesTable read(Path path) {
    JsonColumns found = new JsonColumns();
    boolean any = false;
    try (TextInput in = TextInput.open(path)) {
      LineScanner scanner = new LineScanner(in, path);
      JsonLine line = new JsonLine();
      while (scanner.next()) {
        if (!scanner.isBlank()) {
          line.read(scanner);
          found.add(line, scanner);
          any = true;
        }
      }
    }
    if (!any || found.keys().isEmpty()) {
      throw new InputException(
          any
              ? "%s has no columns: all its objects are empty".formatted(path)
              : "%s is empty; a table needs at least one row".formatted(path));
    }
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < found.keys().size(); j++) {
      columns.add(new Column(found.keys().get(j), found.types().get(j)));
    }
    return new JsonLinesTable(path, columns);
  }

  @Override
  public JsonCursor rows() {
    return new JsonCursor(path(), keys, index);
  }

  @Override
  void copy(Path out, Patches patches) {
    TextCursor.copy(this::rows, columns().size(), out, patches);
  }

  /** A value of the column's kind; in a mixed column of the old cell's kind, if the text can be. */
  @Override
  String encode(RowCursor row, int column, String text) {
    JsonCursor cursor = (JsonCursor) row;
    Column of = columns().get(column);
    return switch (of.type()) {
      case NUMBER, INTEGER -> require(NUMBER.matcher(text).matches(), cursor, of, text);
      case BOOLEAN -> require(isBoolean(text), cursor, of, text);
      case TEXT, DATE, TIMESTAMP -> fits(cursor.kind(column), text) ? text : JsonCursor.quote(text);
    };
  }

  private static boolean fits(JsonToken kind, String text) {
    return switch (kind) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER.matcher(text).matches();
      case VALUE_TRUE, VALUE_FALSE -> isBoolean(text);
      default -> false;
    };
  }

  private static boolean isBoolean(String text) {
    return text.equals("true") || text.equals("false");
  }

  private static String require(boolean fits, JsonCursor row, Column column, String text) {
    if (!fits) {
      throw row.bad(
          "\"%s\" cannot be written in column \"%s\", which holds %s"
              .formatted(
                  text,
                  column.name(),
                  column.type() == SourceType.BOOLEAN ? "true and false" : "numbers"));
    }
    return text;
  }
}
