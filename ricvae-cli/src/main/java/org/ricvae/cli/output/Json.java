package org.ricvae.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the commands print it. A number that is not finite becomes null: JSON has none. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** One line, for a log or a program. */
  public static String line(Map<String, ?> fields) {
    return MAPPER.writeValueAsString(finite(fields));
  }

  /** Indented, for a file or a terminal. */
  public static String pretty(Map<String, ?> fields) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(finite(fields));
  }

  private static Object finite(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, field) -> copy.put(key, finite(field)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(finite(element)));
      return copy;
    }
    return value instanceof Double d && !Double.isFinite(d) ? null : value;
  }
}
