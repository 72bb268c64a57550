package org.ricvae.paper.outliers;

import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;

/**
 * Features made ready for every method alike: each column less its mean, over its standard
 * deviation; columns that never change are left out. No label is seen.
 */
final class Standardized {
  /** A column that varies less than this, beside its mean, varies by rounding only. */
  private static final double ROUNDING = 1e-6;

  private Standardized() {}

  /** All samples, in memory. At least one column has to vary. */
  static Samples of(Samples samples) {
    int n = Math.toIntExact(samples.count());
    int d = samples.shape().size();
    float[] x = new float[n * d];
    samples.read(0, n, x, 0);
    double[] mean = new double[d];
    double[] deviation = new double[d];
    int kept = 0;
    for (int j = 0; j < d; j++) {
      for (int i = 0; i < n; i++) {
        mean[j] += x[i * d + j] / (double) n;
      }
      double squares = 0;
      for (int i = 0; i < n; i++) {
        squares += Math.pow(x[i * d + j] - mean[j], 2);
      }
      deviation[j] = Math.sqrt(squares / n);
      deviation[j] = deviation[j] > ROUNDING * Math.abs(mean[j]) ? deviation[j] : 0;
      kept += deviation[j] > 0 ? 1 : 0;
    }
    float[] z = new float[n * kept];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        if (deviation[j] > 0) {
          z[at++] = (float) ((x[i * d + j] - mean[j]) / deviation[j]);
        }
      }
    }
    return Samples.of(SampleShape.vector(kept), z);
  }
}
