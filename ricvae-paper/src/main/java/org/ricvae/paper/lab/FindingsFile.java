package org.ricvae.paper.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ricvae.data.AtomicFile;
import org.ricvae.report.Block;
import org.ricvae.report.Chart;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * An item's part of the page as a file, so that the page shows what earlier runs found. Blocks are
 * records of sealed types, which JSON can name; an image is kept as its bytes.
 */
final class FindingsFile {
  private static final String NAME = "findings.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Block.class, Typed.class)
          .addMixIn(Chart.class, Typed.class)
          .addModule(
              new SimpleModule()
                  .addSerializer(float[].class, new FloatsOut())
                  .addDeserializer(float[].class, new FloatsIn()))
          .build();

  private FindingsFile() {}

  /**
   * What is kept.
   *
   * @param title of the item
   * @param quick whether it was run in the small size
   * @param blocks its part of the page
   */
  record Content(String title, boolean quick, List<Block> blocks) {}

  static void write(Path folder, Content content) {
    AtomicFile.write(folder.resolve(NAME), MAPPER.writeValueAsString(content).getBytes(UTF_8));
  }

  /** What an earlier run found; none where there was none, or one of another version. */
  static Optional<Content> read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readValue(file.toFile(), Content.class));
    } catch (JacksonException unknown) {
      return Optional.empty();
    }
  }

  /** Names the record in the JSON; only those that the sealed type permits are made. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  private interface Typed {}

  private static final class FloatsOut extends StdSerializer<float[]> {
    FloatsOut() {
      super(float[].class);
    }

    @Override
    public void serialize(float[] values, JsonGenerator out, SerializationContext context) {
      ByteBuffer bytes =
          ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(values);
      out.writeBinary(bytes.array());
    }
  }

  private static final class FloatsIn extends StdDeserializer<float[]> {
    FloatsIn() {
      super(float[].class);
    }

    @Override
    public float[] deserialize(JsonParser in, DeserializationContext context) {
      byte[] bytes = in.getBinaryValue();
      float[] values = new float[bytes.length / Float.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      return values;
    }
  }
}
