package org.ricvae.vector;

import org.ricvae.kernel.Kernels;

/**
 * A register tile: a few rows of a product times two vectors of columns, summed in registers. Sums
 * start from those in s and end up in y, so that a long sum can be run piece by piece: what is read
 * within a piece then stays in the first-level cache.
 *
 * <p>Each product reads its factor a where it lies; the three differ in the strides alone, and
 * those must be constants for the compiler. So must the ends of inner loops: else C2 of JDK 17 does
 * not keep the sums in registers. (And the index of x is a variable of its own: otherwise it loads
 * all that a step reads of a before it uses the first, and has no registers for twelve rows.)
 */
abstract class Tile {
  static {
    TypeProfiles.widen();
  }

  /** AVX2 has 16 registers; AVX-512 and NEON have 32. */
  static final Tile BEST = Lanes.LENGTH == 8 ? new FourRows() : new TwelveRows();

  private static final int BLOCK = Kernels.BLOCK;
  private static final int STEP = 2 * Lanes.LENGTH;

  /** Where a sum starts. */
  private static final float[] ZERO = new float[Kernels.TILE * BLOCK];

  private final int rows;

  Tile(int rows) {
    this.rows = rows;
  }

  /** {@code y[r] = s[r] + Σ_k a[12 k + r] x[k]}, n terms: rows are outputs of a weight panel. */
  abstract void forward(
      float[] a, int ao, float[] x, int xo, int n, float[] s, int so, float[] y, int yo);

  /**
   * {@code y[r] = s[r] + Σ_p Σ_k a[p leap + 12 r + k] x[12 p + k]} over n panels and k = 0 .. 11:
   * rows are inputs, that is rows of weight panels.
   */
  abstract void backward(
      float[] a, int ao, int leap, float[] x, int xo, int n, float[] s, int so, float[] y, int yo);

  /**
   * {@code y[r] = s[r] + Σ_c Σ_k a[c leap + 32 r + k] x[32 c + k]} over n chunks and k = 0 .. 31:
   * rows are features of chunks of 32 samples.
   */
  abstract void gradient(
      float[] a, int ao, int leap, float[] x, int xo, int n, float[] s, int so, float[] y, int yo);

  /** {@link #forward} for the outputs of a panel. */
  final void forwardPanel(
      float[] w, int w0, float[] x, int x0, int n, boolean first, float[] y, int y0) {
    float[] s = first ? ZERO : y;
    for (int r = 0; r < Kernels.TILE; r += rows) {
      for (int l = 0; l < BLOCK; l += STEP) {
        int at = y0 + r * BLOCK + l;
        forward(w, w0 + r, x, x0 + l, n, s, first ? 0 : at, y, at);
      }
    }
  }

  /** {@link #backward} for {@code count} inputs, a multiple of 12. */
  final void backwardRows(
      int count,
      float[] w,
      int w0,
      int wPanel,
      float[] dy,
      int dy0,
      int n,
      boolean first,
      float[] dx,
      int dx0) {
    float[] s = first ? ZERO : dx;
    for (int r = 0; r < count; r += rows) {
      for (int l = 0; l < BLOCK; l += STEP) {
        int at = dx0 + r * BLOCK + l;
        backward(w, w0 + r * Kernels.TILE, wPanel, dy, dy0 + l, n, s, first ? 0 : at, dx, at);
      }
    }
  }

  /** {@link #gradient} for {@code count} features, rounded up to whole tiles. */
  final void gradientRows(
      int count,
      float[] x,
      int x0,
      int xChunk,
      float[] dyT,
      int dyT0,
      int n,
      boolean first,
      float[] g,
      int g0) {
    float[] s = first ? ZERO : g;
    for (int r = 0; r < count; r += rows) {
      for (int l = 0; l < BLOCK; l += STEP) {
        int at = g0 + r * BLOCK + l;
        gradient(x, x0 + r * BLOCK, xChunk, dyT, dyT0 + l, n, s, first ? 0 : at, g, at);
      }
    }
  }
}
