package org.ricvae.evaluate;

import java.util.SplittableRandom;
import org.ricvae.baseline.Matrix;

/** Small tables of which the answer is known. */
public final class Tables {
  private Tables() {}

  /** Rows as given. */
  public static Matrix of(double[]... rows) {
    int d = rows[0].length;
    double[] values = new double[rows.length * d];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * d, d);
    }
    return new Matrix(rows.length, d, values);
  }

  /** Rows that follow two factors, in different units, with a little noise. */
  public static Matrix factors(int n, int d, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] weights = new double[2][d];
    for (int j = 0; j < d; j++) {
      weights[0][j] = random.nextGaussian();
      weights[1][j] = random.nextGaussian();
    }
    double[] values = new double[n * d];
    for (int i = 0; i < n; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      for (int j = 0; j < d; j++) {
        double x = a * weights[0][j] + b * weights[1][j] + 0.02 * random.nextGaussian();
        values[i * d + j] = 100 * j + Math.pow(10, j % 4 - 2) * x;
      }
    }
    return new Matrix(n, d, values);
  }

  /** The same, the first {@code outliers} rows of which follow nothing, and are larger. */
  public static LabelledTable labelled(String name, int n, int d, int outliers, long seed) {
    Matrix table = factors(n, d, seed);
    SplittableRandom random = new SplittableRandom(seed + 1);
    boolean[] outlier = new boolean[n];
    for (int i = 0; i < outliers; i++) {
      outlier[i] = true;
      for (int j = 0; j < d; j++) {
        table.values()[i * d + j] = 100 * j + Math.pow(10, j % 4 - 2) * 6 * random.nextGaussian();
      }
    }
    return new LabelledTable(name, table, outlier);
  }
}
