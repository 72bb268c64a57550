package org.ricvae.report;

import java.util.Arrays;
import java.util.List;

/**
 * How values are spread: the outlines of several series over common bins.
 *
 * @param x what the values measure, with the unit
 * @param bins the bins of all series
 * @param measure what the height of a step is
 * @param series at least one, with one count a bin, one of them not zero
 */
public record Histogram(String x, Bins bins, Measure measure, List<Series> series)
    implements Chart {
  /** What the height of a step is. */
  public enum Measure {
    /** Share of the values divided by the width of the bin: the area is the share of the values. */
    DENSITY("density", 0),
    /** Share of the values that fall in the bin, in percent. */
    SHARE("share of the values (%)", 0),
    /**
     * How many values fall in the bin, on a logarithmic axis: a single one among a million is seen.
     */
    COUNT("values in the bin", 0.5);

    private final String label;
    private final double floor;

    Measure(String label, double floor) {
      this.label = label;
      this.floor = floor;
    }

    /** Where the axis begins; above 0 it is logarithmic. */
    double floor() {
      return floor;
    }

    /** The label of the vertical axis. */
    String label() {
      return label;
    }
  }

  /**
   * Bins of equal width. Each holds its lower edge, the last one its upper edge too.
   *
   * @param low the lower edge of the first
   * @param high the upper edge of the last, above {@code low}
   * @param count at least 1
   */
  public record Bins(double low, double high, int count) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException where there is no bin, or no room for one
     */
    public Bins {
      if (!(low < high) || !Double.isFinite(high - low) || count < 1) {
        throw new IllegalArgumentException("%d bins from %s to %s".formatted(count, low, high));
      }
    }

    /**
     * Bins over all finite values; a single value stands in the middle of bins around it.
     *
     * @throws IllegalArgumentException where no value is finite
     */
    public static Bins over(int count, List<float[]> values) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (float[] some : values) {
        for (float value : some) {
          if (Float.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
          }
        }
      }
      double half = low == high ? Math.max(Math.abs(low) / 2, 0.5) : 0;
      return new Bins(low - half, high + half, count);
    }

    /** The width of a bin. */
    public double width() {
      return (high - low) / count;
    }

    /** The lower edge of bin {@code i}; that of bin {@code count} is {@code high}. */
    double edge(int i) {
      return i == count ? high : low + i * width();
    }

    private long[] tally(float[] values) {
      long[] counts = new long[count];
      for (float value : values) {
        if (value >= low && value <= high) {
          counts[Math.min(count - 1, (int) ((value - low) / width()))]++;
        }
      }
      return counts;
    }
  }

  /**
   * The counts of one series.
   *
   * @param name for the legend
   * @param counts values in each bin; not copied
   * @param total how many values there are, those outside of the bins included; at least the sum of
   *     the counts. Heights are relative to it, so that what is not shown is not hidden either
   */
  public record Series(String name, Ink ink, long[] counts, long total) {
    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException where one is negative, all are zero, or the total is less
     *     than their sum
     */
    public Series {
      long sum = Arrays.stream(counts).sum();
      if (Arrays.stream(counts).anyMatch(count -> count < 0) || sum == 0 || total < sum) {
        throw new IllegalArgumentException(
            "series \"%s\": counts %s of %d values"
                .formatted(name, Arrays.toString(counts), total));
      }
    }

    /**
     * Counts values. Those outside of the bins, and NaN, count for the total only.
     *
     * @throws IllegalArgumentException where no value falls in a bin
     */
    public static Series of(String name, Ink ink, Bins bins, float[] values) {
      return new Series(name, ink, bins.tally(values), values.length);
    }
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException where there is no series, or one has not one count a bin
   */
  public Histogram {
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("histogram of " + x + ": no series");
    }
    for (Series one : series) {
      if (one.counts().length != bins.count()) {
        throw new IllegalArgumentException(
            "histogram of %s: series \"%s\" has %d counts for %d bins"
                .formatted(x, one.name(), one.counts().length, bins.count()));
      }
    }
  }

  /** The height of a step, in the unit of the measure. */
  double height(Series series, int bin) {
    double share = series.counts()[bin] / (double) series.total();
    return switch (measure) {
      case DENSITY -> share / bins.width();
      case SHARE -> 100 * share;
      case COUNT -> series.counts()[bin];
    };
  }
}
