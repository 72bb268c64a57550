package org.ricvae.cli.output;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Named values for a person or a program.
 *
 * @param fields names with underscores; values plain, or maps and lists of maps of such
 */
public record Facts(Map<String, ?> fields) {
  /** As JSON. */
  public String json() {
    return Json.pretty(fields);
  }

  /** One a line, aligned; what is inside a value indented below it. */
  public String text() {
    return lines(fields, "").strip();
  }

  private static String lines(Map<?, ?> fields, String indent) {
    int width =
        fields.keySet().stream().mapToInt(key -> key.toString().length()).max().orElse(0) + 2;
    StringBuilder text = new StringBuilder();
    fields.forEach(
        (key, value) -> {
          String name = key.toString().replace('_', ' ');
          if (value instanceof Map<?, ?> map) {
            text.append(indent).append(name).append('\n').append(lines(map, indent + "  "));
          } else if (value instanceof List<?> list) {
            text.append(indent).append(name).append(list.isEmpty() ? "  none\n" : "\n");
            list.forEach(row -> text.append(indent).append("  ").append(row(row)).append('\n'));
          } else {
            text.append(indent)
                .append(name)
                .append(" ".repeat(Math.max(2, width - name.length())))
                .append(plain(value))
                .append('\n');
          }
        });
    return text.toString();
  }

  private static String plain(Object value) {
    return value == null || value.equals(Double.NaN) ? "none" : value.toString();
  }

  private static String row(Object row) {
    return row instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "))
        : String.valueOf(row);
  }
}
