package org.ricvae.baseline;

import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;

/**
 * A dense matrix of doubles, row by row; of data, a sample a row.
 *
 * @param rows at least 1
 * @param columns at least 1
 * @param values {@code [rows × columns]}, not copied; whoever gave it no longer changes it
 */
public record Matrix(int rows, int columns, double[] values) {
  /** Checks the ranges. */
  public Matrix {
    if (rows < 1 || columns < 1 || (long) rows * columns != values.length) {
      throw new InputException(
          "%d values are not a matrix of %d x %d: each side must be at least 1"
              .formatted(values.length, rows, columns));
    }
  }

  /**
   * All samples, scaled.
   *
   * @return {@code [samples × values of a sample]}
   * @throws InputException where a value is missing or infinite, or they are too many for memory
   */
  public static Matrix of(Samples samples, Scaling scaling) {
    int columns = samples.shape().size();
    long size = samples.count() * columns;
    if (size > Integer.MAX_VALUE - 8) {
      throw new InputException(
          "%s: %d samples of %d values are too many for a baseline, which holds them all in memory: at most %d values, take fewer samples"
              .formatted(samples.source(), samples.count(), columns, Integer.MAX_VALUE - 8));
    }
    int rows = (int) samples.count();
    double[] values = new double[(int) size];
    float[] row = new float[columns];
    for (int i = 0; i < rows; i++) {
      samples.read(i, 1, row, 0);
      for (int j = 0; j < columns; j++) {
        values[i * columns + j] = scaling.scale(row[j]);
      }
    }
    return new Matrix(rows, columns, values).requireFinite(samples.source());
  }

  /** The value in row i and column j. */
  public double get(int i, int j) {
    return values[i * columns + j];
  }

  /**
   * The rows as samples in the data's own units.
   *
   * @param shape as many values as there are columns
   */
  public Samples samples(SampleShape shape, Scaling scaling) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (values[i] / scaling.factor() + scaling.offset());
    }
    return Samples.of(shape, result);
  }

  /** Σ of all squares. */
  double squaredNorm() {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  /** This matrix, if all its values are finite. */
  Matrix requireFinite(String where) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new InputException(
            "%s: value %d of sample %d is %s; a baseline has no place for such values, fill them in or leave the sample out"
                .formatted(
                    where,
                    i % columns,
                    i / columns,
                    Double.isNaN(values[i]) ? "missing (NaN)" : "infinite"));
      }
    }
    return this;
  }

  /** This matrix, if it has as many columns as a method was fitted to. */
  Matrix requireColumns(int fitted, String where) {
    if (columns != fitted) {
      throw new InputException(
          "%s: samples of %d values, but it was fitted to samples of %d; give data of the same kind"
              .formatted(where, columns, fitted));
    }
    return this;
  }
}
