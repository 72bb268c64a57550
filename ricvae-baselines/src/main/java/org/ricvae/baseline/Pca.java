package org.ricvae.baseline;

import org.ricvae.data.InputException;

/**
 * Plain principal component analysis, the reference that gross errors upset.
 *
 * @param mean of each value
 * @param subspace spanned by the principal components, of samples less the mean
 */
public record Pca(double[] mean, Subspace subspace) {
  /**
   * The leading components; fewer where the data have no more.
   *
   * @param data {@code [samples × values]}
   * @param components at least 1
   * @throws InputException where a value is missing or infinite, or all samples are the same
   */
  public static Pca fit(Matrix data, int components) {
    data.requireFinite("PCA");
    if (components < 1) {
      throw new InputException(
          "PCA: %d components is out of range, allowed are 1 and more".formatted(components));
    }
    double[] mean = new double[data.columns()];
    for (int i = 0; i < data.values().length; i++) {
      mean[i % mean.length] += data.values()[i] / data.rows();
    }
    Matrix centred = shifted(data, mean, -1);
    double rounding = 1e-8 * Math.sqrt(data.squaredNorm());
    SingularVectors vectors = SingularVectors.over(rounding, components, centred);
    if (vectors == null) {
      throw new InputException(
          "PCA: all %d samples are the same, which leaves no component; give data that vary"
              .formatted(data.rows()));
    }
    return new Pca(mean, Subspace.spannedBy(vectors));
  }

  /** The nearest points that mean and components can give: {@code [n × values]}. */
  public Matrix reconstruct(Matrix samples) {
    samples.requireFinite("PCA").requireColumns(mean.length, "PCA");
    return shifted(subspace.projectLeastSquares(shifted(samples, mean, -1)), mean, 1);
  }

  private static Matrix shifted(Matrix a, double[] by, int sign) {
    double[] values = a.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += sign * by[i % by.length];
    }
    return new Matrix(a.rows(), a.columns(), values);
  }
}
