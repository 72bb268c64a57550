package org.ricvae.paper.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistancesTest {
  private static double[] values(int n, double low, double high, long seed) {
    return new SplittableRandom(seed).doubles(n, low, high).toArray();
  }

  private static Distances of(double[] distances) {
    return Distances.ofSquared(Arrays.stream(distances).map(d -> d * d).toArray());
  }

  private static double share(double[] values, double below) {
    return (double) Arrays.stream(values).filter(v -> v <= below).count() / values.length;
  }

  @Test
  void kolmogorovSmirnovIsTheLargestGap() {
    double[] a = values(3_000, 1, 6, 1);
    double[] b = values(2_000, 2, 9, 2);
    double gap = 0;
    for (double at : a) {
      gap = Math.max(gap, Math.abs(share(a, at) - share(b, at)));
    }
    for (double at : b) {
      gap = Math.max(gap, Math.abs(share(a, at) - share(b, at)));
    }
    assertThat(of(a).kolmogorovSmirnov(of(b))).isCloseTo(gap, within(0.003));
    assertThat(of(b).kolmogorovSmirnov(of(a))).isEqualTo(of(a).kolmogorovSmirnov(of(b)));
    assertThat(of(a).kolmogorovSmirnov(of(a))).isZero();
    assertThat(of(values(9, 0, 1, 3)).kolmogorovSmirnov(of(values(7, 4, 5, 4)))).isEqualTo(1);
  }

  @Test
  void quantilesAndShares() {
    double[] a = values(5_001, 1, 6, 5);
    Distances distances = of(a);
    double[] sorted = a.clone();
    Arrays.sort(sorted);
    assertThat(distances.total()).isEqualTo(5_001);
    assertThat(distances.mean()).isCloseTo(Arrays.stream(a).average().orElseThrow(), within(1e-9));
    assertThat(distances.quantile(0.5)).isCloseTo(sorted[2_500], within(Distances.WIDTH));
    assertThat(distances.quantile(0.01)).isCloseTo(sorted[50], within(Distances.WIDTH));
    assertThat(distances.below(2)).isCloseTo(share(a, 2), within(1e-9));
    assertThat(Arrays.stream(distances.coarse(50, 40)).sum()).isEqualTo(5_001);
  }

  @Test
  void zeroIsADistance() {
    Distances zero = Distances.ofSquared(new double[3]);
    assertThat(zero.total()).isEqualTo(3);
    assertThat(zero.mean()).isZero();
    assertThat(zero.quantile(0.5)).isEqualTo(Distances.WIDTH);
  }
}
