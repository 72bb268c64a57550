package org.ricvae.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.PlainKernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.model.Cells;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.FixedVariance;
import org.ricvae.model.LearnedVariance;
import org.ricvae.model.MixedLikelihood;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;
import org.ricvae.model.SquaredError;

class TrainerTest {
  private static final int ROWS = 203;

  /** The kernels under test; other modules run the same tests on theirs. */
  Kernels kernels() {
    return new PlainKernels();
  }

  static Stream<Objective> objectives() {
    return Stream.of(
        new Objective(new SquaredError(), 1, false),
        new Objective(new FixedVariance(0.1), 2, true),
        new Objective(new LearnedVariance(1e-6), 2, true),
        new Objective(new ConditionedVariance(1e-2, false), 3, true),
        new Objective(new ConditionedVariance(0.1, true), 2, false));
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void anyNumberOfThreadsGivesTheSameBits(Objective objective) {
    float[] one = train(objective, 1, 0);
    for (int threads : new int[] {2, 3, 8}) {
      assertThat(train(objective, threads, 0)).as("%d threads", threads).containsExactly(one);
    }
  }

  @Test
  void threadsGiveTheSameBitsWithMissingValues() {
    Objective objective = new Objective(new ConditionedVariance(1e-2, false), 2, false);
    TrainingData data = TrainingData.of(TinyData.withHoles(ROWS, 0.1, 5));
    float[] one = train(objective, data, 1, 0);
    assertThat(train(objective, data, 3, 0)).containsExactly(one);
    for (float w : one) {
      assertThat(w).isFinite();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, false", "3, true"})
  void threadsGiveTheSameBitsForATable(int passes, boolean flow) {
    Objective objective = new Objective(TinyTable.likelihood(0.7), passes, flow);
    TrainingData data = TinyTable.data(ROWS, 0.1, 5);
    float[] one = train(objective, data, 1, 0.2);
    for (int threads : new int[] {2, 3}) {
      assertThat(train(objective, data, threads, 0.2)).containsExactly(one);
    }
    for (float w : one) {
      assertThat(w).isFinite();
    }
    Objective seen = new Objective(TinyTable.likelihood(0), passes, flow);
    assertThat(train(seen, data, 1, 0.2)).isNotEqualTo(one);
  }

  /** Where the columns are far from their medians, and categories are not counted in. */
  @Test
  void aTablesResidualIsThatOfItsNumericCells() {
    int size = 12;
    float[] values = new float[ROWS * size];
    for (int i = 0; i < ROWS; i++) {
      values[i * size] = i % 2 == 0 ? 10 : -10;
      values[i * size + 1] = i % 4 < 2 ? 10 : -10;
      values[i * size + 2 + i % 10] = 1;
    }
    Samples samples = Samples.of(SampleShape.vector(size), values);
    MixedLikelihood table =
        new MixedLikelihood(new ConditionedVariance(0.1, true), new Cells(2, List.of(10)), 0.02, 0);
    List<EpochReport> reports = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epoch(EpochReport report) {
            reports.add(report);
          }
        };
    Plan plan = new Plan(1, ROWS, 1e-9, Schedule.CONSTANT, 0, 0, 0, 0, 0, 17);
    try (WorkerTeam team = new WorkerTeam(1)) {
      trainer(new Objective(table, 1, false), TinyTable.asItIs(samples), plan, team)
          .run(Long.MAX_VALUE, () -> false, () -> {}, listener);
    }
    assertThat(reports.get(0).residual()).isBetween(80.0, 120.0);
    assertThat(reports.get(0).epsilon()).isBetween(8.0, 12.0);
  }

  @Test
  void lossFallsAndTheLatentSpaceComesAlive() {
    TrainingData data = TrainingData.of(TinyData.images(ROWS, 0.3, 5));
    List<EpochReport> reports = new ArrayList<>();
    Objective objective = new Objective(new ConditionedVariance(1e-3, false), 1, false);
    try (WorkerTeam team = new WorkerTeam(2)) {
      Trainer trainer = trainer(objective, data, plan(40, 0, 0), team);
      trainer.run(
          Long.MAX_VALUE,
          () -> false,
          () -> {},
          new TrainingListener() {
            @Override
            public void epoch(EpochReport report) {
              reports.add(report);
            }
          });
    }
    assertThat(reports).hasSize(40);
    assertThat(reports.get(39).loss()).isLessThan(reports.get(0).loss() - 20);
    assertThat(reports.get(39).activeDimensions()).isPositive();
    assertThat(reports.get(39).residual()).isLessThan(reports.get(0).residual());
  }

  @Test
  void stoppingAndGoingOnGivesTheSameBits() {
    Objective objective = new Objective(new ConditionedVariance(1e-2, false), 2, false);
    float[] whole = train(objective, 2, 0);
    TrainingData data = TrainingData.of(TinyData.images(ROWS, 0.3, 5));
    try (WorkerTeam team = new WorkerTeam(2)) {
      Trainer trainer = trainer(objective, data, plan(3, 0, 0), team);
      for (int until = 1; until < 30; until++) {
        trainer.run(until, () -> false, () -> {}, TrainingListener.NONE);
      }
      assertThat(trainer.state().weights).containsExactly(whole);
    }
  }

  @Test
  void earlyStoppingKeepsTheBestWeights() {
    TrainingData data = TrainingData.of(TinyData.images(ROWS, 0, 5));
    List<Double> losses = new ArrayList<>();
    Objective objective = new Objective(new ConditionedVariance(1e-3, false), 1, false);
    try (WorkerTeam team = new WorkerTeam(1)) {
      Trainer trainer = trainer(objective, data, plan(500, 0.3, 4), team);
      boolean complete =
          trainer.run(
              Long.MAX_VALUE,
              () -> false,
              () -> {},
              new TrainingListener() {
                @Override
                public void epoch(EpochReport report) {
                  losses.add(report.validationLoss());
                }
              });
      assertThat(complete).isTrue();
      assertThat(losses).hasSizeLessThan(500).doesNotContain(Double.NaN);
      int best = losses.indexOf(losses.stream().min(Double::compare).orElseThrow());
      assertThat(losses.size() - 1 - best).isEqualTo(4);
      assertThat(trainer.state().bestOrCurrent()).isNotEqualTo(trainer.state().weights);
    }
  }

  @Test
  void patienceNeedsSamplesHeldOut() {
    TrainingData data = TrainingData.of(TinyData.images(20, 0, 5));
    Objective objective = new Objective(new ConditionedVariance(1e-3, false), 1, false);
    try (WorkerTeam team = new WorkerTeam(1)) {
      assertThatThrownBy(() -> trainer(objective, data, plan(3, 0.01, 2), team))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("holds none out");
    }
  }

  @Test
  void grossErrorsDoNotStopATraining() {
    float[] values = new float[ROWS * 36];
    TinyData.images(ROWS, 0.2, 5).read(0, ROWS, values, 0);
    values[100] = -3.4e38f;
    values[4000] = 3.4e38f;
    TrainingData data = TrainingData.of(Samples.of(new SampleShape(6, 6, 1), values));
    Objective objective = new Objective(new ConditionedVariance(1e-3, false), 2, true);
    for (float w : train(objective, data, 2, 0)) {
      assertThat(w).isFinite();
    }
  }

  @Test
  void infiniteLossNamesEpochAndBatch() {
    TrainingData data = TrainingData.of(TinyData.images(ROWS, 0, 5));
    Objective objective = new Objective(new FixedVariance(1e-5), 1, false);
    Plan plan = new Plan(50, 64, 1, Schedule.CONSTANT, 0, 0, 0, 0, 0, 1);
    try (WorkerTeam team = new WorkerTeam(1)) {
      RecurrentVae vae = new RecurrentVae(linear(), objective, data.normalization());
      TrainingState state = TrainingState.start(vae, data, 1, 0);
      state.weights[vae.layers().get(0).index(-1, 0)] = Float.NaN;
      Trainer trainer = new Trainer(vae, plan, data, state, kernels(), team);
      assertThatThrownBy(
              () -> trainer.run(Long.MAX_VALUE, () -> false, () -> {}, TrainingListener.NONE))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("epoch 1, batch 1")
          .hasMessageContaining("--lr");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void tooFewSamplesAreRefused(int n) {
    assertThatThrownBy(() -> TrainingData.of(TinyData.images(n, 0, 1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at least 8");
  }

  @Test
  void unusableDataAreRefused() {
    SampleShape shape = new SampleShape(2, 2, 1);
    assertThatThrownBy(() -> TrainingData.of(Samples.of(shape, new byte[40])))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("every value is 0.0");
    float[] infinite = new float[40];
    infinite[6] = Float.NEGATIVE_INFINITY;
    assertThatThrownBy(() -> TrainingData.of(Samples.of(shape, infinite)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("value 2 of sample 1 is infinite");
    float[] missing = new float[40];
    Arrays.fill(missing, Float.NaN);
    assertThatThrownBy(() -> TrainingData.of(Samples.of(shape, missing)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("all 40 values are missing");
  }

  private float[] train(Objective objective, int threads, double validation) {
    return train(objective, TrainingData.of(TinyData.images(ROWS, 0.3, 5)), threads, validation);
  }

  private float[] train(Objective objective, TrainingData data, int threads, double validation) {
    try (WorkerTeam team = new WorkerTeam(threads)) {
      Trainer trainer = trainer(objective, data, plan(3, validation, 0), team);
      trainer.run(Long.MAX_VALUE, () -> false, () -> {}, TrainingListener.NONE);
      return trainer.state().weights;
    }
  }

  private Trainer trainer(Objective objective, TrainingData data, Plan plan, WorkerTeam team) {
    Architecture architecture = TinyData.architecture(data.samples().shape().size());
    RecurrentVae vae = new RecurrentVae(architecture, objective, data.normalization());
    TrainingState state = TrainingState.start(vae, data, plan.seed(), plan.weightDecay());
    return new Trainer(vae, plan, data, state, kernels(), team);
  }

  private static Architecture linear() {
    return new Architecture(36, 2, List.of(), List.of(), Activation.RELU, Activation.LINEAR);
  }

  private static Plan plan(int epochs, double validation, int patience) {
    return new Plan(epochs, 70, 3e-3, Schedule.STEP, 0.3, 4, 1e-4, validation, patience, 17);
  }
}
