package org.ricvae.baseline;

import java.util.Arrays;

/**
 * Cholesky factor of small positive definite matrices, in place and without allocation: a native
 * call costs more than such a matrix itself.
 */
final class Cholesky {
  private final int n;
  private final double[] l;

  /** Memory for matrices of one size. */
  Cholesky(int n) {
    this.n = n;
    l = new double[n * n];
  }

  /**
   * Factors A = L Lᵀ.
   *
   * @param a {@code [n × n]}, of which the lower half is read
   */
  void factor(double[] a) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= l[i * n + k] * l[j * n + k];
        }
        if (i > j) {
          l[i * n + j] = sum / l[j * n + j];
        } else if (sum > 0) {
          l[i * n + i] = Math.sqrt(sum);
        } else {
          throw new IllegalStateException(
              "not positive definite: pivot %d is %s".formatted(i, sum));
        }
      }
    }
  }

  /** log |A|. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += 2 * Math.log(l[i * n + i]);
    }
    return sum;
  }

  /** v = A⁻¹ v. */
  void solve(double[] v) {
    for (int i = 0; i < n; i++) {
      double sum = v[i];
      for (int k = 0; k < i; k++) {
        sum -= l[i * n + k] * v[k];
      }
      v[i] = sum / l[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = v[i];
      for (int k = i + 1; k < n; k++) {
        sum -= l[k * n + i] * v[k];
      }
      v[i] = sum / l[i * n + i];
    }
  }

  /** A⁻¹, {@code [n × n]}; {@code column} is memory for n values. */
  void invert(double[] inverse, double[] column) {
    for (int j = 0; j < n; j++) {
      Arrays.fill(column, 0);
      column[j] = 1;
      solve(column);
      System.arraycopy(column, 0, inverse, j * n, n);
    }
  }
}
