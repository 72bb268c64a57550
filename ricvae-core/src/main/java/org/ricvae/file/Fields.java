package org.ricvae.file;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ricvae.data.InputException;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object, asked for by name and type. A field that is missing, of another
 * type, out of range, or never asked for is refused; the message names it by its path.
 */
final class Fields {
  private static final int MAX_QUOTE = 60;

  private final String path;
  private final JsonNode node;
  private final Set<String> asked = new HashSet<>();

  private Fields(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /** Reads an object, and refuses fields that the reader has not asked for. */
  static <T> T read(String path, JsonNode node, Function<Fields, T> reader) {
    if (!node.isObject()) {
      throw wrong(path.isEmpty() ? "the whole" : path, node, "a JSON object");
    }
    Fields fields = new Fields(path, node);
    T result = reader.apply(fields);
    for (String name : node.propertyNames()) {
      if (!fields.asked.contains(name)) {
        throw new InputException("unknown field %s".formatted(fields.pathOf(name)));
      }
    }
    return result;
  }

  <T> T object(String name, Function<Fields, T> reader) {
    return read(pathOf(name), get(name), reader);
  }

  /** The names of the fields, in order. */
  Collection<String> names() {
    return node.propertyNames();
  }

  /** Takes fields that nobody asks for. */
  Fields allowOthers() {
    asked.addAll(node.propertyNames());
    return this;
  }

  int integer(String name, int min, int max) {
    return (int) whole(pathOf(name), get(name), min, max);
  }

  long whole(String name, long min) {
    return whole(pathOf(name), get(name), min, Long.MAX_VALUE);
  }

  long[] wholes(String name, long min, long max) {
    List<JsonNode> values = list(name);
    long[] numbers = new long[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = whole(pathOf(name), values.get(i), min, max);
    }
    return numbers;
  }

  private static long whole(String path, JsonNode value, long min, long max) {
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < min
        || value.longValue() > max) {
      throw wrong(path, value, "whole numbers from %d to %d".formatted(min, max));
    }
    return value.longValue();
  }

  /** A number, or "NaN", "Infinity", "-Infinity": {@link Json#number}. */
  double number(String name) {
    return number(pathOf(name), get(name));
  }

  double[] numbers(String name, int count) {
    List<JsonNode> values = list(name);
    if (values.size() != count) {
      throw new InputException(
          "%s holds %d numbers, not %d".formatted(pathOf(name), values.size(), count));
    }
    return values.stream().mapToDouble(value -> number(pathOf(name), value)).toArray();
  }

  private static double number(String path, JsonNode value) {
    if (value.isNumber() && Double.isFinite(value.doubleValue())) {
      return value.doubleValue();
    }
    return switch (value.isString() ? value.stringValue() : "") {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw wrong(path, value, "numbers");
    };
  }

  boolean flag(String name) {
    JsonNode value = get(name);
    if (!value.isBoolean()) {
      throw wrong(pathOf(name), value, "true and false");
    }
    return value.booleanValue();
  }

  String text(String name) {
    return text(pathOf(name), get(name));
  }

  private static String text(String path, JsonNode value) {
    if (!value.isString()) {
      throw wrong(path, value, "text");
    }
    return value.stringValue();
  }

  /** The constant of an enum that {@link Json#name} gives this name. */
  <E extends Enum<E>> E choice(String name, Class<E> type) {
    String text = text(name);
    E[] constants = type.getEnumConstants();
    for (E constant : constants) {
      if (Json.name(constant).equals(text)) {
        return constant;
      }
    }
    String allowed = Arrays.stream(constants).map(Json::name).collect(Collectors.joining(", "));
    throw wrong(pathOf(name), get(name), allowed);
  }

  /** An object of texts, in order. */
  Map<String, String> texts(String name) {
    return texts(pathOf(name), get(name));
  }

  List<Map<String, String>> rows(String name) {
    return list(name).stream().map(row -> texts(pathOf(name), row)).toList();
  }

  private static Map<String, String> texts(String path, JsonNode node) {
    return read(
        path,
        node,
        fields -> {
          Map<String, String> texts = new LinkedHashMap<>();
          for (String key : fields.names()) {
            texts.put(key, fields.text(key));
          }
          return Collections.unmodifiableMap(texts);
        });
  }

  private List<JsonNode> list(String name) {
    JsonNode value = get(name);
    if (!value.isArray()) {
      throw wrong(pathOf(name), value, "lists in square brackets");
    }
    return List.copyOf(value.values());
  }

  private JsonNode get(String name) {
    asked.add(name);
    JsonNode value = node.get(name);
    if (value == null) {
      throw new InputException("the field %s is missing".formatted(pathOf(name)));
    }
    return value;
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static InputException wrong(String path, JsonNode value, String allowed) {
    String quote = value.toString();
    if (quote.length() > MAX_QUOTE) {
      quote = quote.substring(0, MAX_QUOTE) + "…";
    }
    return new InputException("%s is %s, allowed are %s".formatted(path, quote, allowed));
  }
}
