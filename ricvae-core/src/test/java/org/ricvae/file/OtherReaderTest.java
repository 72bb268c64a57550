package org.ricvae.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ricvae.model.Architecture;
import org.ricvae.model.LearnedVariance;
import org.ricvae.model.Likelihood;
import org.ricvae.use.TrainedModel;

/** Another program reads the files by the rules of their formats, and computes the same. */
class OtherReaderTest {
  @TempDir Path dir;

  @BeforeAll
  static void python() throws InterruptedException {
    boolean numpy;
    try {
      numpy = new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() == 0;
    } catch (IOException e) {
      numpy = false;
    }
    assumeTrue(numpy, "no python3 with numpy on this system");
  }

  static List<TrainedModel> models() {
    List<TrainedModel> models = new ArrayList<>();
    for (Likelihood likelihood : SampleModels.likelihoods()) {
      models.add(SampleModels.model(likelihood));
    }
    for (Architecture architecture : SampleModels.architectures()) {
      models.add(SampleModels.model(new LearnedVariance(1e-6), architecture, 1));
    }
    return models;
  }

  @ParameterizedTest
  @MethodSource("models")
  void numpyComputesTheSame(TrainedModel model)
      throws IOException, InterruptedException, URISyntaxException {
    Path folder = dir.resolve("model");
    ModelFile.write(folder, model, SampleModels.provenance(), null, Map.of());
    Path script = Path.of(getClass().getResource("read_model.py").toURI());
    Process python =
        new ProcessBuilder("python3", script.toString(), folder.toString())
            .redirectErrorStream(true)
            .start();
    List<String> lines = new String(python.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(python.waitFor()).as("%s", lines).isZero();
    Outputs.compare(model, lines, 1e-5);
  }
}
