package org.ricvae.vector;

import org.ricvae.kernel.Kernels;

/**
 * A register tile: a few rows of a product times two vectors of samples, summed in registers. Sums
 * start from those in s and end up in y, so that a long sum can be run piece by piece: what is read
 * within a piece then stays in the first-level cache.
 */
abstract class Tile {
  /** The tile that fits the registers: 32 with AVX-512 and NEON, 16 with AVX2. */
  static final Tile BEST = Lanes.LENGTH == 8 ? new FourRows() : new EightRows();

  private static final int BLOCK = Kernels.BLOCK;
  private static final int STEP = 2 * Lanes.LENGTH;

  /** Where a sum starts. */
  private static final float[] ZERO = new float[Kernels.TILE * BLOCK];

  /** Divides {@link Kernels#TILE}. */
  private final int rows;

  Tile(int rows) {
    this.rows = rows;
  }

  /** {@code y[r] = s[r] + Σ_k a[32 k + r] x[k]}: a tile's weights lie side by side in a panel. */
  abstract void forward(
      float[] a, int ao, float[] x, int xo, int n, float[] s, int so, float[] y, int yo);

  /** {@code y[r] = s[r] + Σ_k a[32 r + k] x[k]}: each row of the tile lies along k. */
  abstract void reduce(
      float[] a, int ao, float[] x, int xo, int n, float[] s, int so, float[] y, int yo);

  /** {@link #forward} for a whole number of tiles. */
  final void forwardRows(
      int count, float[] w, int w0, float[] x, int x0, int n, boolean first, float[] y, int y0) {
    float[] s = first ? ZERO : y;
    for (int r = 0; r < count; r += rows) {
      for (int l = 0; l < BLOCK; l += STEP) {
        int at = y0 + r * BLOCK + l;
        forward(w, w0 + r, x, x0 + l, n, s, first ? 0 : at, y, at);
      }
    }
  }

  /** {@link #reduce} for a whole number of tiles. */
  final void reduceRows(
      int count, float[] w, int w0, float[] x, int x0, int n, boolean first, float[] y, int y0) {
    float[] s = first ? ZERO : y;
    for (int r = 0; r < count; r += rows) {
      for (int l = 0; l < BLOCK; l += STEP) {
        int at = y0 + r * BLOCK + l;
        reduce(w, w0 + r * BLOCK, x, x0 + l, n, s, first ? 0 : at, y, at);
      }
    }
  }

  /**
   * {@link #reduce} over chunks; where the rows are no whole number of tiles, the last tile
   * overlaps the one before it.
   */
  final void reduceChunks(
      int count,
      int chunks,
      float[] x,
      int x0,
      int xChunk,
      float[] dyT,
      int dyT0,
      int dyTChunk,
      float[] g,
      int g0) {
    for (int r = 0; r < count; r += rows) {
      int row = Math.min(r, count - rows) * BLOCK;
      for (int l = 0; l < BLOCK; l += STEP) {
        int at = g0 + row + l;
        reduce(x, x0 + row, dyT, dyT0 + l, BLOCK, ZERO, 0, g, at);
        for (int c = 1; c < chunks; c++) {
          int xc = x0 + c * xChunk + row;
          reduce(x, xc, dyT, dyT0 + c * dyTChunk + l, BLOCK, g, at, g, at);
        }
      }
    }
  }
}
