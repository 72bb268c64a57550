package org.ricvae.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.Objective;
import org.ricvae.model.Recurrence;
import org.ricvae.model.RecurrentVae;
import org.ricvae.model.Scratch;
import org.ricvae.model.Workspace;
import org.ricvae.nn.Adam;

/** A step, which takes a large batch slice by slice, beside one that takes it as a whole. */
class TrainingStepTest {
  private static final int ROWS = 700;

  private final Kernels kernels = KernelProvider.best();

  @ParameterizedTest
  @CsvSource({"1, 700, 1", "2, 700, 2", "5, 600, 2", "5, 161, 3", "5, 90, 1", "20, 300, 2"})
  void slicesGiveTheLossesAndTheGradientOfTheWholeBatch(int passes, int batch, int threads) {
    TrainingData data = TrainingData.of(TinyData.withHoles(ROWS, 0.1, 3));
    RecurrentVae vae = vae(data, passes);
    int[] order = IntStream.range(0, ROWS).map(i -> (i * 31 + 7) % ROWS).toArray();
    int from = ROWS - batch;
    TrainingState state = TrainingState.start(vae, data, 1, 0);
    float[] weights = state.weights.clone();
    Workspace whole = whole(vae, data, weights, order, from, batch);

    try (WorkerTeam team = new WorkerTeam(threads)) {
      TrainingStep step = new TrainingStep(vae, kernels, team, batch);
      step.bind(state.weights, state.adam, data.loader(vae));
      Workspace ws = step.workspace();
      // What an evaluation leaves must not get into the gradient.
      ws.settings().set(passes, 1e-2f, 1, 1, 5, false);
      step.evaluate(order, 0, batch);
      ws.settings().set(passes, 1e-2f, 1, 1, 6, true);
      step.evaluate(order, from, batch);
      step.update(1e-3);

      double[][] moments = new double[4][vae.architecture().latent()];
      whole.addLatentMoments(moments[0], moments[1]);
      ws.addLatentMoments(moments[2], moments[3]);
      assertThat(moments[2]).isEqualTo(moments[0]);
      assertThat(moments[3]).isEqualTo(moments[1]);
      for (int pass = 0; pass < passes; pass++) {
        assertThat(ws.loss(pass)).isEqualTo(whole.loss(pass));
        assertThat(ws.kl(pass)).isEqualTo(whole.kl(pass));
        assertThat(ws.squaredResidual(pass)).isEqualTo(whole.squaredResidual(pass));
      }
    }
    Adam expected = new Adam(weights, 0);
    expected.next(1e-3, 1.0 / batch);
    for (Workspace.Trace t : whole.traces()) {
      float[] g = new float[vae.parameters()];
      t.layer().weightGradient(kernels, t.input(), t.deltas(), whole.chunks(), g);
      expected.update(kernels, t.layer(), g);
    }
    assertClose(state.adam.first(), expected.first());
  }

  private static RecurrentVae vae(TrainingData data, int passes) {
    Architecture architecture = TinyData.architecture(data.samples().shape().size());
    Objective objective = new Objective(new ConditionedVariance(1e-2, false), passes, passes > 1);
    return new RecurrentVae(architecture, objective, data.normalization());
  }

  private Workspace whole(
      RecurrentVae vae, TrainingData data, float[] weights, int[] order, int from, int batch) {
    Workspace ws = new Workspace(vae, batch);
    ws.settings().set(vae.objective().passes(), 1e-2f, 1, 1, 6, true);
    BatchLoader loader = data.loader(vae);
    ws.begin(batch, loader.masked());
    float[] memory = new float[BatchLoader.memory(vae.architecture().size())];
    for (int b = 0; b < ws.blocks(); b++) {
      loader.load(ws, b, order, from, memory, new Hiding.Memory());
    }
    Scratch scratch = new Scratch(vae, ws.blocks(), new Slab());
    new Recurrence(vae, kernels).run(weights, ws, scratch, 0, ws.blocks());
    return ws;
  }

  /** To a small part of the largest: the sums are the same but for their order. */
  private static void assertClose(float[] actual, float[] expected) {
    float largest = 0;
    for (float v : expected) {
      largest = Math.max(largest, Math.abs(v));
    }
    assertThat(largest).isPositive();
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f * largest));
    }
  }
}
