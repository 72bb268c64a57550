package org.ricvae.baseline;

/**
 * The E step of {@link ProbabilisticRpca}, for all samples at once: q(z_i) = N(m_i, Σ_i) with
 *
 * <pre>
 * Σ = (I + Wᵀ Λ⁻¹ W)⁻¹      m = Σ Wᵀ Λ⁻¹ (x − b)
 * </pre>
 *
 * and, by Woodbury's identity and the determinant lemma, a sample's term of the objective at Λ:
 *
 * <pre>
 * (x − b)ᵀ Ψ⁻¹ (x − b) + log |Ψ| = Σ_j (x_j − b_j − w_jᵀ m)² / λ_j + ‖m‖² − log |Σ| + Σ_j log λ_j
 * </pre>
 *
 * @param weights W: {@code [values × κ]}
 * @param means m: {@code [samples × κ]}
 * @param covariances Σ, {@link Packed}
 * @param residuals x − b − Wm: {@code [samples × values]}
 * @param objective its sum over the samples
 */
record LatentPosterior(
    Matrix weights, Matrix means, Matrix covariances, Matrix residuals, double objective) {

  /**
   * The posteriors for W, b and Λ as they are.
   *
   * @param x {@code [samples × values]}
   * @param lambda λ: {@code [samples × values]}
   */
  static LatentPosterior of(Matrix w, double[] b, Matrix x, Matrix lambda) {
    int n = x.rows();
    int d = x.columns();
    int kappa = w.columns();
    double[] inverse = new double[n * d];
    double[] scaled = new double[n * d];
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = 1 / lambda.values()[i];
      scaled[i] = inverse[i] * (x.values()[i] - b[i % d]);
    }
    Matrix packed = Lapack.product(new Matrix(n, d, inverse), Packed.outerProducts(w, 1));
    Matrix means = Lapack.product(new Matrix(n, d, scaled), w);
    Cholesky cholesky = new Cholesky(kappa);
    double[] full = new double[kappa * kappa];
    double[] vector = new double[kappa];
    double objective = 0;
    for (int i = 0; i < n; i++) {
      Packed.unpack(packed, i, full, kappa);
      for (int k = 0; k < kappa; k++) {
        full[k * kappa + k] += 1;
      }
      cholesky.factor(full);
      objective += cholesky.logDeterminant();
      System.arraycopy(means.values(), i * kappa, vector, 0, kappa);
      cholesky.solve(vector);
      System.arraycopy(vector, 0, means.values(), i * kappa, kappa);
      cholesky.invert(full, vector);
      Packed.pack(full, kappa, packed, i);
    }
    double[] residuals = Lapack.productTransposed(means, w).values();
    for (int i = 0; i < residuals.length; i++) {
      double r = x.values()[i] - b[i % d] - residuals[i];
      residuals[i] = r;
      objective += r * r * inverse[i] - Math.log(inverse[i]);
    }
    objective += means.squaredNorm();
    return new LatentPosterior(w, means, packed, new Matrix(n, d, residuals), objective);
  }

  /**
   * λ_j = max(α, E[(x_j − b_j − w_jᵀz)²]) = max(α, r_j² + w_jᵀΣw_j), which minimises the bound for
   * the q(z) at hand.
   *
   * @param floor α
   */
  Matrix variances(double floor) {
    Matrix result = Lapack.productTransposed(covariances, Packed.outerProducts(weights, 2));
    for (int i = 0; i < result.values().length; i++) {
      double r = residuals.values()[i];
      result.values()[i] = Math.max(floor, r * r + result.values()[i]);
    }
    return result;
  }
}
