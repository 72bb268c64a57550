package org.ricvae.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ricvae.data.InputException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The header of a safetensors file: which tensor lies where in the data part. A header that was
 * parsed tiles the data part without a gap or an overlap, so its tensors are no larger than the
 * file.
 *
 * @param entries by the name of the tensor
 */
record SafetensorsHeader(Map<String, Entry> entries) {
  /** The largest header: the same bound as that of all JSON. */
  static final int MAX_BYTES = Json.MAX_BYTES;

  /** The longest array of a JVM. */
  private static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;

  private static final String METADATA = "__metadata__";

  /** How values are stored. */
  enum Type {
    F32(4),
    F64(8);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }
  }

  /**
   * One tensor.
   *
   * @param type of its values
   * @param shape outermost dimension first
   * @param elements product of the shape
   * @param begin first byte, in the data part
   * @param end the byte after the last
   */
  record Entry(Type type, int[] shape, int elements, long begin, long end) {}

  /** The header of a file of 32-bit floats that lie in the order of the map. */
  static byte[] write(Map<String, String> metadata, Map<String, Tensor> tensors) {
    ObjectNode root = Json.object();
    ObjectNode texts = root.putObject(METADATA);
    metadata.forEach(texts::put);
    long at = 0;
    for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
      ObjectNode entry = root.putObject(tensor.getKey());
      entry.put("dtype", Type.F32.name());
      Arrays.stream(tensor.getValue().shape()).forEach(entry.putArray("shape")::add);
      long end = at + (long) tensor.getValue().data().length * Type.F32.bytes();
      entry.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    return Json.compact(root);
  }

  /**
   * Parses and checks.
   *
   * @param json the header, padding included
   * @param data bytes of the data part
   * @throws InputException where the header is not one of a data part of this size
   */
  static SafetensorsHeader parse(byte[] json, long data) {
    if (json.length == 0 || json[0] != '{') {
      throw new InputException("the header does not begin with {");
    }
    Map<String, Entry> entries = Fields.read("", Json.parse(json), SafetensorsHeader::entries);
    requireTiles(entries, data);
    return new SafetensorsHeader(entries);
  }

  private static Map<String, Entry> entries(Fields root) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String name : root.names()) {
      if (name.equals(METADATA)) {
        root.texts(name);
      } else {
        entries.put(name, root.object(name, fields -> entry(name, fields)));
      }
    }
    return entries;
  }

  private static Entry entry(String name, Fields fields) {
    Type type = type(name, fields.text("dtype"));
    int[] shape =
        Arrays.stream(fields.wholes("shape", 0, Integer.MAX_VALUE))
            .mapToInt(Math::toIntExact)
            .toArray();
    long elements = 1;
    for (int side : shape) {
      elements *= side; // below 2^62: two factors below 2^31
      if (elements > MAX_ELEMENTS) {
        throw new InputException(
            "tensor %s: the shape %s has more than %d values"
                .formatted(name, Arrays.toString(shape), MAX_ELEMENTS));
      }
    }
    long[] offsets = fields.wholes("data_offsets", 0, Long.MAX_VALUE);
    if (offsets.length != 2 || offsets[1] - offsets[0] != elements * type.bytes()) {
      throw new InputException(
          "tensor %s: the data_offsets %s do not hold %d values of type %s"
              .formatted(name, Arrays.toString(offsets), elements, type));
    }
    return new Entry(type, shape, (int) elements, offsets[0], offsets[1]);
  }

  private static Type type(String name, String dtype) {
    return switch (dtype) {
      case "F32" -> Type.F32;
      case "F64" -> Type.F64;
      default ->
          throw new InputException(
              "tensor %s: values of type %s, allowed are F32 and F64".formatted(name, dtype));
    };
  }

  private static void requireTiles(Map<String, Entry> entries, long data) {
    List<Map.Entry<String, Entry>> sorted = new ArrayList<>(entries.entrySet());
    sorted.sort(
        Comparator.<Map.Entry<String, Entry>>comparingLong(e -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long at = 0;
    for (Map.Entry<String, Entry> e : sorted) {
      Entry entry = e.getValue();
      String problem = null;
      if (entry.end() > data) {
        problem = "ends at byte %d of a data part of %d bytes".formatted(entry.end(), data);
      } else if (entry.begin() != at) {
        String relation = entry.begin() < at ? "overlaps the tensor" : "leaves a gap to the tensor";
        problem = "begins at byte %d and %s before it".formatted(entry.begin(), relation);
      }
      if (problem != null) {
        throw new InputException("tensor %s %s".formatted(e.getKey(), problem));
      }
      at = entry.end();
    }
    if (at != data) {
      throw new InputException(
          "%d bytes after the last tensor belong to none".formatted(data - at));
    }
  }
}
