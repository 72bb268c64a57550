package org.ricvae.table.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ricvae.data.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code table.json}, beside the files of the networks. */
final class JudgementFile {
  static final String NAME = "table.json";

  private static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private record Stored(int version, Judgement table) {}

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
      Stored stored = MAPPER.readValue(Files.readAllBytes(file), Stored.class);
      if (stored.version() != VERSION || stored.table() == null) {
        throw new InputException(
            "%s: version %d, this ricvae knows %d".formatted(file, stored.version(), VERSION));
      }
      return stored.table();
    } catch (IOException e) {
      throw new InputException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    } catch (JacksonException | NullPointerException e) {
      Throwable cause = e.getCause() instanceof InputException ? e.getCause() : e;
      String what = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      throw new InputException("%s is damaged: %s".formatted(file, what), e);
    }
  }
}
