package org.ricvae.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.baseline.ProbabilisticRpca.Options;
import org.ricvae.data.InputException;

class ProbabilisticRpcaTest {
  /** Eq. 12 at given λ, with Ψ as a dense matrix. */
  static double objective(double[] w, double[] b, double[] x, double[] lambda, int x0) {
    int d = b.length;
    int kappa = w.length / d;
    double[] psi = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        for (int k = 0; k < kappa; k++) {
          psi[i * d + j] += w[i * kappa + k] * w[j * kappa + k];
        }
      }
      psi[i * d + i] += lambda[x0 + i];
    }
    Lapack.Eigen eigen = Lapack.eigen(new Matrix(d, d, psi));
    double sum = 0;
    for (int k = 0; k < d; k++) {
      double projection = 0;
      for (int j = 0; j < d; j++) {
        projection += eigen.vectors().get(k, j) * (x[x0 + j] - b[j]);
      }
      sum += projection * projection / eigen.values()[k] + Math.log(eigen.values()[k]);
    }
    return sum;
  }

  private static double total(double[] w, double[] b, Matrix data, double[] lambda) {
    double sum = 0;
    for (int i = 0; i < data.rows(); i++) {
      sum += objective(w, b, data.values(), lambda, i * data.columns());
    }
    return sum;
  }

  @Test
  void theObjectiveIsThatOfTheDenseMatrices() {
    Synthetic data = Synthetic.of(12, 7, 2, 0.1, 1);
    ProbabilisticRpca fit =
        ProbabilisticRpca.fit(data.dirty(), new Options(3, 1e-2, 0, 10, 0), Progress.NONE);
    double expected =
        total(fit.weights().values(), fit.offset(), data.dirty(), fit.variances().values());
    assertThat(fit.objective()).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30})
  void theObjectiveNeverRises(int annealing) {
    List<Double> objectives = new ArrayList<>();
    ProbabilisticRpca fit =
        ProbabilisticRpca.fit(
            Synthetic.of(40, 20, 3, 0.1, 2).dirty(),
            new Options(4, 1e-4, annealing, 200, 0),
            (iteration, limit, objective) -> objectives.add(objective));
    objectives.add(fit.objective());
    assertThat(objectives).hasSize(201);
    for (int i = 1; i < objectives.size(); i++) {
      double before = objectives.get(i - 1);
      assertThat(objectives.get(i)).isLessThanOrEqualTo(before + 1e-10 * Math.abs(before));
    }
  }

  /** Where the updates stand still, so does the objective: central differences in W, b and λ. */
  @Test
  void fixedPointsAreStationary() {
    double floor = 0.3;
    Matrix data = Synthetic.of(10, 4, 1, 0.15, 3).dirty();
    ProbabilisticRpca fit =
        ProbabilisticRpca.fit(data, new Options(2, floor, 0, 60_000, 0), Progress.NONE);
    double[] w = fit.weights().values();
    double[] b = fit.offset();
    double[] lambda = fit.variances().values();
    for (double[] parameters : new double[][] {w, b}) {
      for (int i = 0; i < parameters.length; i++) {
        assertThat(slope(parameters, i, w, b, data, lambda)).isCloseTo(0, within(1e-4));
      }
    }
    int atFloor = 0;
    for (int i = 0; i < lambda.length; i++) {
      double slope = slope(lambda, i, w, b, data, lambda);
      if (lambda[i] > floor) {
        assertThat(slope).isCloseTo(0, within(1e-4));
      } else {
        assertThat(slope).isGreaterThan(-1e-4);
        atFloor++;
      }
    }
    assertThat(atFloor).isBetween(1, lambda.length - 1);
  }

  private static double slope(
      double[] of, int at, double[] w, double[] b, Matrix data, double[] lambda) {
    double h = 1e-5;
    double value = of[at];
    of[at] = value + h;
    double above = total(w, b, data, lambda);
    of[at] = value - h;
    double below = total(w, b, data, lambda);
    of[at] = value;
    return (above - below) / (2 * h);
  }

  @Test
  void recoversALowRankMatrixUnderGrossErrors() {
    Synthetic data = Synthetic.of(200, 40, 3, 0.2, 4);
    ProbabilisticRpca fit =
        ProbabilisticRpca.fit(RpcaTest.rows(data.dirty(), 0, 160), Options.of(3), Progress.NONE);
    assertThat(Synthetic.relativeError(fit.lowRank(), RpcaTest.rows(data.lowRank(), 0, 160)))
        .isLessThan(1e-4);
    Matrix unseen = fit.reconstruct(RpcaTest.rows(data.dirty(), 160, 200));
    assertThat(Synthetic.relativeError(unseen, RpcaTest.rows(data.lowRank(), 160, 200)))
        .isLessThan(1e-4);
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(
            () ->
                ProbabilisticRpca.fit(
                    new Matrix(1, 2, new double[] {1, Double.NaN}), Options.of(1), Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> Options.of(0)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new Options(1, 0, 1, 1, 0)).isInstanceOf(InputException.class);
  }

  @Test
  void aConstantColumnIsNoTrouble() {
    double[] values = Synthetic.normal(20, 3, new SplittableRandom(1)).values();
    for (int i = 0; i < 20; i++) {
      values[3 * i] = 7;
    }
    ProbabilisticRpca fit =
        ProbabilisticRpca.fit(new Matrix(20, 3, values), Options.of(1), Progress.NONE);
    assertThat(fit.lowRank().get(5, 0)).isCloseTo(7, within(1e-2));
  }
}
