package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;

import jdk.incubator.vector.FloatVector;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;

/**
 * A thread's own memory for the sums of a weight gradient, {@code [rows × 32]} at a time, from
 * which the panels of 12 are given: two neighbours, since a panel may have columns in both.
 */
final class Sums {
  /** The most rows: both neighbours stay near. */
  static final int ROWS = 17 * Kernels.TILE;

  private static final ThreadLocal<Sums> OF_THREAD = ThreadLocal.withInitial(Sums::new);

  private static final int BLOCK = Kernels.BLOCK;
  private static final int TILE = Kernels.TILE;
  private static final int SIZE = ROWS * BLOCK;

  /** The most columns that one square has of a panel which it does not have as a whole. */
  private static final int MOST_SPLIT = 8;

  private final float[] data;
  private final int even;

  private Sums() {
    Slab.Part part = new Slab().take(3 * SIZE);
    data = part.data();
    even = part.from();
  }

  static Sums get() {
    return OF_THREAD.get();
  }

  float[] data() {
    return data;
  }

  /** Where the sums of the outputs from 32 i begin. */
  int square(int i) {
    return even + i % 2 * SIZE;
  }

  /** Zeros, for the columns of the last panel beyond the last square. */
  private int zeros() {
    return even + 2 * SIZE;
  }

  /**
   * Gives n rows of the panels that the first {@code squares} squares complete and those before did
   * not.
   *
   * @param out outputs in all
   */
  void give(int squares, int out, int n, float[] g, int g0, int gPanel) {
    boolean last = squares == Kernels.squares(out);
    int end = last ? Kernels.panels(out) : squares * BLOCK / TILE;
    for (int p = (squares - 1) * BLOCK / TILE; p < end; p++) {
      int o = p * TILE;
      int square = o / BLOCK;
      int from = square(square) + o % BLOCK;
      int first = Math.min(TILE, BLOCK - o % BLOCK);
      int next = last && square == squares - 1 ? zeros() : square(square + 1);
      givePanel(from, first, next, n, g, g0 + p * gPanel);
    }
  }

  /**
   * One panel, whose first columns are in one square and the others, if any, in the next. Vectors
   * run over the end of a row, where what comes next is written later; so the last row goes by
   * itself. (Loops over a row have constant ends: C2 unrolls them.)
   */
  private void givePanel(int from, int first, int next, int n, float[] g, int g0) {
    int last = n - 1;
    if (first == TILE) {
      for (int i = 0; i < last; i++) {
        for (int l = 0; l < TILE; l += LENGTH) {
          FloatVector.fromArray(FLOAT, data, from + i * BLOCK + l).intoArray(g, g0 + i * TILE + l);
        }
      }
    } else {
      for (int i = 0; i < last; i++) {
        int to = g0 + i * TILE;
        for (int l = 0; l < MOST_SPLIT; l += LENGTH) {
          FloatVector.fromArray(FLOAT, data, from + i * BLOCK + l).intoArray(g, to + l);
        }
        for (int l = 0; l < MOST_SPLIT; l += LENGTH) {
          FloatVector.fromArray(FLOAT, data, next + i * BLOCK + l).intoArray(g, to + first + l);
        }
      }
    }
    System.arraycopy(data, from + last * BLOCK, g, g0 + last * TILE, first);
    System.arraycopy(data, next + last * BLOCK, g, g0 + last * TILE + first, TILE - first);
  }
}
