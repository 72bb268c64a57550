package org.ricvae.vector;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.KernelsContract;

/** Run once for each vector width that the machine can be told to have. */
class VectorKernelsTest implements KernelsContract {
  private final Kernels kernels = new VectorKernelProvider().kernels();

  @Override
  public Kernels kernels() {
    return kernels;
  }

  @Test
  void theyAreFoundAndPreferred() {
    assertThat(KernelProvider.best()).isInstanceOf(VectorKernels.class);
  }

  @Test
  void theNameSaysTheWidth() {
    assertThat(kernels.name()).isEqualTo("vector" + FloatVector.SPECIES_PREFERRED.vectorBitSize());
  }
}
