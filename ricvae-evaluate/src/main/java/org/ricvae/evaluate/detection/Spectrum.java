package org.ricvae.evaluate.detection;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ricvae.baseline.Matrix;

/**
 * The principal components of standardised rows.
 *
 * @param variances along each, from the largest; those that are zero but for rounding left out
 * @param scores {@code [components][rows]}: the rows in their coordinates
 */
record Spectrum(double[] variances, double[][] scores) {
  /** A variance below this share of the largest is rounding. */
  private static final double ROUNDING = 1e-9;

  static Spectrum of(Matrix standardized) {
    int n = standardized.rows();
    int d = standardized.columns();
    DMatrixRMaj data = DMatrixRMaj.wrap(n, d, standardized.values());
    DMatrixRMaj covariance = new DMatrixRMaj(d, d);
    CommonOps_DDRM.multInner(data, covariance);
    CommonOps_DDRM.scale(1.0 / n, covariance);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
    if (!eigen.decompose(covariance)) {
      throw new IllegalStateException("no eigenvalues of %d columns".formatted(d));
    }
    Integer[] order = new Integer[d];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Double.compare(value(eigen, b), value(eigen, a)));
    double least = ROUNDING * value(eigen, order[0]);
    int kept = (int) Arrays.stream(order).filter(k -> value(eigen, k) > least).count();
    double[] variances = new double[kept];
    double[][] scores = new double[kept][];
    DMatrixRMaj coordinates = new DMatrixRMaj(n, 1);
    for (int k = 0; k < kept; k++) {
      variances[k] = value(eigen, order[k]);
      CommonOps_DDRM.mult(data, eigen.getEigenVector(order[k]), coordinates);
      scores[k] = coordinates.data.clone();
    }
    return new Spectrum(variances, scores);
  }

  private static double value(EigenDecomposition_F64<DMatrixRMaj> eigen, int k) {
    return eigen.getEigenvalue(k).getReal();
  }
}
