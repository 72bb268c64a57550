package org.ricvae.vector;

import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;

/**
 * Offers {@link VectorKernels} where the machine has vectors of at least four floats, and the
 * launch gave {@code --add-modules jdk.incubator.vector} or {@code --add-exports
 * java.base/jdk.internal.module=ALL-UNNAMED}.
 */
public final class VectorKernelProvider implements KernelProvider {
  @Override
  public Kernels kernels() {
    return IncubatorModule.load() && Lanes.supported() ? WarmingKernels.begin() : null;
  }

  @Override
  public int priority() {
    return 20;
  }
}
