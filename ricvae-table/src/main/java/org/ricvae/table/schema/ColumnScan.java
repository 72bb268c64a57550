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

  /** Texts on which the patterns of dates are tried. */
  private static final int DATES_TRIED = 200;

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
      overflow = counts.size() > MAX_DISTINCT;
    }
    if (present == DATES_TRIED && numbers == 0) {
      findDates();
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

  /** Takes the texts so far for dates if one pattern reads nearly all of them. */
  private void findDates() {
    for (String pattern : NumberText.PATTERNS) {
      NumberText candidate = NumberText.dates(pattern);
      long fit = 0;
      for (Map.Entry<String, Integer> e : counts.entrySet()) {
        fit += Double.isNaN(candidate.parse(e.getKey())) ? 0 : e.getValue();
      }
      if (fit >= FieldFinder.MOSTLY * present) {
        dates = candidate;
        // Those of the last text are counted by the caller.
        counts.forEach(
            (text, n) -> {
              double value = candidate.parse(text);
              for (int i = 0; i < n && !Double.isNaN(value); i++) {
                keep(value);
              }
            });
        consecutive = false;
        return;
      }
    }
  }

  /** To be called after the last row. */
  void end() {
    if (present < DATES_TRIED && numbers == 0 && present > 0) {
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
