package org.ricvae.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ricvae.file.ModelFileTest.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ricvae.model.LearnedVariance;
import org.ricvae.train.Checkpoint;
import org.ricvae.train.TrainingState;
import org.ricvae.use.TrainedModel;

class CheckpointFileTest {
  @TempDir Path dir;

  @Test
  void aTrainingComesBackToTheBit() {
    for (int seed = 0; seed < 10; seed++) {
      TrainedModel model = model();
      TrainingState state = SampleModels.state(model, seed % 2 == 0, seed);
      Path folder = write(model, state);
      Checkpoint back = CheckpointFile.read(folder, model.vae(), 0.01).checkpoint();
      assertThat(back)
          .usingRecursiveComparison()
          .withStrictTypeChecking()
          .isEqualTo(state.checkpoint());
    }
  }

  @Test
  void withoutAnUnfinishedTrainingThereIsNothingToResume() {
    TrainedModel model = model();
    Path folder = write(model, null);
    refused(() -> CheckpointFile.read(folder, model.vae(), 0), "holds no unfinished training");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "epoch" : 17    | "epoch" : -1        | epoch is -1
          "epoch" : 17    | "epoch" : 5         | best_epoch is 16, allowed are whole numbers from -1 to 5
          "batch" : 3     | "batch" : 1.5       | batch is 1.5
          "version" : 1   | "version" : 7       | version 7, this ricvae knows up to 1
          "kl" : [        | "kl" : [ 1,         | sums.kl holds 3 numbers, not 2
          "loss" : [      | "loss" : [ "x", 0 ], "lost" : [ | sums.loss is "x", allowed are numbers
          "samples" : 384 | "samples" : 384, "x" : 0 | unknown field x
          """)
  void badStatesAreNamed(String find, String replace, String message) throws IOException {
    TrainedModel model = model();
    Path folder = write(model, SampleModels.state(model, true, 1));
    Path file = folder.resolve("checkpoint.json");
    String text = Files.readString(file);
    assertThat(text).contains(find);
    Files.writeString(file, text.replace(find, replace));
    refused(() -> CheckpointFile.read(folder, model.vae(), 0), message);
  }

  @Test
  void arraysOfAnotherModelAreNamed() throws IOException {
    TrainedModel model = model();
    Path folder = write(model, SampleModels.state(model, false, 1));
    TrainedModel other = SampleModels.all().get(0);
    refused(
        () -> CheckpointFile.read(folder, other.vae(), 0), "checkpoint.safetensors: the tensor");
    Files.delete(folder.resolve("checkpoint.safetensors"));
    refused(
        () -> CheckpointFile.read(folder, model.vae(), 0), "checkpoint.safetensors: it is missing");
  }

  @Test
  void negativeSquaresAreRefused() throws IOException {
    TrainedModel model = model();
    model.weights()[0] = -0.5f;
    Path folder = write(model, SampleModels.state(model, false, 1));
    Path file = folder.resolve("checkpoint.safetensors");
    String bytes = Files.readString(file, ISO_8859_1);
    // The negative weights take the place of the moments, and the other way round.
    String swapped =
        bytes
            .replace("\"weights\"", "\"?\"")
            .replace("\"adam.v\"", "\"weights\"")
            .replace("\"?\"", "\"adam.v\"");
    Files.writeString(file, swapped, ISO_8859_1);
    refused(
        () -> CheckpointFile.read(folder, model.vae(), 0), "the tensor adam.v holds -0.5, below 0");
  }

  private static TrainedModel model() {
    return SampleModels.model(new LearnedVariance(1e-6));
  }

  private Path write(TrainedModel model, TrainingState unfinished) {
    Path folder = dir.resolve("model");
    ModelFile.write(folder, model, SampleModels.provenance(), unfinished, Map.of());
    return folder;
  }
}
