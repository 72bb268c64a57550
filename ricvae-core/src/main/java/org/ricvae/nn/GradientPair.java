package org.ricvae.nn;

import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;

/** Two buffers between which a gradient moves, layer by layer; a worker's own. */
public final class GradientPair {
  private final int stride;
  private Slab.Part current;
  private Slab.Part other;

  /**
   * Two buffers for the widest layer.
   *
   * @param features the widest layer
   * @param blocks blocks of 32 samples
   * @param slab where the memory is from
   */
  public GradientPair(int features, int blocks, Slab slab) {
    stride = Kernels.padded(features) * Kernels.BLOCK;
    current = slab.take(Math.multiplyExact(stride, blocks));
    other = slab.take(stride * blocks);
  }

  /** The buffer that holds the gradient now: {@code [padded(features) × 32]} a block. */
  public float[] current() {
    return current.data();
  }

  /** Where a block of {@link #current()} begins. */
  public int at(int block) {
    return current.from() + block * stride;
  }

  /** Floats from one block to the next. */
  public int stride() {
    return stride;
  }

  Slab.Part other() {
    return other;
  }

  void swap() {
    Slab.Part t = current;
    current = other;
    other = t;
  }
}
