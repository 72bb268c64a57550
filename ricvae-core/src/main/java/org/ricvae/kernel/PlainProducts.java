package org.ricvae.kernel;

import java.util.Arrays;

/**
 * The products of plain Java, and the scratch of one thread for them.
 *
 * <p>All three are sums over k of a vector times a scalar, {@code sum[j][i] += v_k[i] · s[k, j]}
 * for the 32 lanes j. HotSpot's C2 turns that loop over i into vector instructions where it is long
 * and each array is its own and begins at 0; so the vectors are gathered, four at a time, and the
 * sums scattered. Ten times faster than loops over the panels as they lie.
 */
final class PlainProducts {
  /** Elements summed at a time, whole panels: what the 32 sums take fits the second-level cache. */
  private static final int LENGTH = 42 * Kernels.TILE;

  /** Terms a pass over the sums. */
  private static final int TERMS = 4;

  private static final int BLOCK = Kernels.BLOCK;
  private static final int TILE = Kernels.TILE;

  private final float[][] vectors = new float[TERMS][LENGTH];
  private final float[][] sums = new float[BLOCK][LENGTH];

  void forward(
      int rows, int out, float[] w, int w0, int wPanel, float[] x, int x0, float[] y, int y0) {
    int padded = Kernels.padded(out);
    for (int from = 0; from < padded; from += LENGTH) {
      int n = Math.min(LENGTH, padded - from);
      clear(n);
      for (int k = 0; k < rows; k += TERMS) {
        int terms = Math.min(TERMS, rows - k);
        for (int t = 0; t < terms; t++) {
          gatherRow(w, w0 + from / TILE * wPanel + (k + t) * TILE, wPanel, vectors[t], n);
        }
        add(terms, x, x0 + k * BLOCK, n);
      }
      scatter(y, y0 + from * BLOCK, n);
    }
  }

  void backward(
      int in, int out, float[] w, int w0, int wPanel, float[] dy, int dy0, float[] dx, int dx0) {
    int padded = Kernels.padded(in);
    for (int from = 0; from < padded; from += LENGTH) {
      int n = Math.min(LENGTH, padded - from);
      clear(n);
      for (int o = 0; o < out; o += TERMS) {
        int terms = Math.min(TERMS, out - o);
        gatherColumns(w, w0 + o / TILE * wPanel + (1 + from) * TILE + o % TILE, TILE, terms, n);
        add(terms, dy, dy0 + o * BLOCK, n);
      }
      scatter(dx, dx0 + from * BLOCK, n);
    }
  }

  void weightGradient(
      int rows,
      int out,
      int chunks,
      boolean first,
      float[] x,
      int x0,
      int xChunk,
      float[] dyT,
      int dyT0,
      int dyTSquare,
      float[] g,
      int g0,
      int gPanel) {
    int padded = Kernels.padded(out);
    for (int from = 0; from < rows; from += LENGTH) {
      int n = Math.min(LENGTH, rows - from);
      for (int o = 0; o < padded; o += BLOCK) {
        int columns = Math.min(padded - o, BLOCK);
        clear(n);
        for (int j = 0; !first && j < columns; j++) {
          gather(sums[j], g, column(g0, gPanel, o + j) + from * TILE, TILE, n);
        }
        for (int c = 0; o < out && c < chunks; c++) {
          for (int b = 0; b < BLOCK; b += TERMS) {
            gatherColumns(x, x0 + c * xChunk + from * BLOCK + b, BLOCK, TERMS, n);
            add(TERMS, dyT, dyT0 + o / BLOCK * dyTSquare + (c * BLOCK + b) * BLOCK, n);
          }
        }
        for (int j = 0; j < columns; j++) {
          scatter(sums[j], g, column(g0, gPanel, o + j) + from * TILE, TILE, n);
        }
      }
    }
  }

  /** Where a column of panels begins. */
  private static int column(int g0, int gPanel, int o) {
    return g0 + o / TILE * gPanel + o % TILE;
  }

  private void clear(int n) {
    for (float[] sum : sums) {
      Arrays.fill(sum, 0, n, 0);
    }
  }

  /** One row over several panels. */
  private static void gatherRow(float[] w, int at, int panel, float[] vector, int n) {
    for (int i = 0; i < n; i += TILE) {
      System.arraycopy(w, at + i / TILE * panel, vector, i, TILE);
    }
  }

  /** Columns that lie side by side. */
  private void gatherColumns(float[] a, int at, int row, int terms, int n) {
    for (int t = 0; t < terms; t++) {
      float[] vector = vectors[t];
      for (int i = 0; i < n; i++) {
        vector[i] = a[at + i * row + t];
      }
    }
  }

  private void add(int terms, float[] s, int at, int n) {
    float[] v0 = vectors[0];
    float[] v1 = vectors[1];
    float[] v2 = vectors[2];
    float[] v3 = vectors[3];
    for (int j = 0; j < BLOCK; j++) {
      int a = at + j;
      if (terms == TERMS) {
        add4(s[a], v0, s[a + BLOCK], v1, s[a + 2 * BLOCK], v2, s[a + 3 * BLOCK], v3, sums[j], n);
      } else {
        for (int t = 0; t < terms; t++) {
          add1(s[a + t * BLOCK], vectors[t], sums[j], n);
        }
      }
    }
  }

  private static void add4(
      float s0,
      float[] v0,
      float s1,
      float[] v1,
      float s2,
      float[] v2,
      float s3,
      float[] v3,
      float[] sum,
      int n) {
    for (int i = 0; i < n; i++) {
      float first = Math.fma(s1, v1[i], Math.fma(s0, v0[i], sum[i]));
      sum[i] = Math.fma(s3, v3[i], Math.fma(s2, v2[i], first));
    }
  }

  private static void add1(float s, float[] v, float[] sum, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] = Math.fma(s, v[i], sum[i]);
    }
  }

  private static void gather(float[] sum, float[] y, int at, int row, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] = y[at + i * row];
    }
  }

  private void scatter(float[] y, int at, int n) {
    for (int j = 0; j < BLOCK; j++) {
      scatter(sums[j], y, at + j, BLOCK, n);
    }
  }

  /** One column. */
  private static void scatter(float[] sum, float[] y, int at, int row, int n) {
    for (int i = 0; i < n; i++) {
      y[at + i * row] = sum[i];
    }
  }
}
