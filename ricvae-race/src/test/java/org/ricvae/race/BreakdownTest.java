package org.ricvae.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ricvae.kernel.PlainKernels;

class BreakdownTest {
  @Test
  void everyProductOfTheStepIsThere() {
    assertThat(Breakdown.table(new Cell(Net.FACES, 2, 128, 2), 0.05, 0.05))
        .contains("| forward 560 x 512 |", "| backward 512 x 560 |", "| weightGradient |")
        .contains("| adam |", "| normal |", "| outside of the kernels, or waiting |");
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
