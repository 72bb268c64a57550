package org.ricvae.nn;

import java.util.Arrays;
import org.ricvae.kernel.Kernels;

/**
 * What a layer reads: {@code chunks} blocks of {@code [1 + features × 32 samples]}, row 0 all ones
 * for the bias. In training a chunk is one block in one pass.
 */
public final class Activations {
  private final int features;
  private final int stride;
  private final float[] data;

  /**
   * Memory for a number of chunks, all zero but for the rows of ones.
   *
   * @param features features a sample
   * @param chunks blocks of 32 samples to hold
   */
  public Activations(int features, int chunks) {
    this.features = features;
    this.stride = (1 + Kernels.padded(features)) * Kernels.BLOCK;
    this.data = new float[Math.multiplyExact(stride, chunks)];
    for (int c = 0; c < chunks; c++) {
      Arrays.fill(data, c * stride, c * stride + Kernels.BLOCK, 1);
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
    return chunk * stride;
  }

  /** Where the features of a chunk begin. */
  public int first(int chunk) {
    return chunk * stride + Kernels.BLOCK;
  }
}
