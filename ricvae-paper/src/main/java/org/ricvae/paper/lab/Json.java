package org.ricvae.paper.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ricvae.data.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON files of the laboratory. A number that is not finite becomes null: JSON has none. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Json() {}

  /** One line; the same for the same values, whatever their order and the types that held them. */
  static String line(Map<String, ?> value) {
    return SORTED.writeValueAsString(finite(value));
  }

  static void write(Path file, Object value) {
    String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(finite(value)) + "\n";
    AtomicFile.write(file, text.getBytes(UTF_8));
  }

  /** The object in a file; none where there is no file, or a damaged one. */
  static Optional<JsonNode> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode node = MAPPER.readTree(file.toFile());
      return node.isObject() ? Optional.of(node) : Optional.empty();
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(JsonNode object) {
    return MAPPER.treeToValue(object, Map.class);
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
