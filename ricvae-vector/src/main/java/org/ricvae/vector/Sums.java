package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;

import jdk.incubator.vector.FloatVector;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;

/**
 * A thread's own memory for the sums of a weight gradient, squares of {@code [rows × 32]}, from
 * which the panels of 12 are given. A panel may have columns in two squares.
 */
final class Sums {
  /** The most rows; with the most columns, they fit a core's second cache. */
  static final int ROWS = 17 * Kernels.TILE;

  /** The most columns: whole squares, and whole panels. */
  static final int COLUMNS = 9 * Kernels.BLOCK;

  private static final ThreadLocal<Sums> OF_THREAD = ThreadLocal.withInitial(Sums::new);

  private static final int BLOCK = Kernels.BLOCK;
  private static final int TILE = Kernels.TILE;
  private static final int SIZE = ROWS * BLOCK;

  /** The most columns that one square has of a panel which it does not have as a whole. */
  private static final int MOST_SPLIT = 8;

  private final float[] data;
  private final int from;

  /** What {@link #fetch} read, so that it does read. */
  private int fetched;

  private Sums() {
    Slab.Part part = new Slab().take(ROWS * COLUMNS + SIZE);
    data = part.data();
    from = part.from();
  }

  static Sums get() {
    return OF_THREAD.get();
  }

  float[] data() {
    return data;
  }

  /** Where the sums of the outputs from 32 i begin. */
  int square(int i) {
    return from + i * SIZE;
  }

  /** Zeros, for the columns of the last panel beyond the last square. */
  private int zeros() {
    return from + ROWS * COLUMNS;
  }

  /**
   * Reads n floats one after the other, for nothing but to have them in the second cache: the
   * products read twelve rows at once, in an order that the processor does not foresee.
   */
  void fetch(float[] a, int a0, int n) {
    int bits = 0;
    for (int i = a0; i < a0 + n; i += Slab.LINE) {
      bits ^= Float.floatToRawIntBits(a[i]);
    }
    fetched = bits;
  }

  /**
   * Takes n rows of panels, to go on with their sums. Vectors run over the end of what is taken,
   * where what comes next is written later; so rows come one after the other, and the last by
   * itself.
   *
   * @param out outputs in all
   */
  void take(int out, int n, float[] g, int g0, int gPanel) {
    int last = n - 1;
    for (int i = 0; i < last; i++) {
      takeRow(out, i, g, g0 + i * TILE, gPanel);
    }
    for (int o = 0; o < out; o += TILE) {
      int from = g0 + o / TILE * gPanel + last * TILE;
      int first = Math.min(TILE, BLOCK - o % BLOCK);
      int next = square(o / BLOCK + 1) + last * BLOCK;
      System.arraycopy(g, from, data, square(o / BLOCK) + last * BLOCK + o % BLOCK, first);
      System.arraycopy(g, from + first, data, next, o + first < out ? TILE - first : 0);
    }
  }

  private void takeRow(int out, int i, float[] g, int g0, int gPanel) {
    for (int o = 0, from = g0; o < out; o += TILE, from += gPanel) {
      int begin = square(o / BLOCK) + i * BLOCK + o % BLOCK;
      for (int l = 0; l < TILE; l += LENGTH) {
        FloatVector.fromArray(FLOAT, g, from + l).intoArray(data, begin + l);
      }
      int first = BLOCK - o % BLOCK;
      if (first < TILE && o + first < out) {
        int next = square(o / BLOCK + 1) + i * BLOCK;
        for (int l = 0; l < MOST_SPLIT; l += LENGTH) {
          FloatVector.fromArray(FLOAT, g, from + first + l).intoArray(data, next + l);
        }
      }
    }
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
      int begin = square(square) + o % BLOCK;
      int first = Math.min(TILE, BLOCK - o % BLOCK);
      int next = last && square == squares - 1 ? zeros() : square(square + 1);
      givePanel(begin, first, next, n, g, g0 + p * gPanel);
    }
  }

  /**
   * One panel, whose first columns are in one square and the others, if any, in the next. Vectors
   * run over the end of a row, where what comes next is written later; so the last row goes by
   * itself. (Loops over a row have constant ends: C2 unrolls them.)
   */
  private void givePanel(int begin, int first, int next, int n, float[] g, int g0) {
    int last = n - 1;
    if (first == TILE) {
      for (int i = 0; i < last; i++) {
        for (int l = 0; l < TILE; l += LENGTH) {
          FloatVector.fromArray(FLOAT, data, begin + i * BLOCK + l).intoArray(g, g0 + i * TILE + l);
        }
      }
    } else {
      for (int i = 0; i < last; i++) {
        int to = g0 + i * TILE;
        for (int l = 0; l < MOST_SPLIT; l += LENGTH) {
          FloatVector.fromArray(FLOAT, data, begin + i * BLOCK + l).intoArray(g, to + l);
        }
        for (int l = 0; l < MOST_SPLIT; l += LENGTH) {
          FloatVector.fromArray(FLOAT, data, next + i * BLOCK + l).intoArray(g, to + first + l);
        }
      }
    }
    System.arraycopy(data, begin + last * BLOCK, g, g0 + last * TILE, first);
    System.arraycopy(data, next + last * BLOCK, g, g0 + last * TILE + first, TILE - first);
  }
}
