package org.ricvae.bench;

import java.util.List;
import java.util.SplittableRandom;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;
import org.ricvae.train.Plan;
import org.ricvae.train.Schedule;
import org.ricvae.train.Trainer;
import org.ricvae.train.TrainingData;
import org.ricvae.train.TrainingListener;
import org.ricvae.train.TrainingState;

/**
 * A training of a RiC-VAE on random bytes that does not end.
 *
 * @param rows samples in memory
 * @param size values a sample
 * @param width units of each of the two hidden layers
 * @param passes N
 * @param batch samples a step
 * @param threads workers
 */
record StepTraining(int rows, int size, int width, int passes, int batch, int threads) {
  /** A 784-512-512-30 network in one pass and thread. */
  static final StepTraining BASE = new StepTraining(4096, 784, 512, 1, 128, 1);

  private static final int LATENT = 30;

  /** A training under way. */
  static final class Running implements AutoCloseable {
    private final WorkerTeam team;
    private final Trainer trainer;

    private Running(WorkerTeam team, Trainer trainer) {
      this.team = team;
      this.trainer = trainer;
    }

    void steps(int n) {
      trainer.run(trainer.done() + n, () -> false, () -> {}, TrainingListener.NONE);
    }

    @Override
    public void close() {
      team.close();
    }
  }

  Running start(Kernels kernels) {
    byte[] values = new byte[rows * size];
    new SplittableRandom(1).nextBytes(values);
    TrainingData data = TrainingData.of(Samples.of(new SampleShape(size, 1, 1), values));
    List<Integer> hidden = List.of(width, width);
    Architecture architecture =
        new Architecture(size, LATENT, hidden, hidden, Activation.RELU, Activation.SIGMOID);
    Objective objective = new Objective(new ConditionedVariance(0.05, false), passes, passes > 1);
    RecurrentVae vae = new RecurrentVae(architecture, objective, data.normalization());
    Plan plan = new Plan(10_000_000, batch, 1e-4, Schedule.CONSTANT, 0, 0, 0, 0, 0, 1);
    WorkerTeam team = new WorkerTeam(threads);
    TrainingState state = TrainingState.start(vae, data, 1, 0);
    return new Running(team, new Trainer(vae, plan, data, state, kernels, team));
  }

  /** Billions of floating point operations of a step's products: all but the data's gradient. */
  double gflop() {
    double first = (double) size * width;
    double middle = (double) width * width;
    double head = 2.0 * LATENT * width;
    double latent = (double) LATENT * width;
    double all = 2 * first + 2 * middle + head + latent;
    return batch * 2e-9 * (3 * passes * all - first);
  }
}
