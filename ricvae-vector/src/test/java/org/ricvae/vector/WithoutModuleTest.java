package org.ricvae.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ricvae.kernel.KernelProvider;

/** What becomes of a program that was started without any flag; has a JVM of its own. */
class WithoutModuleTest {
  @Test
  void plainJavaIsChosen() {
    assertThat(new VectorKernelProvider().kernels()).isNull();
    assertThat(KernelProvider.best().name()).isEqualTo("plain");
  }
}
