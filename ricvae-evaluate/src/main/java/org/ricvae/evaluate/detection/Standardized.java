package org.ricvae.evaluate.detection;

import java.util.Arrays;
import org.ricvae.baseline.Matrix;
import org.ricvae.data.InputException;

/**
 * Rows made ready for every peer alike: a hole takes its column's median, each column is less its
 * mean, over its standard deviation; columns that never change are left out.
 */
public final class Standardized {
  /** A column that varies less than this, beside its mean, varies by rounding only. */
  private static final double ROUNDING = 1e-6;

  private Standardized() {}

  /**
   * All rows, {@code [rows × columns that vary]}.
   *
   * @throws InputException where no column varies
   */
  public static Matrix of(Matrix rows) {
    int n = rows.rows();
    double[][] kept = new double[rows.columns()][];
    int columns = 0;
    for (int j = 0; j < rows.columns(); j++) {
      double[] column = new double[n];
      for (int i = 0; i < n; i++) {
        column[i] = rows.get(i, j);
      }
      fill(column);
      if (standardize(column)) {
        kept[columns++] = column;
      }
    }
    if (columns == 0) {
      throw new InputException(
          "all %d rows are the same, which leaves nothing to detect; give data that vary"
              .formatted(n));
    }
    double[] values = new double[n * columns];
    for (int k = 0; k < values.length; k++) {
      values[k] = kept[k % columns][k / columns];
    }
    return new Matrix(n, columns, values);
  }

  private static void fill(double[] column) {
    double[] known = Arrays.stream(column).filter(x -> !Double.isNaN(x)).sorted().toArray();
    double median = known.length == 0 ? 0 : known[known.length / 2];
    for (int i = 0; i < column.length; i++) {
      column[i] = Double.isNaN(column[i]) ? median : column[i];
    }
  }

  /** Whether there was something to standardise. */
  private static boolean standardize(double[] column) {
    int n = column.length;
    double mean = 0;
    for (double x : column) {
      mean += x / n;
    }
    double squares = 0;
    for (double x : column) {
      squares += (x - mean) * (x - mean) / n;
    }
    double deviation = Math.sqrt(squares);
    for (int i = 0; i < n; i++) {
      column[i] = (column[i] - mean) / deviation;
    }
    return deviation > ROUNDING * Math.abs(mean);
  }
}
