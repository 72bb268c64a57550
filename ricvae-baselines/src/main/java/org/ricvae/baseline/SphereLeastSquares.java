package org.ricvae.baseline;

/**
 * Least squares on the unit sphere,
 *
 * <pre>
 * min over ‖α‖ = 1 of αᵀAα − 2 bᵀα,
 * </pre>
 *
 * for a symmetric A and many b. Its solution is α = (A − λ*I)⁻¹ b, where λ* is the smallest real
 * eigenvalue of [[A, −I], [−bbᵀ, A]] (Gander, Golub and von Matt 1989): the smallest root of ‖(A −
 * λI)⁻¹ b‖ = 1, which lies under the smallest eigenvalue of A. With A = UᵀDU taken apart once, the
 * root is found on n numbers.
 */
final class SphereLeastSquares {
  private static final int MAX_STEPS = 200;

  private final double[] values;
  private final Matrix vectors;
  private final double tiny;

  /**
   * Takes A apart.
   *
   * @param a symmetric, {@code [n × n]}; only its upper half is read
   */
  SphereLeastSquares(Matrix a) {
    Lapack.Eigen eigen = Lapack.eigen(a);
    values = eigen.values();
    vectors = eigen.vectors();
    double largest = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
    tiny = Math.max(Double.MIN_NORMAL, Math.ulp(largest));
  }

  /**
   * A solution.
   *
   * @param alpha α, of length one
   * @param lambda λ*
   * @param value αᵀAα − 2 bᵀα
   */
  record Solution(double[] alpha, double lambda, double value) {}

  /** The solution for one b. */
  Solution solve(double[] b) {
    int n = values.length;
    double[] beta = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        beta[i] += vectors.get(i, j) * b[j];
      }
    }
    double shift = shift(beta);
    double rest = 0;
    double[] c = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      c[i] = beta[i] / (values[i] - values[0] + shift);
      rest += i > 0 ? c[i] * c[i] : 0;
    }
    if (shift <= tiny) {
      // The hard case: b has no part along the first eigenvector, of which any amount may be added.
      c[0] = Math.sqrt(Math.max(0, 1 - rest));
    }
    double[] alpha = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        alpha[j] += c[i] * vectors.get(i, j);
      }
    }
    double value = 0;
    for (int i = 0; i < n; i++) {
      value += c[i] * (values[i] * c[i] - 2 * beta[i]);
    }
    return new Solution(alpha, values[0] - shift, value);
  }

  /**
   * The distance of λ* under the smallest eigenvalue: the root of 1 / ‖c(shift)‖ = 1 by Newton's
   * method, for that function is all but a straight line, kept within brackets.
   */
  private double shift(double[] beta) {
    double low = tiny;
    double high = tiny;
    for (int i = 0; i < beta.length; i++) {
      low = Math.max(low, Math.abs(beta[i]) - (values[i] - values[0]));
      high += beta[i] * beta[i];
    }
    high = Math.max(low, Math.sqrt(high));
    double x = low;
    for (int step = 0; step < MAX_STEPS && high > low; step++) {
      double squares = 0;
      double cubes = 0;
      for (int i = 0; i < beta.length; i++) {
        double distance = values[i] - values[0] + x;
        double c = beta[i] / distance;
        squares += c * c;
        cubes += c * c / distance;
      }
      if (squares >= 1) {
        low = x;
      } else {
        high = x;
      }
      double next = x + (Math.sqrt(squares) - 1) * squares / cubes;
      if (!(next > low && next < high)) {
        next = (low + high) / 2;
      }
      if (Math.abs(next - x) <= 4 * Math.ulp(x)) {
        return next;
      }
      x = next;
    }
    return x;
  }
}
