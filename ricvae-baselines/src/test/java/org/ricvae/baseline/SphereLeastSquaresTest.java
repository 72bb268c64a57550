package org.ricvae.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.openblas.global.openblas;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SphereLeastSquaresTest {
  private static Matrix symmetric(int n, SplittableRandom random) {
    Matrix factor = Synthetic.normal(n, n - 1, random);
    return Lapack.productTransposed(factor, factor);
  }

  /** The smallest real eigenvalue of [[A, −I], [−bbᵀ, A]], by LAPACK's general eigen-solver. */
  private static double smallestReal(Matrix a, double[] b) {
    int n = b.length;
    double[] m = new double[4 * n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        m[i * 2 * n + j] = a.get(i, j);
        m[(n + i) * 2 * n + n + j] = a.get(i, j);
        m[(n + i) * 2 * n + j] = -b[i] * b[j];
      }
      m[i * 2 * n + n + i] = -1;
    }
    double[] real = new double[2 * n];
    double[] imaginary = new double[2 * n];
    int info =
        openblas.LAPACKE_dgeev(
            openblas.LAPACK_ROW_MAJOR,
            (byte) 'N',
            (byte) 'N',
            2 * n,
            m,
            2 * n,
            real,
            imaginary,
            new double[2 * n],
            2 * n,
            new double[2 * n],
            2 * n);
    assertThat(info).isZero();
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 2 * n; i++) {
      if (Math.abs(imaginary[i]) < 1e-9) {
        smallest = Math.min(smallest, real[i]);
      }
    }
    return smallest;
  }

  @RepeatedTest(20)
  void agreesWithTheDenseEigenvalueProblem(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int n = 2 + repetition.getCurrentRepetition();
    Matrix a = symmetric(n, random);
    double[] b = Synthetic.normal(1, n, random).values();
    double scale = Math.pow(10, repetition.getCurrentRepetition() % 5 - 2);
    for (int i = 0; i < n; i++) {
      b[i] *= scale;
    }
    SphereLeastSquares.Solution solution = new SphereLeastSquares(a).solve(b);
    assertThat(solution.lambda()).isCloseTo(smallestReal(a, b), within(1e-7 * (1 + scale)));
    double norm = 0;
    for (int i = 0; i < n; i++) {
      norm += solution.alpha()[i] * solution.alpha()[i];
      double left = -solution.lambda() * solution.alpha()[i];
      for (int j = 0; j < n; j++) {
        left += a.get(i, j) * solution.alpha()[j];
      }
      assertThat(left).isCloseTo(b[i], within(1e-9 * (1 + scale)));
    }
    assertThat(norm).isCloseTo(1, within(1e-10));
    assertThat(solution.value())
        .isCloseTo(value(a, b, solution.alpha()), within(1e-9 * (1 + scale)));
    for (int trial = 0; trial < 200; trial++) {
      double[] other = Synthetic.normal(1, n, random).values();
      double nudge = trial % 2 == 0 ? 1 : 0.01;
      for (int i = 0; i < n; i++) {
        other[i] = nudge * other[i] + (trial % 2 == 0 ? 0 : solution.alpha()[i]);
      }
      double length = Math.sqrt(Arrays.stream(other).map(v -> v * v).sum());
      double[] unit = Arrays.stream(other).map(v -> v / length).toArray();
      assertThat(value(a, b, unit)).isGreaterThanOrEqualTo(solution.value() - 1e-9);
    }
  }

  private static double value(Matrix a, double[] b, double[] alpha) {
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      sum -= 2 * b[i] * alpha[i];
      for (int j = 0; j < b.length; j++) {
        sum += alpha[i] * a.get(i, j) * alpha[j];
      }
    }
    return sum;
  }

  @Test
  void theHardCaseTakesWhatIsMissingFromTheFirstEigenvector() {
    Matrix a = new Matrix(2, 2, new double[] {1, 0, 0, 3});
    SphereLeastSquares.Solution solution = new SphereLeastSquares(a).solve(new double[] {0, 1});
    assertThat(solution.lambda()).isCloseTo(1, within(1e-12));
    assertThat(solution.alpha()[1]).isCloseTo(0.5, within(1e-9));
    assertThat(Math.abs(solution.alpha()[0])).isCloseTo(Math.sqrt(0.75), within(1e-9));
  }
}
