package org.ricvae.bench;

import java.util.concurrent.locks.LockSupport;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;

/** Kernels for a benchmark's parameter. */
final class KernelsByName {
  private static final long POLL_NANOS = 10_000_000;

  private KernelsByName() {}

  /** The kernels whose name begins so: {@code vector} is {@code vector512}, or what there is. */
  static Kernels find(String name) {
    return KernelProvider.all().stream()
        .filter(k -> k.name().startsWith(name))
        .findFirst()
        .map(KernelsByName::ready)
        .orElseThrow(() -> new IllegalArgumentException(name + " kernels do not run here"));
  }

  /** The same, once they are as fast as they will be. */
  static Kernels ready(Kernels kernels) {
    while (!kernels.ready()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    return kernels;
  }
}
