package org.ricvae.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.PlainKernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;
import org.ricvae.train.Checkpoint;
import org.ricvae.train.Plan;
import org.ricvae.train.Schedule;
import org.ricvae.train.Trainer;
import org.ricvae.train.TrainingData;
import org.ricvae.train.TrainingListener;
import org.ricvae.train.TrainingState;

/**
 * A training that begins in plain Java and goes on with vectors ends as if it had never changed.
 */
class SameBitsTest {
  private static final int SIZE = 50;
  private static final int LATENT = 5;
  private static final int ROWS = 150;
  private static final int STEPS = 12;
  private static final List<Integer> HIDDEN = List.of(40, 25);

  private final Kernels plain = new PlainKernels();
  private final Kernels vector = new VectorKernels();

  @ParameterizedTest
  @EnumSource
  void trainingEndsWithTheSameBits(Activation hidden) {
    Checkpoint expected = train(hidden, plain, plain);
    for (Checkpoint actual : List.of(train(hidden, plain, vector), train(hidden, vector, vector))) {
      assertThat(actual.weights()).isEqualTo(expected.weights());
      assertThat(actual.first()).isEqualTo(expected.first());
      assertThat(actual.second()).isEqualTo(expected.second());
      assertThat(actual.progress().sums()).isDeepEqualTo(expected.progress().sums());
    }
  }

  /** Steps of RiC-VAE in two passes, half of them with the one, half with the other. */
  private static Checkpoint train(Activation hidden, Kernels one, Kernels other) {
    byte[] values = new byte[ROWS * SIZE];
    new SplittableRandom(1).nextBytes(values);
    TrainingData data = TrainingData.of(Samples.of(new SampleShape(SIZE, 1, 1), values));
    Architecture architecture =
        new Architecture(SIZE, LATENT, HIDDEN, HIDDEN, hidden, Activation.SIGMOID);
    Objective objective = new Objective(new ConditionedVariance(0.05, false), 2, true);
    RecurrentVae vae = new RecurrentVae(architecture, objective, data.normalization());
    Plan plan = new Plan(1000, 64, 1e-3, Schedule.CONSTANT, 0, 0, 0, 0, 0, 1);
    TrainingState state = TrainingState.start(vae, data, 1, 0);
    try (WorkerTeam team = new WorkerTeam(2)) {
      for (Kernels kernels : List.of(one, other)) {
        Trainer trainer = new Trainer(vae, plan, data, state, kernels, team);
        trainer.run(trainer.done() + STEPS, () -> false, () -> {}, TrainingListener.NONE);
      }
    }
    return state.checkpoint();
  }
}
