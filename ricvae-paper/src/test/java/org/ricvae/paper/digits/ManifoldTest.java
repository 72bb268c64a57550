package org.ricvae.paper.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ricvae.kernel.KernelProvider;

class ManifoldTest {
  private static Manifold of(Points real, Points generated) {
    return Manifold.of(KernelProvider.best(), real, generated);
  }

  private static Points normal(int n, double shift, double scale, long seed) {
    float[] values = Normals.draw(n, 3, seed);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (shift + scale * values[i]);
    }
    return new Points(values, 3);
  }

  private static double radius(Points points, int i, int k) {
    double[] all = new double[points.count()];
    for (int j = 0; j < all.length; j++) {
      all[j] = i == j ? Double.POSITIVE_INFINITY : points.squaredDistance(i, points, j);
    }
    Arrays.sort(all);
    return all[k - 1];
  }

  /** Shares and counts straight from the definitions of the two papers. */
  @Test
  void againstTheDefinitions() {
    Points real = normal(60, 0, 1, 1);
    Points made = normal(50, 0.7, 0.8, 2);
    double precision = 0;
    double density = 0;
    for (int g = 0; g < made.count(); g++) {
      boolean inside = false;
      for (int r = 0; r < real.count(); r++) {
        double d = made.squaredDistance(g, real, r);
        inside |= d <= radius(real, r, 3);
        density += d <= radius(real, r, 5) ? 1 : 0;
      }
      precision += inside ? 1 : 0;
    }
    double recall = 0;
    double coverage = 0;
    for (int r = 0; r < real.count(); r++) {
      boolean inside = false;
      boolean covered = false;
      for (int g = 0; g < made.count(); g++) {
        double d = made.squaredDistance(g, real, r);
        inside |= d <= radius(made, g, 3);
        covered |= d <= radius(real, r, 5);
      }
      recall += inside ? 1 : 0;
      coverage += covered ? 1 : 0;
    }
    Manifold manifold = of(real, made);
    assertThat(manifold.precision()).isCloseTo(precision / 50, within(1e-12));
    assertThat(manifold.recall()).isCloseTo(recall / 60, within(1e-12));
    assertThat(manifold.density()).isCloseTo(density / 50 / 5, within(1e-12));
    assertThat(manifold.coverage()).isCloseTo(coverage / 60, within(1e-12));
  }

  @Test
  void oneDistribution() {
    Manifold manifold = of(normal(1_500, 0, 1, 3), normal(1_500, 0, 1, 4));
    assertThat(manifold.precision()).isBetween(0.9, 1.0);
    assertThat(manifold.recall()).isBetween(0.9, 1.0);
    assertThat(manifold.density()).isCloseTo(1, within(0.1));
    // 1 − 2^−k for the same distribution (Naeem et al. 2020, Section 3.3).
    assertThat(manifold.coverage()).isCloseTo(1 - Math.pow(2, -5), within(0.02));
    assertThat(manifold.f()).isBetween(0.9, 1.0);
  }

  @Test
  void farApart() {
    Manifold manifold = of(normal(100, 0, 1, 5), normal(100, 100, 1, 6));
    assertThat(manifold).isEqualTo(new Manifold(0, 0, 0, 0));
    assertThat(manifold.f()).isZero();
  }

  @Test
  void oneSampleAgainAndAgainHasPrecisionButNothingElse() {
    Manifold manifold = of(normal(400, 0, 1, 7), new Points(new float[300], 3));
    assertThat(manifold.precision()).isEqualTo(1);
    assertThat(manifold.recall()).isZero();
    assertThat(manifold.coverage()).isLessThan(0.1);
    assertThat(manifold.f()).isZero();
  }
}
