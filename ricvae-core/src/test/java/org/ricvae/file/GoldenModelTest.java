package org.ricvae.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ricvae.use.TrainedModel;

/**
 * Models that released versions of the format have written are read for ever, and compute what they
 * computed. The folders are never written again: a new version of the format gets new ones.
 */
class GoldenModelTest {
  @ParameterizedTest
  @CsvSource({
    "version-1/ae, SquaredError[], 4x3, U8, 255",
    "version-1/l2vae, FixedVariance[deviation=0.00392156862745098], 4x3, U8, 255",
    "version-1/lcvae, LearnedVariance[floor=1.5E-7], 4x3, U8, 255",
    "version-1/ricvae, 'ConditionedVariance[epsilon=1.0E-4, relative=false]', 4x3, U8, 255",
    "version-2/table, "
        + "'MixedLikelihood[conditioned=ConditionedVariance[epsilon=0.001, relative=false], "
        + "cells=Cells[numeric=3, categories=[4, 2, 3]], wrong=0.01, hidden=0.75]', 1x12, F32, 1"
  })
  void oldModelsStayWhatTheyAre(
      String name, String likelihood, String shape, String type, float one)
      throws IOException, URISyntaxException {
    Path folder = Path.of(getClass().getResource(name).toURI());
    ModelFile.Stored stored = ModelFile.read(folder);
    TrainedModel model = stored.model();
    assertThat(model.vae().objective().likelihood()).hasToString(likelihood);
    assertThat(model.shape()).hasToString(shape);
    assertThat(model.type()).hasToString(type);
    assertThat(model.scaling().unscale(1)).isEqualTo(one);
    assertThat(model.thresholds()).hasToString("Thresholds[sample=0.0625, cell=Infinity]");
    assertThat(model.fill()).containsOnly(0.25f);
    assertThat(stored.provenance().options()).containsEntry("latent", "2");
    assertThat(stored.provenance().epsilon()).isNaN();
    Outputs.compare(
        model, Files.readAllLines(folder.resolveSibling(folder.getFileName() + ".txt")), 1e-6);
  }
}
