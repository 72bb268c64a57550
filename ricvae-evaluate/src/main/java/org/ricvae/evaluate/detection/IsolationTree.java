package org.ricvae.evaluate.detection;

import java.util.SplittableRandom;
import org.ricvae.baseline.Matrix;

/** A tree of random cuts (Liu et al. 2008, algorithms 2 and 3). */
sealed interface IsolationTree {
  /** Rows with less than {@code cut} in the column are below, the others above. */
  record Split(int column, double cut, IsolationTree below, IsolationTree above)
      implements IsolationTree {}

  /** The end of a path of expected length {@code depth}. */
  record Leaf(double depth) implements IsolationTree {}

  /** The depth of a row. */
  default double depth(Matrix data, int row) {
    IsolationTree node = this;
    while (node instanceof Split split) {
      node = data.get(row, split.column()) < split.cut() ? split.below() : split.above();
    }
    return ((Leaf) node).depth();
  }

  /**
   * Grows a tree.
   *
   * @param rows of which the first {@code count} are its own; put in another order
   * @param height at which it stops
   */
  static IsolationTree grow(
      Matrix data, int[] rows, int count, int height, SplittableRandom random) {
    return grow(data, rows, 0, count, 0, height, random);
  }

  private static IsolationTree grow(
      Matrix data, int[] rows, int from, int to, int depth, int height, SplittableRandom random) {
    int count = to - from;
    if (depth == height || count < 2) {
      return new Leaf(depth + averageDepth(count));
    }
    int[] columns = new int[data.columns()];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = j;
    }
    // Columns in random order, until one is found in which these rows differ.
    for (int j = 0; j < columns.length; j++) {
      swap(columns, j, random.nextInt(j, columns.length));
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        low = Math.min(low, data.get(rows[i], columns[j]));
        high = Math.max(high, data.get(rows[i], columns[j]));
      }
      if (low < high) {
        double cut = Math.max(Math.nextUp(low), random.nextDouble(low, high));
        int middle = partition(data, rows, from, to, columns[j], cut);
        return new Split(
            columns[j],
            cut,
            grow(data, rows, from, middle, depth + 1, height, random),
            grow(data, rows, middle, to, depth + 1, height, random));
      }
    }
    return new Leaf(depth + averageDepth(count));
  }

  private static int partition(Matrix data, int[] rows, int from, int to, int column, double cut) {
    int middle = from;
    for (int i = from; i < to; i++) {
      if (data.get(rows[i], column) < cut) {
        swap(rows, i, middle++);
      }
    }
    return middle;
  }

  /** c(n) = 2 H(n − 1) − 2 (n − 1) / n: the mean depth in a full random tree of n rows. */
  static double averageDepth(int n) {
    double harmonic = 0;
    for (int i = 1; i < n; i++) {
      harmonic += 1.0 / i;
    }
    return n < 2 ? 0 : 2 * harmonic - 2.0 * (n - 1) / n;
  }

  /** Exchanges two elements. */
  static void swap(int[] values, int i, int j) {
    int other = values[i];
    values[i] = values[j];
    values[j] = other;
  }
}
