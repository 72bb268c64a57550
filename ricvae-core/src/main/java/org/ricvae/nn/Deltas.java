package org.ricvae.nn;

import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;

/**
 * Gradients of the loss with respect to what a layer gives before its activation, transposed for
 * {@link Kernels#weightGradient}: 32 outputs after the other, each {@code [chunks × 32 samples × 32
 * outputs]}, so that what one weight gradient sums over lies together.
 */
public final class Deltas {
  /** Floats from one chunk to the next. */
  public static final int STRIDE = Kernels.BLOCK * Kernels.BLOCK;

  private final int squareStride;
  private final float[] data;
  private final int from;

  /**
   * Memory for a number of chunks.
   *
   * @param outputs outputs of the layer
   * @param chunks blocks of 32 samples to hold
   * @param slab where the memory is from
   */
  public Deltas(int outputs, int chunks, Slab slab) {
    this.squareStride = Math.multiplyExact(STRIDE, chunks);
    Slab.Part part = slab.take(Math.multiplyExact(Kernels.squares(outputs), squareStride));
    this.data = part.data();
    this.from = part.from();
  }

  /** The values. */
  public float[] data() {
    return data;
  }

  /** Floats from 32 outputs to the next. */
  public int squareStride() {
    return squareStride;
  }

  /** Where the square of the outputs from 32 i begins in the first chunk. */
  public int square(int i) {
    return from + i * squareStride;
  }
}
