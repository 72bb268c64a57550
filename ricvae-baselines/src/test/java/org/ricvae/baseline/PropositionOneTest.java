package org.ricvae.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * Proposition 1: Σ_i h_i(W, b) ≥ L(θ, φ; X) of eq. 8, for any W and b and an encoder that is
 * stationary (the infinite capacity of its premise); for another encoder L may be anything.
 *
 * <p>L is taken with its constants, twice the bound of eq. 1 without d log 2π: the KL term with its
 * −κ, and E[r²/σ²] = d of eq. 6 at the optimal σ² = r² of eq. 7,
 *
 * <pre>
 * L = tr Σ + ‖m‖² − log |Σ| − κ + d + Σ_j E log r_j²      r_j ~ N(x_j − b_j − w_jᵀm, w_jᵀ Σ w_j)
 * </pre>
 *
 * where E log r² has a closed form: log s² + E log χ'²₁(μ²/s²), a Poisson mixture of digammas.
 */
class PropositionOneTest {
  private static final int D = 6;

  private record Case(double[] w, double[] b, double[] x, int kappa) {
    static Case random(SplittableRandom random, int kappa) {
      double[] w = Synthetic.normal(D, kappa, random).values();
      double[] b = Synthetic.normal(1, D, random).values();
      double[] x = Synthetic.normal(1, D, random).values();
      x[random.nextInt(D)] += 5;
      return new Case(w, b, x, kappa);
    }

    LatentPosterior posterior(double[] lambda) {
      return LatentPosterior.of(
          new Matrix(D, kappa, w), b, new Matrix(1, D, x), new Matrix(1, D, lambda));
    }

    /** λ that attains h(W, b), with a floor so low that it seldom matters. */
    double[] variances() {
      double[] lambda = new double[D];
      Arrays.fill(lambda, 1);
      for (int i = 0; i < 500; i++) {
        lambda = posterior(lambda).variances(1e-6).values();
      }
      return lambda;
    }
  }

  /** Σ of the one sample, both halves. */
  private static double[] covariance(LatentPosterior posterior) {
    int kappa = posterior.means().columns();
    double[] full = new double[kappa * kappa];
    Packed.unpack(posterior.covariances(), 0, full, kappa);
    for (int k = 0; k < kappa; k++) {
      for (int l = 0; l < k; l++) {
        full[l * kappa + k] = full[k * kappa + l];
      }
    }
    return full;
  }

  @RepeatedTest(40)
  void theObjectiveLiesBelowTheBoundWhereTheEncoderIsOptimal(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    Case c = Case.random(random, 1 + repetition.getCurrentRepetition() % D);
    LatentPosterior posterior = c.posterior(c.variances());
    double objective = conditional(c, posterior.means().values(), covariance(posterior));
    assertThat(objective).isLessThan(posterior.objective());
  }

  /** The step of the proof that holds for every encoder and every Λ; h is its infimum. */
  @RepeatedTest(40)
  void forAnyEncoderItLiesBelowTheBoundBeforeTheInfimum(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(100 + repetition.getCurrentRepetition());
    int kappa = 1 + repetition.getCurrentRepetition() % D;
    Case c = Case.random(random, kappa);
    double[] m = Synthetic.normal(1, kappa, random).values();
    double[] root = Synthetic.normal(kappa, kappa, random).values();
    Matrix factor = new Matrix(kappa, kappa, root);
    double[] sigma = Lapack.productTransposed(factor, factor).values();
    double[] lambda = new double[D];
    for (int j = 0; j < D; j++) {
      lambda[j] = Math.exp(3 * random.nextGaussian());
    }
    double bound = quadratic(c, m, sigma, lambda);
    assertThat(conditional(c, m, sigma)).isLessThan(bound);
    LatentPosterior posterior = c.posterior(lambda);
    double best = posterior.objective();
    assertThat(best).isLessThanOrEqualTo(bound);
    assertThat(quadratic(c, posterior.means().values(), covariance(posterior), lambda))
        .isCloseTo(best, within(1e-9 * Math.abs(best)));
    assertThat(best)
        .isCloseTo(
            ProbabilisticRpcaTest.objective(c.w(), c.b(), c.x(), lambda, 0),
            within(1e-8 * Math.abs(best)));
  }

  @Test
  void theClosedFormAgreesWithDraws() {
    SplittableRandom random = new SplittableRandom(1);
    for (double[] moments : new double[][] {{0, 1}, {0.5, 2}, {3, 0.5}, {-20, 1}}) {
      double sum = 0;
      int n = 400_000;
      for (int i = 0; i < n; i++) {
        double r = moments[0] + Math.sqrt(moments[1]) * random.nextGaussian();
        sum += Math.log(r * r);
      }
      assertThat(expectedLogSquare(moments[0], moments[1])).isCloseTo(sum / n, within(0.02));
    }
  }

  /** Eq. 8 with its constants. */
  private static double conditional(Case c, double[] m, double[] sigma) {
    double sum = divergence(c.kappa(), m, sigma) + D;
    for (int j = 0; j < D; j++) {
      sum += expectedLogSquare(residual(c, m, j), spread(c, sigma, j));
    }
    return sum;
  }

  /** The same before Σx is solved for: E[r²] / λ + log λ in place of 1 + E[log r²]. */
  private static double quadratic(Case c, double[] m, double[] sigma, double[] lambda) {
    double sum = divergence(c.kappa(), m, sigma);
    for (int j = 0; j < D; j++) {
      double r = residual(c, m, j);
      sum += (r * r + spread(c, sigma, j)) / lambda[j] + Math.log(lambda[j]);
    }
    return sum;
  }

  /** Eq. 4 with its constant. */
  private static double divergence(int kappa, double[] m, double[] sigma) {
    double sum = -kappa;
    for (double eigenvalue : Lapack.eigen(new Matrix(kappa, kappa, sigma)).values()) {
      sum += eigenvalue - Math.log(eigenvalue);
    }
    for (double value : m) {
      sum += value * value;
    }
    return sum;
  }

  private static double residual(Case c, double[] m, int j) {
    double r = c.x()[j] - c.b()[j];
    for (int k = 0; k < c.kappa(); k++) {
      r -= c.w()[j * c.kappa() + k] * m[k];
    }
    return r;
  }

  private static double spread(Case c, double[] sigma, int j) {
    double sum = 0;
    for (int k = 0; k < c.kappa(); k++) {
      for (int l = 0; l < c.kappa(); l++) {
        sum += c.w()[j * c.kappa() + k] * sigma[k * c.kappa() + l] * c.w()[j * c.kappa() + l];
      }
    }
    return sum;
  }

  /** E log r² for r ~ N(mean, variance). */
  private static double expectedLogSquare(double mean, double variance) {
    double half = mean * mean / variance / 2;
    if (half > 300) {
      // Two terms of the expansion about the mean; the next is of the order 1 / half².
      return Math.log(mean * mean) - 1 / (2 * half);
    }
    double digamma = -Math.log(4) - 0.5772156649015329;
    double weight = Math.exp(-half);
    double sum = 0;
    for (int k = 0; k < 1_000; k++) {
      sum += weight * digamma;
      digamma += 1 / (k + 0.5);
      weight *= half / (k + 1);
    }
    return sum + Math.log(2 * variance);
  }
}
