package org.ricvae.paper.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class FrechetTest {
  private static Moments moments(double[] mean, double... covariance) {
    return new Moments(mean, new DMatrixRMaj(mean.length, mean.length, true, covariance));
  }

  @Test
  void alongTheAxes() {
    Moments a = moments(new double[] {1, 2, 3}, 4, 0, 0, 0, 9, 0, 0, 0, 0);
    Moments b = moments(new double[] {1, 0, 3}, 1, 0, 0, 0, 25, 0, 0, 0, 16);
    assertThat(Frechet.distance(a, b)).isCloseTo(4 + 1 + 4 + 16, within(1e-9));
    assertThat(Frechet.distance(a, a)).isCloseTo(0, within(1e-9));
  }

  /** For 2 x 2, tr M^½ = (tr M + 2 (det M)^½)^½ with M = C₁ C₂. */
  @Test
  void oblique() {
    Moments a = moments(new double[2], 2, 0.9, 0.9, 1);
    Moments b = moments(new double[2], 0.5, -0.3, -0.3, 3);
    DMatrixRMaj m = new DMatrixRMaj(2, 2);
    CommonOps_DDRM.mult(a.covariance(), b.covariance(), m);
    double root = Math.sqrt(CommonOps_DDRM.trace(m) + 2 * Math.sqrt(CommonOps_DDRM.det(m)));
    assertThat(Frechet.distance(a, b)).isCloseTo(3 + 3.5 - 2 * root, within(1e-9));
    assertThat(Frechet.distance(b, a)).isCloseTo(Frechet.distance(a, b), within(1e-9));
  }

  @Test
  void momentsOfPoints() {
    Points points = NeighboursTest.random(40, 3, 5, 1);
    Moments moments = Moments.of(points);
    for (int a = 0; a < 3; a++) {
      double mean = 0;
      for (int i = 0; i < 40; i++) {
        mean += points.values()[3 * i + a] / 40.0;
      }
      assertThat(moments.mean()[a]).isCloseTo(mean, within(1e-12));
      for (int b = 0; b < 3; b++) {
        double sum = 0;
        for (int i = 0; i < 40; i++) {
          sum +=
              (points.values()[3 * i + a] - moments.mean()[a])
                  * (points.values()[3 * i + b] - moments.mean()[b]);
        }
        assertThat(moments.covariance().get(a, b)).isCloseTo(sum / 40, within(1e-12));
      }
    }
  }

  @Test
  void twoSamplesOfOneDistributionAreClose() {
    Moments a = Moments.of(new Points(Normals.draw(4_000, 16, 1), 16));
    Moments b = Moments.of(new Points(Normals.draw(4_000, 16, 2), 16));
    assertThat(Frechet.distance(a, b)).isBetween(0.0, 0.05);
  }
}
