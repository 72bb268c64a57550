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

  /** Where a sum starts. */
  static final float[] ZERO = new float[Kernels.TILE * Kernels.BLOCK];

  /** Rows of the tile; divides {@link Kernels#TILE}. */
  final int rows;

  Tile(int rows) {
    this.rows = rows;
  }

  /** {@code y[r] = s[r] + Σ_k a[32 k + r] x[k]}: a tile's weights lie side by side in a panel. */
  abstract void forward(
      float[] a, int ao, float[] x, int xo, int n, float[] s, int so, float[] y, int yo);

  /** {@code y[r] = s[r] + Σ_k a[32 r + k] x[k]}: each row of the tile lies along k. */
  abstract void reduce(
      float[] a, int ao, float[] x, int xo, int n, float[] s, int so, float[] y, int yo);
}
