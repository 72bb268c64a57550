package org.ricvae.baseline;

/**
 * A linear subspace, through the origin, of the space of samples.
 *
 * @param basis {@code [dimensions × values]}, orthonormal rows
 */
public record Subspace(Matrix basis) {
  private static final int MAX_ITERATIONS = 500;

  /** On both residuals of ADMM, relative to the sample. The ℓ1 residual is then good to 1e-3. */
  private static final double TOLERANCE = 1e-4;

  /** Relaxation of ADMM: Boyd et al. 2011, section 3.4.3, recommend 1.5 to 1.8. */
  private static final double RELAXATION = 1.6;

  /** Samples that are worked on together: they wait for the slowest among them. */
  private static final int ROWS_AT_ONCE = 128;

  /** What right singular vectors span; they are made orthonormal to the last digits. */
  static Subspace spannedBy(SingularVectors vectors) {
    Matrix right = vectors.right();
    return new Subspace(SingularVectors.over(0, right.rows(), right).right());
  }

  /** The nearest points under ℓ2: x VᵀV. */
  public Matrix projectLeastSquares(Matrix samples) {
    return Lapack.product(Lapack.productTransposed(samples, basis), basis);
  }

  /**
   * For each sample x the point cV of the subspace that minimises ‖x − cV‖₁, so that gross errors
   * in some of its values do not pull it away: least absolute deviations by ADMM (Boyd et al. 2011,
   * section 6.1).
   *
   * @param samples {@code [n × values]}
   * @return {@code [n × values]}, points of the subspace
   */
  public Matrix project(Matrix samples) {
    int columns = samples.columns();
    double[] result = new double[samples.values().length];
    for (int from = 0; from < samples.rows(); from += ROWS_AT_ONCE) {
      int rows = Math.min(ROWS_AT_ONCE, samples.rows() - from);
      double[] x = new double[rows * columns];
      System.arraycopy(samples.values(), from * columns, x, 0, x.length);
      double[] p = project(x, rows, columns);
      System.arraycopy(p, 0, result, from * columns, p.length);
    }
    return new Matrix(samples.rows(), columns, result);
  }

  private double[] project(double[] x, int rows, int columns) {
    double[] p = projectLeastSquares(new Matrix(rows, columns, x)).values();
    double[] s = new double[x.length];
    double[] u = new double[x.length];
    double[] width = new double[rows];
    for (int i = 0; i < x.length; i++) {
      width[i / columns] += Math.abs(x[i] - p[i]) / columns;
    }
    boolean done = false;
    for (int iteration = 0; iteration < MAX_ITERATIONS && !done; iteration++) {
      double[] target = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        target[i] = x[i] - s[i] - u[i];
      }
      p = projectLeastSquares(new Matrix(rows, columns, target)).values();
      done = true;
      for (int i = 0; i < rows; i++) {
        done &= step(x, p, s, u, i * columns, columns, width[i]);
      }
    }
    return p;
  }

  /**
   * One sample's residual s and scaled dual u, with the penalty 1 / width: a typical residual, so
   * that the sample's units do not matter. Returns whether it has converged.
   */
  private static boolean step(
      double[] x, double[] p, double[] s, double[] u, int from, int n, double width) {
    double primal = 0;
    double dual = 0;
    double scale = 0;
    for (int j = from; j < from + n; j++) {
      double relaxed = RELAXATION * p[j] + (1 - RELAXATION) * (x[j] - s[j]);
      double a = x[j] - relaxed - u[j];
      double next = Rpca.soft(a, width);
      u[j] = next - a;
      double gap = next + p[j] - x[j];
      primal += gap * gap;
      dual += (next - s[j]) * (next - s[j]);
      scale += x[j] * x[j];
      s[j] = next;
    }
    return Math.max(primal, dual) <= TOLERANCE * TOLERANCE * scale;
  }
}
