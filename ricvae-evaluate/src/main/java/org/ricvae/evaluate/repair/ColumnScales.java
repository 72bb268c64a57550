package org.ricvae.evaluate.repair;

import java.util.Arrays;
import org.ricvae.baseline.Matrix;

/**
 * Middle and width of each column, such that gross errors do not move them.
 *
 * @param medians of the known values; 0 where there is none
 * @param scales 1.4826 times the median absolute deviation, which is σ of a normal distribution;
 *     where that is 0, 1.2533 times the mean one; where the column is constant, 1
 */
record ColumnScales(double[] medians, double[] scales) {
  private static final double MEDIAN_TO_SIGMA = 1.4826;
  private static final double MEAN_TO_SIGMA = 1.2533;

  static ColumnScales of(Matrix table) {
    double[] medians = new double[table.columns()];
    double[] scales = new double[table.columns()];
    for (int j = 0; j < medians.length; j++) {
      double[] known = new double[table.rows()];
      int n = 0;
      for (int i = 0; i < table.rows(); i++) {
        double value = table.get(i, j);
        if (!Double.isNaN(value)) {
          known[n++] = value;
        }
      }
      double[] column = Arrays.copyOf(known, n);
      double median = n == 0 ? 0 : median(column);
      medians[j] = median;
      scales[j] = scale(Arrays.stream(column).map(x -> Math.abs(x - median)).toArray());
    }
    return new ColumnScales(medians, scales);
  }

  private static double scale(double[] deviations) {
    if (deviations.length == 0) {
      return 1;
    }
    double median = median(deviations);
    double mean = Arrays.stream(deviations).average().orElseThrow();
    return median > 0 ? MEDIAN_TO_SIGMA * median : mean > 0 ? MEAN_TO_SIGMA * mean : 1;
  }

  /** The middle one, or the mean of the two in the middle; puts the values in order. */
  static double median(double[] values) {
    Arrays.sort(values);
    int n = values.length;
    return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
  }

  /** A table with each column less its median, over its scale. */
  Matrix scaled(Matrix table) {
    double[] values = table.values().clone();
    for (int cell = 0; cell < values.length; cell++) {
      int j = cell % table.columns();
      values[cell] = (values[cell] - medians[j]) / scales[j];
    }
    return new Matrix(table.rows(), table.columns(), values);
  }

  /** What {@link #scaled} came from. */
  Matrix unscaled(Matrix table) {
    double[] values = table.values().clone();
    for (int cell = 0; cell < values.length; cell++) {
      int j = cell % table.columns();
      values[cell] = values[cell] * scales[j] + medians[j];
    }
    return new Matrix(table.rows(), table.columns(), values);
  }
}
