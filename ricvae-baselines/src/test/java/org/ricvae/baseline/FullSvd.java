package org.ricvae.baseline;

import org.bytedeco.openblas.global.openblas;

/**
 * The whole singular value decomposition by LAPACK's dgesdd: the oracle of {@link SingularVectors}.
 *
 * @param values σ, descending
 * @param left U: {@code [rows × k]}
 * @param right Vᵀ: {@code [k × columns]}
 */
record FullSvd(double[] values, Matrix left, Matrix right) {
  static FullSvd of(Matrix a) {
    int k = Math.min(a.rows(), a.columns());
    double[] values = new double[k];
    double[] u = new double[a.rows() * k];
    double[] vt = new double[k * a.columns()];
    int info =
        openblas.LAPACKE_dgesdd(
            openblas.LAPACK_ROW_MAJOR,
            (byte) 'S',
            a.rows(),
            a.columns(),
            a.values().clone(),
            a.columns(),
            values,
            u,
            k,
            vt,
            a.columns());
    if (info != 0) {
      throw new IllegalStateException("dgesdd: " + info);
    }
    return new FullSvd(values, new Matrix(a.rows(), k, u), new Matrix(k, a.columns(), vt));
  }
}
