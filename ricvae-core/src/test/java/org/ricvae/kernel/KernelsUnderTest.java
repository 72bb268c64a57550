package org.ricvae.kernel;

/** What the parts of the contract share. */
public interface KernelsUnderTest {
  /** The provider. */
  Kernels kernels();

  /** Whether the products keep the order of summation that {@link Kernels} promises. */
  default boolean sumsInOrder() {
    return true;
  }
}
