package org.ricvae.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.ricvae.data.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as plain trees: strict, bounded, and never bound to a class. */
final class Json {
  /** The largest JSON text: a hundred times what a model needs. */
  static final int MAX_BYTES = 16 << 20;

  /** The most values and names in it, for each takes many times its bytes in memory. */
  private static final int MAX_TOKENS = 1_000_000;

  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_LENGTH = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxTokenCount(MAX_TOKENS)
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .maxStringLength(MAX_BYTES)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectWriter PRETTY =
      MAPPER
          .writer()
          .with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A number to the bit; JSON has none that is not finite, so those become text. */
  static JsonNode number(double value) {
    return Double.isFinite(value)
        ? JsonNodeFactory.instance.numberNode(value)
        : JsonNodeFactory.instance.stringNode(Double.toString(value));
  }

  /** How a constant is called in a file. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** UTF-8 on a single line. */
  static byte[] compact(ObjectNode node) {
    return MAPPER.writeValueAsString(node).getBytes(UTF_8);
  }

  /** UTF-8 for a person. */
  static byte[] pretty(ObjectNode node) {
    return (PRETTY.writeValueAsString(node) + "\n").getBytes(UTF_8);
  }

  /**
   * Reads a file.
   *
   * @param reader of the object in it; what it throws gets the name of the file
   * @throws InputException where the file is no JSON object that the reader takes
   */
  static <T> T read(Path file, Function<Fields, T> reader) {
    byte[] bytes = bytes(file);
    try {
      return Fields.read("", parse(bytes), reader);
    } catch (InputException e) {
      throw BadFile.of(file, e.getMessage());
    }
  }

  private static byte[] bytes(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw BadFile.of(file, "it is not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw BadFile.of(file, "it is larger than %d MiB".formatted(MAX_BYTES >> 20));
      }
      return bytes;
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
  }

  /**
   * Parses UTF-8.
   *
   * @throws InputException where it is not JSON; the message does not name the file
   */
  static JsonNode parse(byte[] bytes) {
    // Malformed UTF-8 is refused rather than replaced, and no other encoding guessed.
    Reader text = new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8.newDecoder());
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new InputException("it is not text in UTF-8", e);
      }
      TokenStreamLocation at = e.getLocation();
      String where =
          at == null ? "" : ", line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
      throw new InputException(
          "it is not valid JSON%s: %s".formatted(where, e.getOriginalMessage()), e);
    }
  }
}
