package org.ricvae.bench;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.ricvae.baseline.Matrix;

/**
 * Robust PCA as one would write it: Lin, Chen and Ma (arXiv:1009.5055), Algorithm 5, line by line,
 * with a library's matrices and SVD.
 */
final class EjmlRpca {
  private static final double TOLERANCE = 1e-7;

  private EjmlRpca() {}

  /** L of {@code [samples × values]}. */
  static double[] lowRank(Matrix data) {
    DMatrixRMaj d = new DMatrixRMaj(data.rows(), data.columns(), true, data.values());
    double lambda = 1 / Math.sqrt(Math.max(d.numRows, d.numCols));
    double norm = frobenius(d);
    double spectral = svd(d.copy()).getSingularValues()[0];
    double largest = CommonOps_DDRM.elementMaxAbs(d);
    DMatrixRMaj y = new DMatrixRMaj(d.numRows, d.numCols);
    CommonOps_DDRM.scale(1 / Math.max(spectral, largest / lambda), d, y);
    double mu = 1.25 / spectral;
    double most = 1e7 * mu;
    DMatrixRMaj low = new DMatrixRMaj(d.numRows, d.numCols);
    DMatrixRMaj sparse = new DMatrixRMaj(d.numRows, d.numCols);
    DMatrixRMaj rest = new DMatrixRMaj(d.numRows, d.numCols);
    do {
      CommonOps_DDRM.subtract(d, low, sparse);
      CommonOps_DDRM.addEquals(sparse, 1 / mu, y);
      for (int i = 0; i < sparse.data.length; i++) {
        double over = Math.abs(sparse.data[i]) - lambda / mu;
        sparse.data[i] = over > 0 ? Math.copySign(over, sparse.data[i]) : 0;
      }
      CommonOps_DDRM.subtract(d, sparse, rest);
      CommonOps_DDRM.addEquals(rest, 1 / mu, y);
      low = shrunk(rest, 1 / mu);
      CommonOps_DDRM.subtract(d, low, rest);
      CommonOps_DDRM.subtractEquals(rest, sparse);
      CommonOps_DDRM.addEquals(y, mu, rest);
      mu = Math.min(1.5 * mu, most);
    } while (frobenius(rest) >= TOLERANCE * norm);
    return low.data;
  }

  private static double frobenius(DMatrixRMaj a) {
    double squares = 0;
    for (double x : a.data) {
      squares += x * x;
    }
    return Math.sqrt(squares);
  }

  private static SingularValueDecomposition_F64<DMatrixRMaj> svd(DMatrixRMaj a) {
    var svd = DecompositionFactory_DDRM.svd(a.numRows, a.numCols, true, true, true);
    if (!svd.decompose(a)) {
      throw new IllegalStateException("the SVD did not converge");
    }
    return svd;
  }

  /** U max(0, Σ − t) Vᵀ. */
  private static DMatrixRMaj shrunk(DMatrixRMaj a, double threshold) {
    var svd = svd(a.copy());
    DMatrixRMaj left = svd.getU(null, false);
    double[] values = svd.getSingularValues();
    for (int k = 0; k < left.numCols; k++) {
      double value = Math.max(0, values[k] - threshold);
      for (int i = 0; i < left.numRows; i++) {
        left.set(i, k, left.get(i, k) * value);
      }
    }
    DMatrixRMaj low = new DMatrixRMaj(a.numRows, a.numCols);
    CommonOps_DDRM.mult(left, svd.getV(null, true), low);
    return low;
  }
}
