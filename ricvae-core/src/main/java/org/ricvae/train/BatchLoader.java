package org.ricvae.train;

import java.util.Arrays;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.data.ValueType;
import org.ricvae.kernel.Kernels;
import org.ricvae.model.Workspace;

/**
 * Gathers the samples of a block, scales them and lays them side by side. Missing values become the
 * median of their place, and are masked out of the loss.
 */
final class BatchLoader {
  /** Values that 8 bits can have. */
  private static final int LEVELS = 256;

  private final Samples samples;
  private final Scaling scaling;

  /** What each value of 8-bit data becomes; null for other data. */
  private final float[] levels;

  private final float[] fill;
  private final boolean masked;
  private final Hiding hiding;

  /**
   * A loader of one data set.
   *
   * @param fill scaled values to stand in for missing ones, one a place
   * @param masked whether any value is missing
   * @param hiding what the encoder does not see; null: it sees everything
   */
  BatchLoader(Samples samples, Scaling scaling, float[] fill, boolean masked, Hiding hiding) {
    this.samples = samples;
    this.scaling = scaling;
    this.levels = samples.type() == ValueType.U8 ? levels(scaling) : null;
    this.fill = fill;
    this.masked = masked;
    this.hiding = hiding;
  }

  private static float[] levels(Scaling scaling) {
    float[] levels = new float[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      levels[i] = scaling.bounded(i);
    }
    return levels;
  }

  boolean masked() {
    return masked;
  }

  /** Floats of memory that {@link #load} needs. */
  static int memory(int size) {
    return Kernels.BLOCK * size;
  }

  /**
   * Loads one block of a batch.
   *
   * @param order sample numbers; the batch begins at {@code from}
   * @param rows memory for a block of samples, {@code [32 × size]}
   * @param memory for what is hidden
   */
  void load(Workspace ws, int block, int[] order, int from, float[] rows, Hiding.Memory memory) {
    int first = block * Kernels.BLOCK;
    int lanes = Math.min(Kernels.BLOCK, ws.rows() - first);
    int size = rows.length / Kernels.BLOCK;
    for (int l = 0; l < lanes; l++) {
      int sample = order[from + first + l];
      ws.samples()[first + l] = sample;
      samples.read(sample, 1, rows, l * size);
    }
    // A lane without a sample: any finite input will do, for its gradient is dropped.
    Arrays.fill(ws.samples(), first + lanes, first + Kernels.BLOCK, 0);
    Arrays.fill(rows, lanes * size, Kernels.BLOCK * size, 0);
    if (masked) {
      mask(ws.mask(), block * size * Kernels.BLOCK, rows, size);
    }
    if (hiding != null) {
      hiding.fill(ws, block, first, masked, memory);
    }
    if (levels == null) {
      scale(rows, size, ws.input(), ws.inputOffset(block));
    } else {
      lookUp(rows, size, ws.input(), ws.inputOffset(block));
    }
    if (masked) {
      fillIn(ws, block, size);
    }
  }

  /** {@code [32 × size]} to {@code [size × 32]}, such that what is written lies together. */
  private void scale(float[] rows, int size, float[] dst, int base) {
    for (int j = 0; j < size; j++) {
      for (int l = 0; l < Kernels.BLOCK; l++) {
        dst[base + j * Kernels.BLOCK + l] = scaling.bounded(rows[l * size + j]);
      }
    }
  }

  /** The same of 8-bit data; a missing value, which is filled in later, counts as 0. */
  private void lookUp(float[] rows, int size, float[] dst, int base) {
    for (int j = 0; j < size; j++) {
      for (int l = 0; l < Kernels.BLOCK; l++) {
        dst[base + j * Kernels.BLOCK + l] = levels[(int) rows[l * size + j]];
      }
    }
  }

  /** 1 where a value is known, 0 where it is missing. */
  private static void mask(float[] mask, int base, float[] rows, int size) {
    for (int j = 0; j < size; j++) {
      for (int l = 0; l < Kernels.BLOCK; l++) {
        mask[base + j * Kernels.BLOCK + l] = Float.isNaN(rows[l * size + j]) ? 0 : 1;
      }
    }
  }

  private void fillIn(Workspace ws, int block, int size) {
    int base = ws.inputOffset(block);
    int maskBase = block * size * Kernels.BLOCK;
    for (int j = 0; j < size; j++) {
      for (int l = 0; l < Kernels.BLOCK; l++) {
        if (ws.mask()[maskBase + j * Kernels.BLOCK + l] == 0) {
          ws.input()[base + j * Kernels.BLOCK + l] = fill[j];
        }
      }
    }
  }
}
