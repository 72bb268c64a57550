package org.ricvae.vector;

import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;

/**
 * Offers {@link VectorKernels} where the machine has vectors of at least four floats, and the
 * launch gave {@code --add-modules jdk.incubator.vector} or {@code --add-exports
 * java.base/jdk.internal.module=ALL-UNNAMED}.
 */
public final class VectorKernelProvider implements KernelProvider {
  /** One for the process: the JVM compiles a loop once. */
  private static final class Holder {
    private static final Kernels KERNELS = WarmingKernels.begin();

    private Holder() {}
  }

  @Override
  public Kernels kernels() {
    return IncubatorModule.load() && Lanes.supported() ? Holder.KERNELS : null;
  }

  @Override
  public int priority() {
    return 20;
  }
}
