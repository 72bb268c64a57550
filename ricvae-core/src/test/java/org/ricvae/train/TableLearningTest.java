package org.ricvae.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.PlainKernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.model.Forward;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;

/** A model of a table foretells a cell that it does not see from those that it does. */
class TableLearningTest {
  private static final int ROWS = 600;
  private static final int LATENT = 3;

  @ParameterizedTest
  @CsvSource({"1, false, 0", "1, false, 0.1", "2, true, 0"})
  void hiddenCellsAreForetold(int passes, boolean flow, double missing) {
    TrainingData data = TinyTable.data(ROWS, missing, 5);
    RecurrentVae vae =
        new RecurrentVae(
            new Architecture(
                TinyTable.SIZE,
                LATENT,
                List.of(32),
                List.of(32),
                Activation.RELU,
                Activation.LINEAR),
            new Objective(TinyTable.likelihood(0.8), passes, flow),
            data.normalization());
    float[] weights = train(vae, data);

    // Rows that it has not been trained on.
    float[] rows = TinyTable.rows(ROWS, 0, 6);
    float[] withoutB = mean(vae, weights, rows, 1);
    double error = 0;
    double medianError = 0;
    for (int i = 0; i < ROWS; i++) {
      float b = rows[i * TinyTable.SIZE + 1];
      error += Math.abs(withoutB[i * TinyTable.SIZE + 1] - b);
      medianError += Math.abs(data.fill()[1] - b);
    }
    assertThat(error).isLessThan(medianError / 5);

    float[] withoutCategory = mean(vae, weights, rows, 2);
    int right = 0;
    for (int i = 0; i < ROWS; i++) {
      right += category(rows, i) == category(withoutCategory, i) ? 1 : 0;
    }
    assertThat(right).isGreaterThan(ROWS * 17 / 20);
  }

  private static float[] train(RecurrentVae vae, TrainingData data) {
    Plan plan = new Plan(80, 64, 3e-3, Schedule.STEP, 0.3, 50, 0, 0, 0, 17);
    try (WorkerTeam team = new WorkerTeam(1)) {
      TrainingState state = TrainingState.start(vae, data, plan.seed(), plan.weightDecay());
      Trainer trainer = new Trainer(vae, plan, data, state, new PlainKernels(), team);
      trainer.run(Long.MAX_VALUE, () -> false, () -> {}, TrainingListener.NONE);
      return trainer.state().weights;
    }
  }

  /** The decoder's mean, where the encoder sees all but one cell. */
  private static float[] mean(RecurrentVae vae, float[] weights, float[] rows, int hidden) {
    int cells = TinyTable.CELLS.count();
    boolean[] seen = new boolean[ROWS * cells];
    Arrays.fill(seen, true);
    for (int i = 0; i < ROWS; i++) {
      seen[i * cells + hidden] = false;
    }
    Forward forward = new Forward(vae, new PlainKernels(), ROWS);
    forward.encode(weights, rows, seen, ROWS);
    float[] z = new float[ROWS * LATENT];
    forward.means(z, ROWS);
    float[] mean = new float[ROWS * TinyTable.SIZE];
    forward.decode(weights, z, ROWS, mean);
    return mean;
  }

  private static int category(float[] rows, int i) {
    int most = 0;
    for (int c = 1; c < 3; c++) {
      int at = i * TinyTable.SIZE + 2;
      most = rows[at + c] > rows[at + most] ? c : most;
    }
    return most;
  }
}
