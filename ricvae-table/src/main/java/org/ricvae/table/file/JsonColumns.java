package org.ricvae.table.file;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonToken;

/**
 * The columns of JSON lines: every key of the whole file, in the order of their first appearance,
 * with the narrowest type that all its values have.
 */
final class JsonColumns {
  /** More keys than this are no columns, but data written as keys. */
  static final int MAX_KEYS = 20_000;

  private final Map<String, Set<SourceType>> seen = new LinkedHashMap<>();

  /** Takes a line in. */
  void add(JsonLine line, LineScanner at) {
    for (JsonLine.Member member : line.members()) {
      if (member.key().isBlank()) {
        throw at.window().bad("a key is blank, and columns need names; give it one");
      }
      Set<SourceType> types =
          seen.computeIfAbsent(member.key(), key -> EnumSet.noneOf(SourceType.class));
      if (member.kind() != JsonToken.VALUE_NULL) {
        types.add(type(member.kind()));
      }
    }
    if (seen.size() > MAX_KEYS) {
      throw at.window()
          .bad(
              "there are more than %d different keys up to here; a table has the same keys in every line"
                  .formatted(MAX_KEYS));
    }
  }

  private static SourceType type(JsonToken kind) {
    return switch (kind) {
      case VALUE_NUMBER_INT -> SourceType.INTEGER;
      case VALUE_NUMBER_FLOAT -> SourceType.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> SourceType.BOOLEAN;
      default -> SourceType.TEXT;
    };
  }

  /** The keys as they are in the file. */
  List<String> keys() {
    return List.copyOf(seen.keySet());
  }

  /** The type of each; TEXT where values are of several kinds, or there are none. */
  List<SourceType> types() {
    List<SourceType> types = new ArrayList<>();
    for (Set<SourceType> kinds : seen.values()) {
      if (kinds.size() == 1) {
        types.add(kinds.iterator().next());
      } else {
        boolean numbers = kinds.equals(EnumSet.of(SourceType.NUMBER, SourceType.INTEGER));
        types.add(numbers ? SourceType.NUMBER : SourceType.TEXT);
      }
    }
    return types;
  }
}
