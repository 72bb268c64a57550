package org.ricvae.paper.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PosteriorsTest {
  private static final int N = 40_000;

  private static float[] normal(double mean, double deviation, long seed) {
    float[] z = Normals.draw(N, 1, seed);
    for (int i = 0; i < N; i++) {
      z[i] = (float) (mean + deviation * z[i]);
    }
    return z;
  }

  @Test
  void divergenceFromStandardNormal() {
    assertThat(NormalDivergence.of(normal(0, 1, 1))).isBetween(0.0, 0.003);
    assertThat(NormalDivergence.of(normal(0.5, 1, 2))).isCloseTo(0.125, within(0.01));
    // (σ² − 1 − log σ²)/2
    assertThat(NormalDivergence.of(normal(0, 0.5, 3)))
        .isCloseTo((0.25 - 1 - Math.log(0.25)) / 2, within(0.02));
    assertThat(NormalDivergence.of(normal(-90, 1, 4))).isGreaterThan(9);
  }

  /** Means N(0, ½) and variance ½ in the first dimension; the second is the prior. */
  private static Posteriors normalPosteriors() {
    float[] means = new float[2 * N];
    float[] variances = new float[2 * N];
    float[] first = normal(0, Math.sqrt(0.5), 5);
    for (int i = 0; i < N; i++) {
      means[2 * i] = first[i];
      variances[2 * i] = 0.5f;
      variances[2 * i + 1] = 1;
    }
    return Posteriors.of(means, variances, 2, 6);
  }

  @Test
  void posteriorsThatAddUpToThePrior() {
    Aggregated all = Aggregated.of(normalPosteriors());
    assertThat(all.active()).containsExactly(0);
    assertThat(all.largestMean()).isLessThan(0.02);
    assertThat(all.covarianceDistance()).isLessThan(0.03);
    assertThat(all.gaussianDivergence()).isBetween(0.0, 0.001);
    assertThat(all.divergence()).isBetween(0.0, 0.006);
    // (½ − log ½ − 1 + ½)/2
    assertThat(all.rates().get(0)).isCloseTo(Math.log(2) / 2, within(0.01));
    assertThat(all.rates().get(1)).isCloseTo(0, within(1e-9));
    assertThat(all.squaresCorrelation()).as("one dimension has no partner").isZero();
  }

  @Test
  void momentsAreThoseOfTheDraws() {
    Posteriors posteriors = normalPosteriors();
    Moments exact = posteriors.moments();
    Moments drawn = Moments.of(posteriors.draws());
    for (int i = 0; i < 4; i++) {
      assertThat(exact.covariance().data[i]).isCloseTo(drawn.covariance().data[i], within(0.03));
    }
  }

  @Test
  void spreadsThatDependOnOneAnother() {
    // Both dimensions share a scale: 0.1 or 1.4.
    float[] means = Normals.draw(N, 2, 7);
    float[] variances = new float[2 * N];
    for (int i = 0; i < 2 * N; i++) {
      means[i] *= i / 2 % 2 == 0 ? 0.1f : 1.4f;
      variances[i] = 1e-6f;
    }
    double correlation = Aggregated.of(Posteriors.of(means, variances, 2, 8)).squaresCorrelation();
    // s² is 0.01 or 1.96: Var(s²) = 0.9506, E s⁴ = 1.9209; corr = Var(s²)/(3 E s⁴ − (E s²)²).
    assertThat(correlation).isCloseTo(0.9506 / (3 * 1.92085 - 0.970225), within(0.02));
  }
}
