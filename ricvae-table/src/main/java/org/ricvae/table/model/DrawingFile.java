package org.ricvae.table.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ricvae.data.InputException;
import org.ricvae.model.Cells;
import org.ricvae.model.MixedLikelihood;
import org.ricvae.use.TrainedModel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code drawing.json}, beside the files of the networks; models without it draw no rows. */
final class DrawingFile {
  static final String NAME = "drawing.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private DrawingFile() {}

  static byte[] write(Drawing drawing) {
    return MAPPER.writeValueAsBytes(drawing);
  }

  static Optional<Drawing> read(Path folder, TrainedModel model) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Drawing drawing = MAPPER.readValue(Files.readAllBytes(file), Drawing.class);
      Cells cells = ((MixedLikelihood) model.vae().objective().likelihood()).cells();
      if (drawing.means()[0].length != model.vae().architecture().latent()
          || drawing.noise().length != cells.numeric()
          || drawing.temperature().length != cells.categories().size()) {
        throw new InputException(
            "%s does not belong to the networks beside it; train the model again".formatted(file));
      }
      return Optional.of(drawing);
    } catch (IOException e) {
      throw new InputException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    } catch (JacksonException e) {
      Throwable cause = e.getCause() instanceof InputException ? e.getCause() : e;
      String what = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      throw new InputException("%s is damaged: %s".formatted(file, what), e);
    }
  }
}
