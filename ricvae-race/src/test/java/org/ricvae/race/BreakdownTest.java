package org.ricvae.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.PlainKernels;
import org.ricvae.kernel.WorkerTeam;

class BreakdownTest {
  private static final MachineRates RATES = new MachineRates(100, 60, 40, 10);

  @Test
  void everyProductOfTheStepIsThere() {
    assertThat(Breakdown.table(new Cell(Net.FACES, 2, 128, 2), RATES, 0.05, 0.05))
        .contains("| forward 560 x 512 |", "| backward 512 x 560 |", "| weightGradient |")
        .contains("| adam |", "| normal |", "| outside of the kernels, or waiting |", "| all |");
  }

  /** The count of a step's products is that of {@link Net#flops}, but for the biases. */
  @Test
  void theProductsAreCounted() {
    Cell cell = new Cell(Net.FACES, 2, 128, 1);
    KernelTimes times = new KernelTimes(KernelProvider.best());
    try (OurStep step = new OurStep(cell, times.timed())) {
      step.run(1);
    }
    double flops = 0;
    double adam = 0;
    for (Map.Entry<String, Work> e : times.sums().entrySet()) {
      String part = e.getKey().replaceFirst(" .*", "");
      if (Set.of("forward", "backward", "weightGradient").contains(part)) {
        flops += e.getValue().flops();
      }
      adam += part.equals("adam") ? e.getValue().bytes() : 0;
    }
    assertThat(flops / 128).isCloseTo(cell.net().flops(2), withinPercentage(2));
    double weights = cell.net().layers().stream().mapToInt(Net.Shape::weights).sum();
    assertThat(adam).isCloseTo(7 * Float.BYTES * weights, withinPercentage(3));
  }

  /** A kernel that is new must be counted, too. */
  @Test
  void everyKernelHasACost() {
    for (Method method : Kernels.class.getMethods()) {
      if (method.getReturnType() == void.class) {
        Object[] arguments =
            Arrays.stream(method.getParameterTypes()).map(BreakdownTest::some).toArray();
        assertThat(Work.of(method.getName(), arguments, 1).bytes()).isPositive();
      }
    }
  }

  private static Object some(Class<?> type) {
    if (type == int.class) {
      return 32;
    }
    return type == boolean.class ? (Object) true : type == float[].class ? new float[32] : 1;
  }

  @Test
  void theRoofIsTheSlowerOfBothRates() {
    assertThat(RATES.roof(new Work(1, 1, 1000, 60))).isEqualTo(10);
    assertThat(RATES.roof(new Work(1, 1, 100, 600))).isEqualTo(10);
  }

  @Test
  void theMachineIsMeasured() {
    try (WorkerTeam team = new WorkerTeam(2)) {
      MachineRates rates = MachineRates.measure(KernelProvider.best(), team, 0.001);
      assertThat(rates.gflops()).isPositive();
      assertThat(rates.memory()).isPositive();
    }
  }

  @Test
  void callsAreCountedAndGiveTheSameResult() {
    KernelTimes times = new KernelTimes(new PlainKernels());
    float[] a = new float[32];
    times.timed().exp(a, 0, 32);
    times.timed().exp(new float[32], 0, 32);
    assertThat(a).containsOnly(1);
    assertThat(times.sums().get("exp").calls()).isEqualTo(2);
    times.clear();
    assertThat(times.sums()).isEmpty();
  }
}
