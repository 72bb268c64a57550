package org.ricvae.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;

/** A step allocates nothing once warm, on any thread, whatever kernels run. */
class AllocationTest {
  /** Steps measured; a boxed vector in an inner loop would cost megabytes in each. */
  private static final int STEPS = 50;

  /** What the JVM itself may allocate meanwhile (compilation, the measurement), in bytes a step. */
  private static final long TOLERANCE = 512;

  @Test
  void aWarmStepAllocatesNothing() {
    Objective objective = new Objective(new ConditionedVariance(1e-2, false), 2, true);
    aWarmStepAllocatesNothing(
        objective, TrainingData.of(TinyData.images(640, 0.3, 5)), Activation.SIGMOID);
  }

  @Test
  void norDoesOneOverATable() {
    aWarmStepAllocatesNothing(
        new Objective(TinyTable.likelihood(0.7), 2, true),
        TinyTable.data(640, 0.1, 5),
        Activation.LINEAR);
  }

  private static void aWarmStepAllocatesNothing(
      Objective objective, TrainingData data, Activation output) {
    Kernels kernels = KernelProvider.best();
    int size = data.samples().shape().size();
    Architecture architecture =
        new Architecture(size, 5, List.of(48, 24), List.of(24, 48), Activation.RELU, output);
    RecurrentVae vae = new RecurrentVae(architecture, objective, data.normalization());
    try (WorkerTeam team = new WorkerTeam(2)) {
      TrainingStep step = new TrainingStep(vae, kernels, team, 128);
      TrainingState state = TrainingState.start(vae, data, 1, 0);
      step.bind(state.weights, state.adam, data.loader(vae));
      int[] order = new int[640];
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
      }
      // Until the compiler has seen all it needs: it is asked several times, for it runs when it
      // likes.
      long allocated = Long.MAX_VALUE;
      for (int attempt = 0; attempt < 40 && allocated > TOLERANCE * STEPS; attempt++) {
        run(step, order, 300);
        long before = allocated();
        run(step, order, STEPS);
        allocated = allocated() - before;
      }
      assertThat(allocated).as("bytes in %d steps", STEPS).isLessThanOrEqualTo(TOLERANCE * STEPS);
    }
  }

  private static void run(TrainingStep step, int[] order, int n) {
    for (int i = 0; i < n; i++) {
      step.workspace().settings().set(2, 1e-2f, 1, 1, i, true);
      step.evaluate(order, i % 5 * 128, 128);
      step.update(1e-3);
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      sum += Math.max(0, threads.getThreadAllocatedBytes(id));
    }
    return sum;
  }
}
