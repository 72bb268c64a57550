package org.ricvae.table.model;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Isotonic regression by pooling adjacent violators (Ayer et al. 1955): the non-decreasing function
 * closest to the values in weighted squares.
 */
final class Isotonic {
  private Isotonic() {}

  /**
   * A step function: {@code value[k]} from {@code from[k]} on, and below {@code from[0]} too.
   *
   * @param from where the steps begin, ascending
   * @param value of each step, ascending
   */
  record Steps(double[] from, double[] value) {}

  /** Fits y over x with weights. */
  static Steps fit(double[] x, double[] y, double[] weight) {
    Integer[] order = new Integer[x.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
    double[] from = new double[x.length];
    double[] sum = new double[x.length];
    double[] mass = new double[x.length];
    int n = 0;
    for (int i : order) {
      if (n > 0 && from[n - 1] == x[i]) {
        sum[n - 1] += weight[i] * y[i];
        mass[n - 1] += weight[i];
      } else {
        from[n] = x[i];
        sum[n] = weight[i] * y[i];
        mass[n++] = weight[i];
      }
    }
    int top = 0;
    for (int i = 1; i < n; i++) {
      top++;
      from[top] = from[i];
      sum[top] = sum[i];
      mass[top] = mass[i];
      while (top > 0 && sum[top - 1] * mass[top] >= sum[top] * mass[top - 1]) {
        sum[top - 1] += sum[top];
        mass[top - 1] += mass[top];
        top--;
      }
    }
    double[] value = new double[top + 1];
    for (int k = 0; k <= top; k++) {
      value[k] = sum[k] / mass[k];
    }
    return new Steps(Arrays.copyOf(from, top + 1), value);
  }
}
