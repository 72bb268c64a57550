package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ricvae.paper.lab.Outcome;

/**
 * Distances, counted on a fixed fine grid so that a cell can keep them: bin i holds [i, i + 1) ·
 * {@link #WIDTH}.
 *
 * @param counts up to the last bin that is not empty
 * @param mean of the distances themselves
 */
record Distances(List<Long> counts, double mean) {
  /** Width of a bin. Images of 28 x 28 in [0, 1] are at most 28 apart. */
  static final double WIDTH = 0.005;

  /** Counts the roots of squared distances. */
  static Distances ofSquared(double[] squared) {
    double[] distances = Arrays.stream(squared).map(Math::sqrt).toArray();
    double largest = Arrays.stream(distances).max().orElse(0);
    long[] counts = new long[1 + (int) (largest / WIDTH)];
    for (double distance : distances) {
      counts[(int) (distance / WIDTH)]++;
    }
    return new Distances(
        Arrays.stream(counts).boxed().toList(), Arrays.stream(distances).average().orElseThrow());
  }

  /** As a cell keeps it. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("mean", mean);
    values.put("counts", counts);
    return values;
  }

  /** As a cell kept it. */
  static Distances of(Outcome outcome) {
    List<Long> counts = new ArrayList<>();
    outcome.numbers("counts").forEach(count -> counts.add(Math.round(count)));
    return new Distances(counts, outcome.number("mean"));
  }

  long total() {
    return counts.stream().mapToLong(count -> count).sum();
  }

  /** The upper edge of the bin in which the share p of all distances is reached. */
  double quantile(double p) {
    double left = p * total();
    for (int i = 0; i < counts.size(); i++) {
      left -= counts.get(i);
      if (left <= 0) {
        return (i + 1) * WIDTH;
      }
    }
    return counts.size() * WIDTH;
  }

  /** The share of distances below an edge of a bin. */
  double below(double edge) {
    int bins = (int) Math.min(counts.size(), Math.round(edge / WIDTH));
    return counts.subList(0, bins).stream().mapToLong(count -> count).sum() / (double) total();
  }

  /**
   * The two-sample Kolmogorov-Smirnov statistic: the largest difference of the two distribution
   * functions, here at the edges of the bins, which may miss what happens within one.
   */
  double kolmogorovSmirnov(Distances other) {
    long a = 0;
    long b = 0;
    double all = total();
    double others = other.total();
    double largest = 0;
    for (int i = 0; i < Math.max(counts.size(), other.counts.size()); i++) {
      a += i < counts.size() ? counts.get(i) : 0;
      b += i < other.counts.size() ? other.counts.get(i) : 0;
      largest = Math.max(largest, Math.abs(a / all - b / others));
    }
    return largest;
  }

  /** Counts in bins of {@code wider} of these, the first n of them. */
  long[] coarse(int wider, int n) {
    long[] coarse = new long[n];
    for (int i = 0; i < Math.min(counts.size(), n * wider); i++) {
      coarse[i / wider] += counts.get(i);
    }
    return coarse;
  }
}
