package org.ricvae.paper.digits;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Mean and covariance of a set of points.
 *
 * @param mean {@code [size]}
 * @param covariance {@code [size × size]}, about the mean, divided by the number of points
 */
record Moments(double[] mean, DMatrixRMaj covariance) {

  /** Those of points, in double precision. */
  static Moments of(Points points) {
    int size = points.size();
    double[] mean = new double[size];
    for (int i = 0; i < points.values().length; i++) {
      mean[i % size] += points.values()[i];
    }
    for (int j = 0; j < size; j++) {
      mean[j] /= points.count();
    }
    DMatrixRMaj centred = new DMatrixRMaj(points.count(), size);
    for (int i = 0; i < points.values().length; i++) {
      centred.data[i] = points.values()[i] - mean[i % size];
    }
    DMatrixRMaj covariance = new DMatrixRMaj(size, size);
    CommonOps_DDRM.multInner(centred, covariance);
    CommonOps_DDRM.divide(covariance, points.count());
    return new Moments(mean, covariance);
  }

  int size() {
    return mean.length;
  }
}
