package org.ricvae.paper.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.Epsilon;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.RicvaeModel;
import org.ricvae.Training;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.train.TrainingListener;

class ModelsTest {
  private static final Options OPTIONS =
      Options.defaults()
          .withKind(ModelKind.ICVAE)
          .withLatent(2)
          .withHidden(List.of(8))
          .withEpsilon(new Epsilon.Fixed(1e-3))
          .withEpochs(40)
          .withKlWarmUp(10)
          .withThreads(1);

  @TempDir Path dir;

  private Models models() {
    return new Lab(PaperOptions.into(dir), Set.of(), PaperListener.NONE).models();
  }

  private static Images images(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] values = new byte[64 * 12];
    for (int i = 0; i < 64; i++) {
      double a = random.nextDouble(40, 200);
      for (int j = 0; j < 12; j++) {
        values[i * 12 + j] = (byte) (a + 3 * j);
      }
    }
    return Images.of(Samples.of(new SampleShape(3, 4, 1), values));
  }

  private static float[] weights(RicvaeModel model) {
    return model.trained().weights();
  }

  @Test
  void aStoredModelIsNotTrainedAgain() {
    boolean[] told = new boolean[1];
    RicvaeModel first = models().fit("m", images(1), OPTIONS, share -> told[0] = true);
    assertThat(told[0]).isTrue();
    told[0] = false;
    RicvaeModel second = models().fit("m", images(1), OPTIONS, share -> told[0] = true);
    assertThat(told[0]).isFalse();
    assertThat(weights(second)).containsExactly(weights(first));
    assertThat(models().find("m", images(1), OPTIONS)).isPresent();
    assertThat(models().find("m", images(2), OPTIONS)).isEmpty();
    assertThat(models().find("m", images(1), OPTIONS.withSeed(5))).isEmpty();
    assertThat(models().find("none", images(1), OPTIONS)).isEmpty();
  }

  @Test
  void otherDataOrOptionsAreTrainedAnew() {
    RicvaeModel first = models().fit("m", images(1), OPTIONS, share -> {});
    RicvaeModel other = models().fit("m", images(2), OPTIONS, share -> {});
    assertThat(weights(other)).isNotEqualTo(weights(first));
    assertThat(models().find("m", images(2), OPTIONS)).isPresent();
  }

  @Test
  void anInterruptedTrainingContinuesToTheSameBits() {
    RicvaeModel whole = models().fit("whole", images(1), OPTIONS, share -> {});
    int[] steps = {0};
    try (Training training = Training.start(images(1).samples(), OPTIONS)) {
      training.run(() -> ++steps[0] > 9, () -> {}, TrainingListener.NONE);
      training.save(models().folder("cut"), Map.of());
    }
    assertThat(models().find("cut", images(1), OPTIONS)).as("not complete").isEmpty();
    double[] first = {2};
    RicvaeModel resumed =
        models().fit("cut", images(1), OPTIONS, share -> first[0] = Math.min(first[0], share));
    assertThat(first[0]).as("went on where it stopped").isGreaterThan(0.1);
    assertThat(weights(resumed)).containsExactly(weights(whole));
  }

  @Test
  void aCollapsedPosteriorIsUntrainable() {
    Options collapsing = OPTIONS.withEpsilon(new Epsilon.Fixed(1000)).withEpochs(400);
    assertThatThrownBy(() -> models().fit("m", images(1), collapsing, share -> {}))
        .isInstanceOf(Untrainable.class)
        .hasMessageContaining("collapsed");
    assertThatThrownBy(() -> Fit.of(images(1).samples(), collapsing, share -> {}))
        .isInstanceOf(Untrainable.class);
  }
}
