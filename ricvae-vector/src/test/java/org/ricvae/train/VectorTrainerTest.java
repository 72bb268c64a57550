package org.ricvae.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;

/** The tests of training on the Vector API. */
class VectorTrainerTest extends TrainerTest {
  @Override
  Kernels kernels() {
    return KernelProvider.best();
  }

  @Test
  void theseAreTheVectorKernels() {
    assertThat(kernels().name()).startsWith("vector");
  }
}
