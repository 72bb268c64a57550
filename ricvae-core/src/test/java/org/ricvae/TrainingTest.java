package org.ricvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.train.TrainingListener;
import org.ricvae.use.Recovered;

/** A fit as a user sees it: stopped, saved, resumed, loaded. */
class TrainingTest {
  private static final int SIDE = 6;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void resumeGivesTheSameBits(ModelKind kind) {
    Options options = options(kind).withValidation(0.2).withPatience(50);
    RicvaeModel whole = Ricvae.fit(dirty(300), options.withThreads(1));
    Path model = folder.resolve("model");
    int[] steps = {0};
    try (Training training = Training.start(dirty(300), options)) {
      assertThat(training.run(() -> ++steps[0] > 7, () -> {}, TrainingListener.NONE)).isFalse();
      training.save(model, Map.of());
    }
    for (int more = 11; more < 13; more++) {
      int stopAfter = more;
      steps[0] = 0;
      try (Training training = Training.resume(model, dirty(300), more)) {
        assertThat(training.run(() -> ++steps[0] > stopAfter, () -> {}, TrainingListener.NONE))
            .isFalse();
        training.save(model, Map.of());
      }
    }
    try (Training training = Training.resume(model, dirty(300), 2)) {
      assertThat(training.run(() -> false, () -> {}, TrainingListener.NONE)).isTrue();
      training.save(model, Map.of());
    }
    RicvaeModel resumed = RicvaeModel.load(model);
    assertThat(resumed.trained().weights()).containsExactly(whole.trained().weights());
    assertThat(resumed.thresholds()).isEqualTo(whole.thresholds());
    assertThat(resumed.provenance().complete()).isTrue();
    float[] values = values(dirty(300));
    assertThat(resumed.clean(values).values()).containsExactly(whole.clean(values).values());
  }

  @Test
  void resumeRefusesOtherDataAndCompleteModels() {
    Path model = folder.resolve("model");
    int[] steps = {0};
    try (Training training = Training.start(dirty(300), options(ModelKind.ICVAE))) {
      training.run(() -> ++steps[0] > 3, () -> {}, TrainingListener.NONE);
      training.save(model, Map.of());
    }
    assertThatThrownBy(() -> Training.resume(model, dirty(299), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not the data");
    Ricvae.fit(dirty(300), options(ModelKind.ICVAE)).save(folder.resolve("whole"));
    assertThatThrownBy(() -> Training.resume(folder.resolve("whole"), dirty(300), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("complete");
  }

  @Test
  void dirtIsRemovedAndFlagged() {
    RicvaeModel model = Ricvae.fit(dirty(1000), options(ModelKind.RICVAE).withEpochs(120));
    float[] values = values(dirty(1000));
    float[] truth = values(clean(1000));
    Recovered recovered = model.clean(values);
    assertThat(error(recovered.values(), truth)).isLessThan(error(values, truth) / 4);
    int hits = 0;
    int flags = 0;
    int both = 0;
    for (int i = 0; i < values.length; i++) {
      boolean hit = values[i] != truth[i];
      hits += hit ? 1 : 0;
      flags += recovered.flagged()[i] ? 1 : 0;
      both += hit && recovered.flagged()[i] ? 1 : 0;
    }
    assertThat(2.0 * both / (hits + flags)).as("F1 of the flags").isGreaterThan(0.9);
  }

  @Test
  void aCollapsedPosteriorIsNamedAndNotSaved() {
    // An epsilon far beyond all residuals leaves nothing but the KL term.
    Samples samples = dirty(200);
    Options options = options(ModelKind.ICVAE).withEpsilon(new Epsilon.Fixed(1000)).withEpochs(200);
    Path model = folder.resolve("model");
    try (Training training = Training.start(samples, options)) {
      assertThat(training.run(() -> false, () -> {}, TrainingListener.NONE)).isTrue();
      assertThatThrownBy(training::model)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("posterior collapsed")
          .hasMessageContaining("--epsilon");
      assertThatThrownBy(() -> training.save(model, Map.of())).isInstanceOf(InputException.class);
    }
    assertThat(model).doesNotExist();
  }

  @Test
  void aChoiceOfEpsilonAloneIsThatOfAFit() {
    Options options = options(ModelKind.ICVAE).withEpsilon(new Epsilon.Auto());
    RicvaeModel whole = Ricvae.fit(dirty(300), options);
    double chosen =
        Ricvae.chooseEpsilon(dirty(300), options.withThreads(1), TrainingListener.NONE).epsilon();
    assertThat(chosen).isEqualTo(whole.provenance().epsilon());
    RicvaeModel fixed = Ricvae.fit(dirty(300), options.withEpsilon(new Epsilon.Fixed(chosen)));
    assertThat(fixed.trained().weights()).containsExactly(whole.trained().weights());
  }

  @Test
  void networksThatFitNoMemoryAreRefused() {
    Options wide = options(ModelKind.ICVAE).withHidden(List.of(1_000_000, 1_000_000));
    assertThatThrownBy(() -> Ricvae.fit(dirty(50), wide))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--hidden");
    Options deep =
        options(ModelKind.RICVAE).withPasses(64).withBatch(128).withHidden(List.of(150_000));
    assertThatThrownBy(() -> Ricvae.fit(dirty(130), deep))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("-N")
        .hasMessageContaining("--batch");
  }

  private static Options options(ModelKind kind) {
    return Options.defaults()
        .withKind(kind)
        .withLatent(3)
        .withHidden(List.of(40, 20))
        .withEpsilon(new Epsilon.Fixed(1e-3))
        .withDeviation(0.05)
        .withEpochs(12)
        .withBatch(64)
        .withKlWarmUp(10)
        .withSeed(4)
        .withThreads(2);
  }

  private static Samples clean(int n) {
    return images(n, false);
  }

  private static Samples dirty(int n) {
    return images(n, true);
  }

  /** Smooth images with two degrees of freedom, three in ten with a dark block. */
  private static Samples images(int n, boolean dirt) {
    SplittableRandom random = new SplittableRandom(1);
    byte[] values = new byte[n * SIDE * SIDE];
    for (int i = 0; i < n; i++) {
      double a = random.nextDouble() * 2 - 1;
      double b = random.nextDouble() * 2 - 1;
      boolean hit = random.nextDouble() < 0.3;
      int top = random.nextInt(SIDE - 1);
      int left = random.nextInt(SIDE - 1);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          boolean dark = dirt && hit && y >= top && y < top + 2 && x >= left && x < left + 2;
          double grey = 0.5 + 0.2 * a * Math.sin(y) + 0.2 * b * Math.cos(x);
          values[(i * SIDE + y) * SIDE + x] = (byte) (dark ? 0 : Math.round(255 * grey));
        }
      }
    }
    return Samples.of(new SampleShape(SIDE, SIDE, 1), values);
  }

  private static float[] values(Samples samples) {
    float[] values = new float[(int) samples.count() * samples.shape().size()];
    samples.read(0, (int) samples.count(), values, 0);
    return values;
  }

  private static double error(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum / a.length;
  }
}
