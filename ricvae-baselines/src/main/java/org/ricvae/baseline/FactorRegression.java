package org.ricvae.baseline;

/**
 * The M step of {@link ProbabilisticRpca} for W and b: for each value j the weighted least squares
 *
 * <pre>
 * min over (w_j, b_j) of Σ_i λ_ij⁻¹ E[(x_ij − b_j − w_jᵀ z_i)²],
 * </pre>
 *
 * whose normal equations are of order κ + 1.
 *
 * @param weights W: {@code [values × κ]}
 * @param offset b
 */
record FactorRegression(Matrix weights, double[] offset) {
  /**
   * The W and b that minimise for the posteriors at hand.
   *
   * @param x {@code [samples × values]}
   * @param lambda λ: {@code [samples × values]}
   */
  static FactorRegression of(LatentPosterior posterior, Matrix x, Matrix lambda) {
    int n = x.rows();
    int d = x.columns();
    int kappa = posterior.means().columns();
    int order = kappa + 1;
    Matrix extended = withOne(posterior.means());
    Matrix second = Packed.outerProducts(extended, 1);
    for (int i = 0; i < n; i++) {
      // The first κ rows of the packed E[(z, 1)(z, 1)ᵀ] are E[zzᵀ] = mmᵀ + Σ.
      for (int k = 0; k < Packed.size(kappa); k++) {
        second.values()[i * second.columns() + k] +=
            posterior.covariances().values()[i * Packed.size(kappa) + k];
      }
    }
    double[] inverse = new double[n * d];
    double[] scaled = new double[n * d];
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = 1 / lambda.values()[i];
      scaled[i] = inverse[i] * x.values()[i];
    }
    Matrix normal = Lapack.transposedProduct(new Matrix(n, d, inverse), second);
    Matrix right = Lapack.transposedProduct(new Matrix(n, d, scaled), extended);
    Cholesky cholesky = new Cholesky(order);
    double[] full = new double[order * order];
    double[] solution = new double[order];
    double[] w = new double[d * kappa];
    double[] b = new double[d];
    for (int j = 0; j < d; j++) {
      Packed.unpack(normal, j, full, order);
      cholesky.factor(full);
      System.arraycopy(right.values(), j * order, solution, 0, order);
      cholesky.solve(solution);
      System.arraycopy(solution, 0, w, j * kappa, kappa);
      b[j] = solution[kappa];
    }
    return new FactorRegression(new Matrix(d, kappa, w), b);
  }

  /** (m, 1) of each sample. */
  private static Matrix withOne(Matrix means) {
    int kappa = means.columns();
    double[] values = new double[means.rows() * (kappa + 1)];
    for (int i = 0; i < means.rows(); i++) {
      System.arraycopy(means.values(), i * kappa, values, i * (kappa + 1), kappa);
      values[i * (kappa + 1) + kappa] = 1;
    }
    return new Matrix(means.rows(), kappa + 1, values);
  }
}
