package org.ricvae.table.schema;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What one reading of a table tells of a column; takes a bounded amount of memory. */
final class ColumnScan {
  /** Different texts that are counted one by one; beyond, a column has too many for categories. */
  static final int MAX_DISTINCT = 20_000;

  /** Numbers that are kept for the scale. */
  private static final int RESERVOIR = 20_000;

  private final SplittableRandom random;
  private final Map<String, Integer> counts = new HashMap<>();
  private final double[] reservoir = new double[RESERVOIR];
  private boolean overflow;
  private NumberText dates;
  private long present;
  private long numbers;
  private int decimals;
  private boolean consecutive = true;
  private double last = Double.NaN;

  ColumnScan(long seed) {
    random = new SplittableRandom(seed);
  }

  void add(String text) {
    if (MissingTexts.isMissing(text)) {
      return;
    }
    present++;
    if (!overflow) {
      counts.merge(text, 1, Integer::sum);
      if (counts.size() > MAX_DISTINCT) {
        overflow = true;
        if (findDates()) {
          return;
        }
      }
    }
    double value = dates == null ? NumberText.number(text) : dates.parse(text);
    if (Double.isNaN(value)) {
      return;
    }
    if (dates == null) {
      decimals = Math.max(decimals, NumberText.decimals(text));
    }
    consecutive &= Double.isNaN(last) || value == last + 1;
    last = value;
    keep(value);
  }

  private void keep(double value) {
    if (numbers < RESERVOIR) {
      reservoir[(int) numbers] = value;
    } else {
      long at = random.nextLong(numbers + 1);
      if (at < RESERVOIR) {
        reservoir[(int) at] = value;
      }
    }
    numbers++;
  }

  /**
   * Takes the column for one of dates if a pattern reads nearly all texts so far, and forgets what
   * was thought of plain numbers among them. All texts so far are counted when this is asked, so
   * that it does not matter where in the table the odd ones are.
   */
  private boolean findDates() {
    for (String pattern : NumberText.PATTERNS) {
      NumberText candidate = NumberText.dates(pattern);
      if (reads(candidate)) {
        dates = candidate;
        numbers = 0;
        decimals = 0;
        consecutive = false;
        last = Double.NaN;
        counts.forEach(
            (text, n) -> {
              double value = candidate.parse(text);
              for (int i = 0; i < n && !Double.isNaN(value); i++) {
                keep(value);
              }
            });
        return true;
      }
    }
    return false;
  }

  /** Whether a pattern reads nearly all texts so far; gives up early, for failing is slow. */
  private boolean reads(NumberText candidate) {
    long misses = 0;
    double allowed = (1 - FieldFinder.MOSTLY) * present;
    for (Map.Entry<String, Integer> e : counts.entrySet()) {
      if (misses > allowed) {
        return false;
      }
      misses += Double.isNaN(candidate.parse(e.getKey())) ? e.getValue() : 0;
    }
    return misses <= allowed;
  }

  /** To be called after the last row. */
  void end() {
    if (!overflow && present > 0 && numbers < FieldFinder.MOSTLY * present) {
      findDates();
    }
  }

  /** Cells that are not missing. */
  long present() {
    return present;
  }

  /** Cells that are numbers, or dates of {@link #text()}. */
  long numbers() {
    return numbers;
  }

  /** How the numbers are written. */
  NumberText text() {
    return dates == null ? NumberText.plain(decimals) : dates;
  }

  /** Whether the numbers count the rows. */
  boolean consecutive() {
    return consecutive && numbers > 2;
  }

  /** Different texts, at most {@link #MAX_DISTINCT} + 1. */
  int distinct() {
    return counts.size();
  }

  /** How often a text was seen, for texts seen before there were too many. */
  int count(String text) {
    return counts.getOrDefault(text, 0);
  }

  /** The texts, the most frequent first, and in their own order where equally frequent. */
  List<String> frequent() {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The scale of the numbers. */
  NumberScale scale() {
    return NumberScale.of(Arrays.copyOf(reservoir, (int) Math.min(numbers, RESERVOIR)));
  }

  /** Whether all numbers that were kept are one and the same. */
  boolean oneNumber() {
    return Arrays.stream(reservoir, 0, (int) Math.min(numbers, RESERVOIR))
            .distinct()
            .limit(2)
            .count()
        < 2;
  }
}
