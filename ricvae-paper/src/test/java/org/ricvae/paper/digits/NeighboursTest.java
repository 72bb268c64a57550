package org.ricvae.paper.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.SharedData;

/** Neighbours and balls against plain double loops. */
class NeighboursTest {
  private static final Kernels KERNELS = KernelProvider.best();

  static Points random(int n, int size, double offset, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[n * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (offset + random.nextDouble());
    }
    return new Points(values, size);
  }

  /** Squared distances of a query to all of the base, ascending. */
  private static double[] brute(Points base, Points queries, int query, boolean others) {
    double[] all = new double[base.count()];
    for (int o = 0; o < all.length; o++) {
      for (int j = 0; j < base.size(); j++) {
        double d =
            (double) queries.values()[query * base.size() + j] - base.values()[o * base.size() + j];
        all[o] += d * d;
      }
      if (others && o == query) {
        all[o] = Double.POSITIVE_INFINITY;
      }
    }
    Arrays.sort(all);
    return all;
  }

  private static void check(Points base, Points queries, int k) {
    double[] squared = Neighbours.squared(KERNELS, base, queries, k, share -> {});
    assertThat(squared).hasSize(queries.count() * k);
    for (int q = 0; q < queries.count(); q++) {
      assertThat(Arrays.copyOfRange(squared, q * k, (q + 1) * k))
          .containsExactly(Arrays.copyOf(brute(base, queries, q, false), k));
    }
  }

  private static void checkAmong(Points points, int k) {
    double[] squared = Neighbours.squaredAmong(KERNELS, points, k, share -> {});
    for (int q = 0; q < points.count(); q++) {
      assertThat(Arrays.copyOfRange(squared, q * k, (q + 1) * k))
          .containsExactly(Arrays.copyOf(brute(points, points, q, true), k));
    }
  }

  @Test
  void nearestOfManyAreThoseOfADoubleLoop() {
    check(random(700, 37, 0, 1), random(301, 37, 0, 2), 3);
    check(random(1, 5, 0, 1), random(33, 5, 0, 2), 1);
    checkAmong(random(300, 8, 0, 3), 5);
    checkAmong(random(2, 8, 0, 3), 1);
  }

  @Test
  void cancellationDoesNotMatter() {
    // Squared norms near 4e7, squared distances near 6: single precision alone would be noise.
    check(random(200, 40, 1_000, 4), random(70, 40, 1_000, 5), 2);
    checkAmong(random(150, 40, 1_000, 6), 3);
  }

  @Test
  void duplicatesAreNeighboursOfOneAnother() {
    float[] values = new float[60 * 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.floorDiv(i, 8);
    }
    checkAmong(new Points(values, 4), 2);
    assertThat(Neighbours.squaredAmong(KERNELS, new Points(values, 4), 1, share -> {}))
        .containsOnly(0);
  }

  @Test
  void realDigits() {
    Images digits =
        Images.of(
            DataFiles.open(
                SharedData.file("mnist/t10k-images-idx3-ubyte.gz"), ReadOptions.DEFAULT));
    Points base = Pixels.of(digits, 0, 600);
    check(base, Pixels.of(digits, 600, 150), 1);
    checkAmong(base, 1);
  }

  @Test
  void moreNeighboursThanPointsAreRefused() {
    Points points = random(4, 3, 0, 7);
    assertThatThrownBy(() -> Neighbours.squaredAmong(KERNELS, points, 4, share -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("4 nearest of 3 points");
    assertThatThrownBy(() -> new Points(new float[5], 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ballsAroundPoints() {
    for (double offset : new double[] {0, 1_000}) {
      Points centres = random(170, 6, offset, 8);
      Points points = random(90, 6, offset, 9);
      double[] radii = new SplittableRandom(10).doubles(170, 0, 1).toArray();
      // On the surface, which counts.
      radii[3] = centres.squaredDistance(3, points, 5);
      int[] expected = new int[points.count()];
      for (int i = 0; i < points.count(); i++) {
        for (int c = 0; c < centres.count(); c++) {
          expected[i] += points.squaredDistance(i, centres, c) <= radii[c] ? 1 : 0;
        }
      }
      assertThat(expected[5]).isPositive();
      assertThat(new Balls(KERNELS, centres, radii).containing(points)).isEqualTo(expected);
    }
  }
}
