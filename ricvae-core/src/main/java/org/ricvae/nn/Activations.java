package org.ricvae.nn;

import java.util.Arrays;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;

/**
 * What a layer reads: {@code chunks} blocks of {@code [1 + features × 32 samples]}, row 0 all ones
 * for the bias. In training a chunk is one block in one pass.
 */
public final class Activations {
  /** A weight gradient reads whole tiles of rows, wherever the first begins. */
  private static final int BEYOND = Kernels.TILE * Kernels.BLOCK;

  private final int features;
  private final int stride;
  private final float[] data;
  private final int from;

  /**
   * Memory for a number of chunks, all zero but for the rows of ones.
   *
   * @param features features a sample
   * @param chunks blocks of 32 samples to hold
   * @param slab where the memory is from
   */
  public Activations(int features, int chunks, Slab slab) {
    this.features = features;
    this.stride = (1 + Kernels.padded(features)) * Kernels.BLOCK;
    Slab.Part part = slab.take(Math.addExact(Math.multiplyExact(stride, chunks), BEYOND));
    this.data = part.data();
    this.from = part.from();
    for (int c = 0; c < chunks; c++) {
      Arrays.fill(data, ones(c), first(c), 1);
    }
  }

  /** The values; rows beyond {@code features} are zero, or whatever padded weights give. */
  public float[] data() {
    return data;
  }

  /** Features a sample, without the row of ones. */
  public int features() {
    return features;
  }

  /** Floats from one chunk to the next. */
  public int stride() {
    return stride;
  }

  /** Where a chunk begins: its row of ones. */
  public int ones(int chunk) {
    return from + chunk * stride;
  }

  /** Where the features of a chunk begin. */
  public int first(int chunk) {
    return ones(chunk) + Kernels.BLOCK;
  }
}
