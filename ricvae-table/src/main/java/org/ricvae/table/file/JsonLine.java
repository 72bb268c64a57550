package org.ricvae.table.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object of scalars, and at which bytes of its line the members stand. Jackson reads and
 * judges it, and says where tokens begin.
 */
final class JsonLine {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(ByteWindow.MAX_RECORD)
                  .maxNameLength(1 << 16)
                  .build())
          .build();

  /**
   * A member; positions count bytes from the beginning of the line, ends are behind the last byte.
   *
   * @param text of the value, {@code null} for {@code null}
   */
  record Member(
      String key,
      int keyBegin,
      int keyEnd,
      JsonToken kind,
      int valueBegin,
      int valueEnd,
      String text) {}

  private final List<Member> members = new ArrayList<>();
  private int open;

  /** Reads the scanner's line. */
  void read(LineScanner line) {
    members.clear();
    ByteWindow window = line.window();
    try (JsonParser json =
        FACTORY.createParser(
            ObjectReadContext.empty(), window.bytes, line.begin(), line.length())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw window.bad("a line must hold one JSON object, as {\"a\": 1, \"b\": \"x\"}");
      }
      open = offset(json) + 1;
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        members.add(member(json, line));
      }
      if (json.nextToken() != null) {
        throw window.bad("there is more behind the object; a line must hold one JSON object");
      }
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw window.bad(
          "the line is not valid JSON%s: %s; put one whole object on each line"
              .formatted(
                  at == null ? "" : ", column " + at.getColumnNr(),
                  e.getOriginalMessage().lines().findFirst().orElse("")));
    }
  }

  private static Member member(JsonParser json, LineScanner line) {
    ByteWindow window = line.window();
    String key = json.currentName();
    int keyBegin = offset(json);
    int keyEnd = stringEnd(window.bytes, line.begin() + keyBegin) - line.begin();
    JsonToken kind = json.nextToken();
    if (kind == JsonToken.START_OBJECT || kind == JsonToken.START_ARRAY) {
      throw window.bad(
          "\"%s\" holds an %s, and a table's cells are numbers, texts and booleans; remove the key, or make its parts columns of their own"
              .formatted(key, kind == JsonToken.START_ARRAY ? "array" : "object"));
    }
    int valueBegin = offset(json);
    String text = kind == JsonToken.VALUE_NULL ? null : json.getString();
    int valueEnd =
        kind == JsonToken.VALUE_STRING
            ? stringEnd(window.bytes, line.begin() + valueBegin) - line.begin()
            : valueBegin + json.getString().length();
    return new Member(key, keyBegin, keyEnd, kind, valueBegin, valueEnd, text);
  }

  private static int offset(JsonParser json) {
    return (int) json.currentTokenLocation().getByteOffset();
  }

  /** Behind the closing quote of the string that begins there, known to be valid. */
  private static int stringEnd(byte[] bytes, int begin) {
    int i = begin + 1;
    while (bytes[i] != '"') {
      i += bytes[i] == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  List<Member> members() {
    return members;
  }

  /** Behind the brace that opens the object. */
  int open() {
    return open;
  }

  /**
   * Behind the last value, or the opening brace where there is none: where a member can be added.
   */
  int lastEnd() {
    return members.isEmpty() ? open : members.get(members.size() - 1).valueEnd();
  }

  /** The very bytes of a part of the line. */
  static String text(LineScanner line, int begin, int end) {
    return new String(line.window().bytes, line.begin() + begin, end - begin, UTF_8);
  }
}
