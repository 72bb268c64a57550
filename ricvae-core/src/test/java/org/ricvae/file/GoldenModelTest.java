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
    "version-1/ae, SquaredError[]",
    "version-1/l2vae, FixedVariance[deviation=0.00392156862745098]",
    "version-1/lcvae, LearnedVariance[floor=1.5E-7]",
    "version-1/ricvae, 'ConditionedVariance[epsilon=1.0E-4, relative=false]'"
  })
  void oldModelsStayWhatTheyAre(String name, String likelihood)
      throws IOException, URISyntaxException {
    Path folder = Path.of(getClass().getResource(name).toURI());
    ModelFile.Stored stored = ModelFile.read(folder);
    TrainedModel model = stored.model();
    assertThat(model.vae().objective().likelihood()).hasToString(likelihood);
    assertThat(model.shape()).hasToString("4x3");
    assertThat(model.type()).hasToString("U8");
    assertThat(model.scaling().unscale(1)).isEqualTo(255);
    assertThat(model.thresholds()).hasToString("Thresholds[sample=0.0625, cell=Infinity]");
    assertThat(model.fill()).containsOnly(0.25f);
    assertThat(stored.provenance().options()).containsEntry("latent", "2");
    assertThat(stored.provenance().epsilon()).isNaN();
    Outputs.compare(
        model, Files.readAllLines(folder.resolveSibling(folder.getFileName() + ".txt")), 1e-6);
  }
}
