package org.ricvae.bench;

import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;

/** Kernels for a benchmark's parameter. */
final class KernelsByName {
  private KernelsByName() {}

  /** The kernels whose name begins so: {@code vector} is {@code vector512}, or what there is. */
  static Kernels find(String name) {
    return KernelProvider.all().stream()
        .filter(k -> k.name().startsWith(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " kernels do not run here"));
  }
}
