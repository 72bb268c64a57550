package org.ricvae.nn;

import org.ricvae.kernel.Kernels;

/**
 * Gradients of the loss with respect to what a layer gives before its activation, transposed for
 * {@link Kernels#weightGradient}: a panel of outputs after the other, each {@code [chunks × 32
 * samples × 32 outputs]}, so that what one weight gradient sums over lies together.
 */
public final class Deltas {
  /** Floats from one chunk to the next. */
  public static final int STRIDE = Kernels.BLOCK * Kernels.BLOCK;

  private final int panelStride;
  private final float[] data;

  /**
   * Memory for a number of chunks.
   *
   * @param outputs outputs of the layer
   * @param chunks blocks of 32 samples to hold
   */
  public Deltas(int outputs, int chunks) {
    this.panelStride = Math.multiplyExact(STRIDE, chunks);
    this.data = new float[Math.multiplyExact(Kernels.panels(outputs), panelStride)];
  }

  /** The values. */
  public float[] data() {
    return data;
  }

  /** Floats from one panel of 32 outputs to the next. */
  int panelStride() {
    return panelStride;
  }

  /** Where a panel of 32 outputs begins in the first chunk. */
  public int panel(int panel) {
    return panel * panelStride;
  }
}
