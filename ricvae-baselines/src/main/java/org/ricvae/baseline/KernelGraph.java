package org.ricvae.baseline;

/**
 * The kernel of UOCL over a data set, and its nearest-neighbour graph.
 *
 * @param kernel K: {@code [n × n]}
 * @param neighbours the nearest neighbours of each sample: {@code [n][k]}
 */
record KernelGraph(Matrix kernel, int[][] neighbours) {
  /**
   * K_ij = exp(−‖x_i − x_j‖² / σ²), σ² the mean of ‖x_i − x_j‖² over all pairs; and the k nearest
   * neighbours of each sample.
   */
  static KernelGraph of(Matrix data, int k) {
    int n = data.rows();
    Matrix products = Lapack.productTransposed(data, data);
    double[] a = products.values();
    double[] squares = new double[n];
    for (int i = 0; i < n; i++) {
      squares[i] = a[i * n + i];
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double distance = i == j ? 0 : squares[i] + squares[j] - 2 * a[i * n + j];
        a[i * n + j] = Math.max(0, distance);
        sum += a[i * n + j];
      }
    }
    double width = sum / n / n;
    int[][] neighbours = new int[n][];
    for (int i = 0; i < n; i++) {
      neighbours[i] = nearest(a, i, n, k);
      for (int j = 0; j < n; j++) {
        a[i * n + j] = width > 0 ? Math.exp(-a[i * n + j] / width) : 1;
      }
    }
    return new KernelGraph(products, neighbours);
  }

  /** The k samples nearest to one, by insertion; the lower number first among equals. */
  private static int[] nearest(double[] distances, int i, int n, int k) {
    int[] nearest = new int[Math.min(k, n - 1)];
    int found = 0;
    for (int j = 0; j < n; j++) {
      if (j == i) {
        continue;
      }
      int at = found;
      while (at > 0 && distances[i * n + j] < distances[i * n + nearest[at - 1]]) {
        if (at < nearest.length) {
          nearest[at] = nearest[at - 1];
        }
        at--;
      }
      if (at < nearest.length) {
        nearest[at] = j;
        found = Math.min(found + 1, nearest.length);
      }
    }
    return nearest;
  }

  /**
   * L K, with the Laplacian L = D − W of the graph that joins two samples where either is among the
   * other's neighbours, W_ij = K_ij.
   */
  Matrix laplacianProduct() {
    int n = kernel.rows();
    double[] k = kernel.values();
    double[] result = new double[k.length];
    for (int i = 0; i < n; i++) {
      for (int j : neighbours[i]) {
        if (j < i && contains(neighbours[j], i)) {
          continue;
        }
        double weight = k[i * n + j];
        for (int l = 0; l < n; l++) {
          double flow = weight * (k[i * n + l] - k[j * n + l]);
          result[i * n + l] += flow;
          result[j * n + l] -= flow;
        }
      }
    }
    return new Matrix(n, n, result);
  }

  private static boolean contains(int[] array, int value) {
    for (int element : array) {
      if (element == value) {
        return true;
      }
    }
    return false;
  }

  /** K v. */
  double[] times(double[] v) {
    int n = v.length;
    double[] k = kernel.values();
    double[] result = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += k[i * n + j] * v[j];
      }
      result[i] = sum;
    }
    return result;
  }
}
