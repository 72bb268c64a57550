package org.ricvae.paper.digits;

import java.util.function.DoubleConsumer;
import org.ricvae.kernel.Kernels;

/**
 * Products of many points with many others, block by block on the engine's kernels: for a query q
 * and a base point b the score s = q·b − (‖b‖² − c_b)/2, so that ‖q − b‖² − c_b = ‖q‖² − 2 s.
 *
 * <p>In single precision. The error of a score is at most {@link #tolerance}, whatever the order of
 * the sum (Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, eq. 3.5), so that whoever
 * reads them knows which to compute again.
 */
final class Products {
  /** Queries at once: their activations stay in a core's second-level cache. */
  static final int GROUP = 256;

  /** Base points at once: a few panels, for the same reason. */
  private static final int CHUNK = 11 * Kernels.TILE;

  /** Half the distance from 1 to the next float. */
  private static final double UNIT_ROUNDOFF = 0x1p-24;

  private final Kernels kernels;
  private final Points base;
  private final int rows;
  private final float[] panels;
  private final double largestNorm;
  private final double largestConstant;

  /** Takes the scores of some queries, of a part of the base after the other. */
  interface Reader {
    /**
     * Scores of the queries {@code [first, first + n)} with the base points {@code [from, from +
     * m)}: that of query {@code first + 32 b + l} and base point {@code from + o} lies at {@code
     * s[b · stride + 32 o + l]}.
     */
    void scores(int first, int n, int from, int m, float[] s, int stride);

    /** All scores of these queries have been seen. */
    void done(int first, int n);
  }

  /**
   * Lays the base out in panels.
   *
   * @param constants c_b; null: all zero
   */
  Products(Kernels kernels, Points base, double[] constants) {
    this.kernels = kernels;
    this.base = base;
    rows = 1 + Kernels.padded(base.size());
    panels = new float[Math.multiplyExact(Kernels.panels(base.count()), rows * Kernels.TILE)];
    double norm = 0;
    double constant = 0;
    for (int o = 0; o < base.count(); o++) {
      int at = o / Kernels.TILE * rows * Kernels.TILE + o % Kernels.TILE;
      double c = base.squaredNorm(o) - (constants == null ? 0 : constants[o]);
      panels[at] = (float) (-c / 2);
      norm = Math.max(norm, base.squaredNorm(o));
      constant = Math.max(constant, Math.abs(c) / 2);
      for (int j = 0; j < base.size(); j++) {
        panels[at + (1 + j) * Kernels.TILE] = base.values()[o * base.size() + j];
      }
    }
    largestNorm = Math.sqrt(norm);
    largestConstant = constant;
  }

  /** The most by which a score of a query of this norm may be wrong. */
  double tolerance(double queryNorm) {
    double terms = (rows + 1) * UNIT_ROUNDOFF;
    return terms / (1 - terms) * (queryNorm * largestNorm + largestConstant);
  }

  /** Reads the scores of all queries. */
  void read(Points queries, Reader reader, DoubleConsumer progress) {
    int x = rows * Kernels.BLOCK;
    float[] activations = new float[GROUP / Kernels.BLOCK * x];
    int stride = CHUNK * Kernels.BLOCK;
    float[] scores = new float[GROUP / Kernels.BLOCK * stride];
    for (int first = 0; first < queries.count(); first += GROUP) {
      int n = Math.min(GROUP, queries.count() - first);
      load(queries, first, n, activations);
      int blocks = (n + Kernels.BLOCK - 1) / Kernels.BLOCK;
      for (int from = 0; from < base.count(); from += CHUNK) {
        int m = Math.min(CHUNK, base.count() - from);
        int w = from * rows;
        int panel = rows * Kernels.TILE;
        kernels.forward(
            1 + base.size(), m, blocks, panels, w, panel, activations, 0, x, scores, 0, stride);
        reader.scores(first, n, from, m, scores, stride);
      }
      reader.done(first, n);
      progress.accept((double) (first + n) / queries.count());
    }
  }

  private void load(Points queries, int first, int n, float[] activations) {
    for (int i = 0; i < n; i++) {
      int at = i / Kernels.BLOCK * rows * Kernels.BLOCK + i % Kernels.BLOCK;
      activations[at] = 1;
      for (int j = 0; j < queries.size(); j++) {
        activations[at + (1 + j) * Kernels.BLOCK] =
            queries.values()[(first + i) * queries.size() + j];
      }
    }
  }
}
