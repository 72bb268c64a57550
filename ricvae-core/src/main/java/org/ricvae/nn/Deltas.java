package org.ricvae.nn;

import org.ricvae.kernel.Kernels;

/**
 * Gradients of the loss with respect to what a layer gives before its activation, transposed to
 * panels {@code [32 samples × 32 outputs]} for {@link Kernels#weightGradient}; one set a chunk.
 */
public final class Deltas {
  private final int stride;
  private final float[] data;

  /**
   * Memory for a number of chunks.
   *
   * @param outputs outputs of the layer
   * @param chunks blocks of 32 samples to hold
   */
  public Deltas(int outputs, int chunks) {
    this.stride = Kernels.panels(outputs) * Kernels.BLOCK * Kernels.BLOCK;
    this.data = new float[Math.multiplyExact(stride, chunks)];
  }

  /** The values. */
  public float[] data() {
    return data;
  }

  /** Floats from one chunk to the next. */
  public int stride() {
    return stride;
  }

  /** Where a panel of 32 outputs begins in the first chunk. */
  public int panel(int panel) {
    return panel * Kernels.BLOCK * Kernels.BLOCK;
  }
}
