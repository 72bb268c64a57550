package org.ricvae.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.data.InputException;
import org.ricvae.model.LearnedVariance;
import org.ricvae.use.TrainedModel;

/** Damaged files load or are refused in one line; nothing else happens. */
class ModelFuzzTest {
  private static final int ROUNDS = 1500;

  /** What lies in JSON beside letters, so that more than the first error is reached. */
  private static final byte[] TELLING = "0123456789-.e\"{}[]:,\\ \n\0\u007f".getBytes(US_ASCII);

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {"config.json", "weights.safetensors", "checkpoint.json", "checkpoint.safetensors"})
  void damage(String name) throws IOException {
    damage(name, SampleModels.model(new LearnedVariance(1e-6)));
  }

  @Test
  void damageToATable() throws IOException {
    damage("config.json", SampleModels.model(SampleModels.table()));
  }

  private void damage(String name, TrainedModel model) throws IOException {
    Path folder = dir.resolve("model");
    ModelFile.write(
        folder, model, SampleModels.provenance(), SampleModels.state(model, true, 1), Map.of());
    Path file = folder.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(7);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damaged(whole, random);
      Files.write(file, damaged);
      try {
        CheckpointFile.read(folder, ModelFile.read(folder).model().vae(), 0);
      } catch (InputException e) {
        refused++;
        assertThat(e).message().contains(folder.toString()).doesNotContainPattern("\\p{Cntrl}");
      } catch (RuntimeException | OutOfMemoryError e) {
        fail("round %d".formatted(round), e);
      }
    }
    assertThat(refused).isBetween(ROUNDS / 10, ROUNDS);
  }

  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    // Half of the damage hits the front, where the structure of a safetensors file is.
    int reach = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 600);
    // Half of it is in numbers alone, so that the text stays JSON and its meaning is checked.
    boolean numbers = random.nextBoolean();
    for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
      int at = random.nextInt(reach);
      if (numbers) {
        for (; at < reach && (bytes[at] < '0' || bytes[at] > '9'); at++) {}
        if (at < reach) {
          bytes[at] = (byte) random.nextInt('0', '9' + 1);
        }
      } else if (random.nextBoolean()) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
      } else {
        bytes[at] = TELLING[random.nextInt(TELLING.length)];
      }
    }
    boolean cut = !numbers && random.nextInt(4) == 0;
    return cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 9)) : bytes;
  }
}
