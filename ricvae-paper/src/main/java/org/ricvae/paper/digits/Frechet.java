package org.ricvae.paper.digits;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The squared Fréchet distance between two normal distributions (Dowson and Landau 1982), by which
 * Heusel et al. (2017) compare sets of images in the features of a classifier:
 *
 * <pre>‖m₁ − m₂‖² + tr(C₁ + C₂ − 2 (C₁^½ C₂ C₁^½)^½)</pre>
 *
 * <p>Their features are those of an Inception network; ours are those of a classifier of digits, so
 * that values compare with one another and not with theirs.
 */
final class Frechet {
  private Frechet() {}

  /** The distance, in squared units of the points. */
  static double distance(Moments a, Moments b) {
    double distance = 0;
    for (int j = 0; j < a.size(); j++) {
      double d = a.mean()[j] - b.mean()[j];
      distance += d * d;
    }
    DMatrixRMaj root = root(a.covariance());
    DMatrixRMaj half = new DMatrixRMaj(a.size(), a.size());
    DMatrixRMaj product = new DMatrixRMaj(a.size(), a.size());
    CommonOps_DDRM.mult(root, b.covariance(), half);
    CommonOps_DDRM.mult(half, root, product);
    EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(product, false);
    double trace = 0;
    for (int j = 0; j < a.size(); j++) {
      trace += Math.sqrt(Math.max(0, eigen.getEigenvalue(j).real));
    }
    return distance
        + CommonOps_DDRM.trace(a.covariance())
        + CommonOps_DDRM.trace(b.covariance())
        - 2 * trace;
  }

  /** The symmetric root of a covariance. */
  private static DMatrixRMaj root(DMatrixRMaj covariance) {
    int size = covariance.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(covariance, true);
    // V Λ^¼, whose product with its own transpose is V Λ^½ Vᵀ.
    DMatrixRMaj scaled = new DMatrixRMaj(size, size);
    for (int j = 0; j < size; j++) {
      double factor = Math.sqrt(Math.sqrt(Math.max(0, eigen.getEigenvalue(j).real)));
      DMatrixRMaj vector = eigen.getEigenVector(j);
      for (int i = 0; i < size; i++) {
        scaled.set(i, j, factor * vector.get(i, 0));
      }
    }
    DMatrixRMaj root = new DMatrixRMaj(size, size);
    CommonOps_DDRM.multOuter(scaled, root);
    return root;
  }

  private static EigenDecomposition_F64<DMatrixRMaj> eigen(DMatrixRMaj matrix, boolean vectors) {
    // Made symmetric to the last bit, which a product in floating point is not.
    DMatrixRMaj symmetric = new DMatrixRMaj(matrix.numRows, matrix.numCols);
    CommonOps_DDRM.transpose(matrix, symmetric);
    CommonOps_DDRM.addEquals(symmetric, matrix);
    CommonOps_DDRM.divide(symmetric, 2);
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(matrix.numRows, vectors, true);
    if (!eigen.decompose(symmetric)) {
      throw new IllegalStateException("a covariance has no eigenvalues: is it finite?");
    }
    return eigen;
  }
}
