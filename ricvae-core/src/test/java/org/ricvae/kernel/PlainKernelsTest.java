package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainKernelsTest implements KernelsContract {
  private final Kernels kernels = new PlainKernels();

  @Override
  public Kernels kernels() {
    return kernels;
  }

  @Test
  void plainJavaIsTheLastResort() {
    assertThat(KernelProvider.all()).last().isInstanceOf(PlainKernels.class);
    assertThat(KernelProvider.best().name()).isEqualTo(KernelProvider.all().get(0).name());
  }
}
