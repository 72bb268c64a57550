package org.ricvae.nn;

import org.ricvae.kernel.Kernels;

/** Two buffers between which a gradient moves, layer by layer; a worker's own. */
public final class GradientPair {
  private final int stride;
  private float[] current;
  private float[] other;

  /**
   * Two buffers for the widest layer.
   *
   * @param features the widest layer
   * @param blocks blocks of 32 samples
   */
  public GradientPair(int features, int blocks) {
    stride = Kernels.padded(features) * Kernels.BLOCK;
    current = new float[Math.multiplyExact(stride, blocks)];
    other = new float[current.length];
  }

  /** The buffer that holds the gradient now: {@code [padded(features) × 32]} a block. */
  public float[] current() {
    return current;
  }

  /** Floats from one block to the next. */
  public int stride() {
    return stride;
  }

  float[] other() {
    return other;
  }

  void swap() {
    float[] t = current;
    current = other;
    other = t;
  }
}
