package org.ricvae.openblas;

import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;

/**
 * Offers {@link OpenBlasKernels}. Where the native library does not load, that is a {@link
 * LinkageError}, and the provider is passed over.
 */
public final class OpenBlasKernelProvider implements KernelProvider {
  @Override
  public Kernels kernels() {
    return new OpenBlasKernels();
  }

  @Override
  public int priority() {
    return 10;
  }
}
