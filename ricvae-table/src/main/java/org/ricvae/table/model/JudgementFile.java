package org.ricvae.table.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.ricvae.data.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code table.json}, beside the files of the networks. */
final class JudgementFile {
  static final String NAME = "table.json";

  private static final int VERSION = 3;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private record Stored(int version, Judgement table) {
    Stored {
      Objects.requireNonNull(table, "there is no table");
    }
  }

  private JudgementFile() {}

  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME));
  }

  static byte[] write(Judgement judgement) {
    return MAPPER.writeValueAsBytes(new Stored(VERSION, judgement));
  }

  static Judgement read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!isIn(folder)) {
      throw new InputException(
          "%s is not a model of a table: it holds no %s; give one that was trained on a table"
              .formatted(folder, NAME));
    }
    try {
      JsonNode stored = MAPPER.readTree(Files.readAllBytes(file));
      if (stored.path("version").asInt(VERSION) != VERSION) {
        throw new InputException(
            "%s: version %s, this ricvae knows %d; train the model again"
                .formatted(file, stored.path("version"), VERSION));
      }
      return MAPPER.treeToValue(stored, Stored.class).table();
    } catch (IOException e) {
      throw new InputException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    } catch (JacksonException | NullPointerException e) {
      Throwable cause = e.getCause() instanceof InputException ? e.getCause() : e;
      String what = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      throw new InputException("%s is damaged: %s".formatted(file, what), e);
    }
  }
}
