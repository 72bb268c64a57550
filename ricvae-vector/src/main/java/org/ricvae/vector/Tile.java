package org.ricvae.vector;

import org.ricvae.kernel.Kernels;

/**
 * A register tile: a few rows of a product times two vectors of samples, summed in registers. Sums
 * start from those in s and end up in y, so that a long sum can be run piece by piece: what is read
 * within a piece then stays in the first-level cache.
 */
abstract class Tile {
  /** AVX2 has 16 registers; AVX-512 and NEON have 32. */
  static final Tile SHORT = Lanes.LENGTH == 8 ? new FourRows() : new EightRows();

  /** Faster by a tenth, where there are rows enough. */
  static final Tile TALL = Lanes.LENGTH == 8 ? SHORT : new TwelveRows();

  private static final int BLOCK = Kernels.BLOCK;
  private static final int STEP = 2 * Lanes.LENGTH;

  /** Where a sum starts. */
  private static final float[] ZERO = new float[12 * BLOCK];

  private final int rows;

  Tile(int rows) {
    this.rows = rows;
  }

  /** {@code y[r] = s[r] + Σ_k a[32 k + r] x[k]}: a tile's weights lie side by side in a panel. */
  abstract void forward(
      float[] a, int ao, float[] x, int xo, int n, float[] s, int so, float[] y, int yo);

  /**
   * {@code y[r] = s[r] + Σ_k a[32 r + k] x[k]}: each row of the tile lies along k. (The index of x
   * is a variable of its own: otherwise C2 of JDK 17 loads all weights of a step before it uses the
   * first, and has no registers for twelve.)
   */
  abstract void reduce(
      float[] a, int ao, float[] x, int xo, int n, float[] s, int so, float[] y, int yo);

  /**
   * How many of n rows a tall tile takes: what is left is a whole number of short ones, if n is a
   * multiple of {@link Kernels#TILE}.
   */
  static int tall(int n) {
    return n / 24 * 24;
  }

  /** {@link #forward} for the rows {@code [from, to)}, a whole number of tiles. */
  final void forwardRows(
      int from,
      int to,
      float[] w,
      int w0,
      float[] x,
      int x0,
      int n,
      boolean first,
      float[] y,
      int y0) {
    float[] s = first ? ZERO : y;
    for (int r = from; r < to; r += rows) {
      for (int l = 0; l < BLOCK; l += STEP) {
        int at = y0 + r * BLOCK + l;
        forward(w, w0 + r, x, x0 + l, n, s, first ? 0 : at, y, at);
      }
    }
  }

  /** {@link #reduce} for the rows {@code [from, to)}, a whole number of tiles. */
  final void reduceRows(
      int from,
      int to,
      float[] w,
      int w0,
      float[] x,
      int x0,
      int n,
      boolean first,
      float[] y,
      int y0) {
    float[] s = first ? ZERO : y;
    for (int r = from; r < to; r += rows) {
      for (int l = 0; l < BLOCK; l += STEP) {
        int at = y0 + r * BLOCK + l;
        reduce(w, w0 + r * BLOCK, x, x0 + l, n, s, first ? 0 : at, y, at);
      }
    }
  }

  /**
   * {@link #reduce} over chunks for the rows {@code [from, to)}, a whole number of tiles.
   *
   * @param first whether the sums start from zero, not from those in g
   */
  final void reduceChunks(
      int from,
      int to,
      int chunks,
      boolean first,
      float[] x,
      int x0,
      int xChunk,
      float[] dyT,
      int dyT0,
      int dyTChunk,
      float[] g,
      int g0) {
    for (int r = from; r < to; r += rows) {
      for (int l = 0; l < BLOCK; l += STEP) {
        int at = g0 + r * BLOCK + l;
        for (int c = 0; c < chunks; c++) {
          boolean fresh = first && c == 0;
          int xc = x0 + c * xChunk + r * BLOCK;
          int dyTc = dyT0 + c * dyTChunk + l;
          reduce(x, xc, dyT, dyTc, BLOCK, fresh ? ZERO : g, fresh ? 0 : at, g, at);
        }
      }
    }
  }
}
