package org.ricvae.use;

import java.util.Arrays;

/**
 * A threshold without labels: where a split in two classes leaves the least scatter within them
 * (Xia et al. 2015; the same as Otsu 1979). The paper's thresholding heuristic.
 */
public final class WithinClassScatter {
  /** Bins of the histogram that stands for very many values. */
  private static final int BINS = 1 << 14;

  private WithinClassScatter() {}

  /**
   * The threshold over values, exact: half-way between the two neighbours at the best split.
   * Infinite, so that nothing is flagged, where all values are the same.
   */
  public static double threshold(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    long[] counts = new long[sorted.length];
    Arrays.fill(counts, 1);
    return split(sorted, counts);
  }

  /** A histogram of values in [0, max], for more values than fit in memory. */
  public static final class Histogram {
    private final double max;
    private final long[] counts = new long[BINS];

    /** Values above {@code max} go into the last bin. */
    public Histogram(double max) {
      this.max = max;
    }

    /** Adds one value. */
    public void add(double value) {
      counts[(int) Math.min(BINS - 1, value / max * BINS)]++;
    }

    /** The threshold, to within a bin. */
    public double threshold() {
      double[] centers = new double[BINS];
      for (int i = 0; i < BINS; i++) {
        centers[i] = (i + 0.5) * max / BINS;
      }
      return split(centers, counts);
    }
  }

  /** Minimises Σ within-class squared deviations, i.e. maximises Σ n_c mean_c². */
  private static double split(double[] sorted, long[] counts) {
    double total = 0;
    long n = 0;
    for (int i = 0; i < sorted.length; i++) {
      total += sorted[i] * counts[i];
      n += counts[i];
    }
    double best = 0;
    double threshold = Double.POSITIVE_INFINITY;
    double sum = 0;
    long below = 0;
    int last = -1;
    double grand = total / Math.max(1, n);
    for (int i = 0; i < sorted.length; i++) {
      if (counts[i] == 0) {
        continue;
      }
      if (last >= 0 && sorted[i] > sorted[last]) {
        double low = sum / below - grand;
        double high = (total - sum) / (n - below) - grand;
        double between = low * low * below + high * high * (n - below);
        if (between > best) {
          best = between;
          threshold = (sorted[last] + sorted[i]) / 2;
        }
      }
      sum += sorted[i] * counts[i];
      below += counts[i];
      last = i;
    }
    return threshold;
  }
}
