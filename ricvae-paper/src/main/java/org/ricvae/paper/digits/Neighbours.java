package org.ricvae.paper.digits;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import org.ricvae.kernel.Kernels;

/**
 * The nearest neighbours of points among others by Euclidean distance, exactly: the best few by
 * {@link Products} in single precision are measured again in double precision; where the bound on
 * the error of the former leaves open whether another point is nearer, all are.
 */
final class Neighbours {
  /** Candidates beyond k: so many that hardly a query is left open. */
  private static final int SPARE = 8;

  private final Points base;
  private final Points queries;
  private final int k;
  private final boolean others;
  private final Products products;
  private final int kept;
  private final double[] squared;

  // Of the queries at hand: scores in descending order, and whose they are.
  private final float[] scores;
  private final int[] indices;

  private Neighbours(Kernels kernels, Points base, Points queries, int k, boolean others) {
    this.base = base;
    this.queries = queries;
    this.k = k;
    this.others = others;
    int there = base.count() - (others ? 1 : 0);
    if (k < 1 || k > there) {
      throw new IllegalArgumentException("%d nearest of %d points".formatted(k, there));
    }
    products = new Products(kernels, base, null);
    kept = Math.min(k + SPARE, there);
    squared = new double[Math.multiplyExact(queries.count(), k)];
    scores = new float[Products.GROUP * kept];
    indices = new int[scores.length];
  }

  /**
   * Squared distances to the k nearest points of the base.
   *
   * @return {@code [queries × k]}, ascending
   */
  static double[] squared(
      Kernels kernels, Points base, Points queries, int k, DoubleConsumer progress) {
    return new Neighbours(kernels, base, queries, k, false).search(progress);
  }

  /**
   * Squared distances of each point to the k nearest others, itself left out.
   *
   * @return {@code [points × k]}, ascending
   */
  static double[] squaredAmong(Kernels kernels, Points points, int k, DoubleConsumer progress) {
    return new Neighbours(kernels, points, points, k, true).search(progress);
  }

  private double[] search(DoubleConsumer progress) {
    Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    products.read(
        queries,
        new Products.Reader() {
          @Override
          public void scores(int first, int n, int from, int m, float[] s, int stride) {
            for (int block = 0; block * Kernels.BLOCK < n; block++) {
              int lanes = Math.min(Kernels.BLOCK, n - block * Kernels.BLOCK);
              for (int o = 0; o < m; o++) {
                keep(first, block, lanes, from + o, s, block * stride + o * Kernels.BLOCK);
              }
            }
          }

          @Override
          public void done(int first, int n) {
            for (int i = 0; i < n; i++) {
              settle(first + i, i * kept);
            }
            Arrays.fill(scores, Float.NEGATIVE_INFINITY);
          }
        },
        progress);
    return squared;
  }

  /** Enters the scores of 32 queries with one base point where they are among the best. */
  private void keep(int first, int block, int lanes, int index, float[] s, int s0) {
    int last = block * Kernels.BLOCK * kept + kept - 1;
    for (int l = 0; l < lanes; l++) {
      if (s[s0 + l] > scores[last + l * kept]
          && !(others && index == first + block * Kernels.BLOCK + l)) {
        insert((block * Kernels.BLOCK + l) * kept, s[s0 + l], index);
      }
    }
  }

  private void insert(int start, float score, int index) {
    int at = start + kept - 1;
    while (at > start && scores[at - 1] < score) {
      scores[at] = scores[at - 1];
      indices[at] = indices[at - 1];
      at--;
    }
    scores[at] = score;
    indices[at] = index;
  }

  private void settle(int query, int start) {
    double[] exact = new double[kept];
    for (int c = 0; c < kept; c++) {
      exact[c] = queries.squaredDistance(query, base, indices[start + c]);
    }
    Arrays.sort(exact);
    double norm = queries.squaredNorm(query);
    double least = norm - 2 * (scores[start + kept - 1] + products.tolerance(Math.sqrt(norm)));
    boolean all = kept == base.count() - (others ? 1 : 0);
    double[] nearest = all || exact[k - 1] <= least ? exact : scan(query);
    System.arraycopy(nearest, 0, squared, query * k, k);
  }

  private double[] scan(int query) {
    double[] best = new double[k];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int o = 0; o < base.count(); o++) {
      if (others && o == query) {
        continue;
      }
      double d = queries.squaredDistance(query, base, o);
      if (d < best[k - 1]) {
        int at = k - 1;
        while (at > 0 && best[at - 1] > d) {
          best[at] = best[at - 1];
          at--;
        }
        best[at] = d;
      }
    }
    return best;
  }
}
