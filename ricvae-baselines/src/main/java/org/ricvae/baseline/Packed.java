package org.ricvae.baseline;

/**
 * Symmetric matrices of one order as rows of n(n + 1)/2 numbers, the lower half row by row: many of
 * them make one matrix, and their weighted sums a matrix product.
 */
final class Packed {
  private Packed() {}

  /** Numbers a symmetric matrix of order n takes. */
  static int size(int n) {
    return n * (n + 1) / 2;
  }

  /**
   * The outer products a_i a_iᵀ of all rows.
   *
   * @param offDiagonal what off-diagonal elements are multiplied by: 2 where the product with
   *     another packed matrix is to be the sum over both halves
   */
  static Matrix outerProducts(Matrix a, double offDiagonal) {
    int n = a.columns();
    double[] result = new double[Math.multiplyExact(a.rows(), size(n))];
    int at = 0;
    for (int i = 0; i < a.rows(); i++) {
      for (int k = 0; k < n; k++) {
        for (int l = 0; l <= k; l++) {
          result[at++] = a.get(i, k) * a.get(i, l) * (k == l ? 1 : offDiagonal);
        }
      }
    }
    return new Matrix(a.rows(), size(n), result);
  }

  /** Unpacks row i to the lower half of {@code [n × n]}. */
  static void unpack(Matrix packed, int i, double[] full, int n) {
    int at = i * packed.columns();
    for (int k = 0; k < n; k++) {
      for (int l = 0; l <= k; l++) {
        full[k * n + l] = packed.values()[at++];
      }
    }
  }

  /** Packs the lower half of {@code [n × n]} to row i. */
  static void pack(double[] full, int n, Matrix packed, int i) {
    int at = i * packed.columns();
    for (int k = 0; k < n; k++) {
      for (int l = 0; l <= k; l++) {
        packed.values()[at++] = full[k * n + l];
      }
    }
  }
}
