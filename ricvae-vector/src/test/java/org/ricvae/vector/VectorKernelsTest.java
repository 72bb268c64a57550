package org.ricvae.vector;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.KernelsContract;

/** Run once for each vector width that the machine can be told to have. */
class VectorKernelsTest implements KernelsContract {
  private static final long MOST_NANOS = 60_000_000_000L;
  private static final Kernels KERNELS = new VectorKernelProvider().kernels();

  /** After that, what is tested are the vector loops, through those that change. */
  @BeforeAll
  static void theJvmCompilesThem() throws InterruptedException {
    long begin = System.nanoTime();
    while (!KERNELS.ready() && System.nanoTime() - begin < MOST_NANOS) {
      Thread.sleep(10);
    }
    assertThat(KERNELS.ready()).isTrue();
  }

  @Override
  public Kernels kernels() {
    return KERNELS;
  }

  @Test
  void theyAreFoundAndPreferred() {
    assertThat(KernelProvider.best()).isInstanceOf(WarmingKernels.class);
  }

  @Test
  void theNameSaysTheWidth() {
    assertThat(KERNELS.name()).isEqualTo("vector" + FloatVector.SPECIES_PREFERRED.vectorBitSize());
  }
}
