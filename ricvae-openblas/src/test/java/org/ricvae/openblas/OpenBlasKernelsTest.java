package org.ricvae.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.KernelsContract;

class OpenBlasKernelsTest implements KernelsContract {
  private final Kernels kernels = new OpenBlasKernels();

  @Override
  public Kernels kernels() {
    return kernels;
  }

  @Override
  public boolean sumsInOrder() {
    return false;
  }

  @Test
  void theyAreFoundAndPreferredToPlainJava() {
    assertThat(KernelProvider.best()).isInstanceOf(OpenBlasKernels.class);
  }
}
