package org.ricvae.train;

import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.kernel.Kernels;
import org.ricvae.model.Workspace;

/**
 * Gathers the samples of a block, scales them and lays them side by side. Missing values become the
 * median of their place, and are masked out of the loss.
 */
final class BatchLoader {
  private final Samples samples;
  private final Scaling scaling;
  private final float[] fill;
  private final boolean masked;

  /**
   * A loader of one data set.
   *
   * @param fill scaled values to stand in for missing ones, one a place
   * @param masked whether any value is missing
   */
  BatchLoader(Samples samples, Scaling scaling, float[] fill, boolean masked) {
    this.samples = samples;
    this.scaling = scaling;
    this.fill = fill;
    this.masked = masked;
  }

  boolean masked() {
    return masked;
  }

  /**
   * Loads one block of a batch.
   *
   * @param order sample numbers; the batch begins at {@code from}
   * @param row memory for one sample
   */
  void load(Workspace ws, int block, int[] order, int from, float[] row) {
    int first = block * Kernels.BLOCK;
    int base = ws.inputOffset(block);
    int size = row.length;
    float[] input = ws.input();
    for (int l = 0; l < Kernels.BLOCK; l++) {
      if (first + l >= ws.rows()) {
        // A lane without a sample: any finite input will do, for its gradient is dropped.
        ws.samples()[first + l] = 0;
        for (int j = 0; j < size; j++) {
          input[base + j * Kernels.BLOCK + l] = 0;
        }
        continue;
      }
      int sample = order[from + first + l];
      ws.samples()[first + l] = sample;
      samples.read(sample, 1, row, 0);
      for (int j = 0; j < size; j++) {
        input[base + j * Kernels.BLOCK + l] = scaling.bounded(row[j]);
      }
      if (masked) {
        mask(ws, block, l, row);
      }
    }
  }

  private void mask(Workspace ws, int block, int lane, float[] row) {
    int base = ws.inputOffset(block);
    int maskBase = block * row.length * Kernels.BLOCK;
    for (int j = 0; j < row.length; j++) {
      boolean missing = Float.isNaN(row[j]);
      ws.mask()[maskBase + j * Kernels.BLOCK + lane] = missing ? 0 : 1;
      if (missing) {
        ws.input()[base + j * Kernels.BLOCK + lane] = fill[j];
      }
    }
  }
}
