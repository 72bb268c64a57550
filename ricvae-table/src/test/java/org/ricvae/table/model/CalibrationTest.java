package org.ricvae.table.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  /** Distances of right cells are |N(0, 1)|, of wrong ones 2 + 6 U. */
  private static double[] distances(int n, double wrong, SplittableRandom random) {
    double[] d = new double[n];
    for (int i = 0; i < n; i++) {
      d[i] =
          random.nextDouble() < wrong
              ? 2 + 6 * random.nextDouble()
              : Math.abs(random.nextGaussian());
    }
    return d;
  }

  private static Calibration calibration(double wrong) {
    SplittableRandom random = new SplittableRandom(5);
    List<CellCalibration> columns =
        List.of(
            CellCalibration.fit(distances(4_000, wrong, random), distances(400, 1, random)),
            CellCalibration.fit(distances(4_000, wrong, random), distances(400, 1, random)));
    return Calibration.of(columns, new int[] {4_000, 4_000}, 2);
  }

  @Test
  void columnsMayDifferInDirt() {
    SplittableRandom random = new SplittableRandom(8);
    Calibration c =
        Calibration.of(
            List.of(
                CellCalibration.fit(distances(4_000, 0.1, random), distances(400, 1, random)),
                CellCalibration.fit(distances(4_000, 0, random), distances(400, 1, random))),
            new int[] {4_000, 4_000},
            2);
    assertThat(c.wrongShares().get(0)).isCloseTo(0.1, within(0.02));
    assertThat(c.wrongShares().get(1)).isLessThan(0.01);
    assertThat(c.power(0, c.threshold())).isGreaterThan(0.5);
  }

  @Test
  void shareOfWrongCellsIsFound() {
    assertThat(calibration(0.1).wrong()).isCloseTo(0.1, within(0.02));
    assertThat(calibration(0.02).wrong()).isCloseTo(0.02, within(0.01));
    assertThat(calibration(0).wrong()).isLessThan(0.005);
  }

  @Test
  void falseAlarmsAreWhatWasAskedFor() {
    Calibration c = calibration(0.05);
    double q = c.thresholdFor(0.01);
    // P(|N| > t) = 1 % at t = 2.576: fresh right cells at the same threshold.
    SplittableRandom random = new SplittableRandom(99);
    int alarms = 0;
    int n = 20_000;
    for (double d : distances(n, 0, random)) {
      alarms += c.cells().get(0).score(d) >= q ? 1 : 0;
    }
    assertThat(alarms / (double) n).isLessThan(0.02);
    assertThat(c.power(0, q)).isCloseTo((8 - 2.576) / 6, within(0.1));
  }

  /** Of the second column, right cells are like injected errors: it is as dirty as the first. */
  @Test
  void aCategoricalColumnOfWhichNothingCanBeSaidIsLikeTheOthers() {
    SplittableRandom random = new SplittableRandom(6);
    List<CellCalibration> columns =
        List.of(
            CellCalibration.fit(distances(4_000, 0.02, random), distances(400, 1, random)),
            CellCalibration.fit(distances(4_000, 1, random), distances(400, 1, random)));
    int[] known = {4_000, 4_000};
    assertThat(Calibration.of(columns, known, 2).wrongShares().get(1)).isGreaterThan(0.3);
    assertThat(Calibration.of(columns, known, 0).wrongShares().get(1)).isLessThan(0.06);
  }

  /**
   * Most injected errors lie five times as far out as the wrong cells, which are wrong for sure.
   */
  @Test
  void twoHundredDeviationsAreAsFarOutAsThousands() {
    SplittableRandom random = new SplittableRandom(4);
    double[] cells = distances(1_000, 0, random);
    Arrays.fill(cells, 0, 30, 200);
    double[] injected = new double[400];
    Arrays.setAll(injected, i -> i < 60 ? 5 + i / 2.0 : 1_000 + i);
    Calibration c =
        Calibration.of(List.of(CellCalibration.fit(cells, injected)), new int[] {1000}, 1);
    assertThat(c.cells().get(0).score(200)).isGreaterThan(2);
    assertThat(c.cells().get(0).score(2)).isLessThan(-2);
    assertThat(c.threshold()).isLessThan(2);
  }

  /** A fifth of the right cells lie hundreds out, as where most values of a column are the same. */
  @Test
  void hundredsOfDeviationsAreNoErrorWhereRightCellsReachThem() {
    SplittableRandom random = new SplittableRandom(8);
    double[] cells = distances(1_000, 0, random);
    Arrays.setAll(cells, i -> i < 200 ? 100 + i : cells[i]);
    double[] injected = new double[400];
    Arrays.setAll(injected, i -> i < 60 ? 5 + i / 2.0 : 1_000 + i);
    CellCalibration c = CellCalibration.fit(cells, injected);
    assertThat(c.score(1_200)).isGreaterThan(2);
    assertThat(c.score(200)).isLessThan(0);
  }

  @Test
  void scoresRiseWithTheDistance() {
    CellCalibration c = calibration(0.05).cells().get(0);
    for (double d = 0; d < 12; d += 0.01) {
      assertThat(c.score(d + 0.01)).isGreaterThan(c.score(d));
    }
  }

  @Test
  void columnWithoutCellsSaysNothing() {
    CellCalibration c = CellCalibration.fit(new double[0], new double[0]);
    assertThat(c.score(3)).isCloseTo(0, within(0.01));
  }

  @Test
  void isotonicRegressionIsTheMinMaxFormula() {
    SplittableRandom random = new SplittableRandom(3);
    int n = 60;
    double[] x = new double[n];
    double[] y = new double[n];
    double[] w = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i;
      y[i] = random.nextDouble() + i * 0.01;
      w[i] = 0.5 + random.nextDouble();
    }
    Isotonic.Steps steps = Isotonic.fit(x, y, w);
    for (int i = 0; i < n; i++) {
      double expected = Double.NEGATIVE_INFINITY;
      for (int a = 0; a <= i; a++) {
        double least = Double.POSITIVE_INFINITY;
        for (int b = i; b < n; b++) {
          double sum = 0;
          double mass = 0;
          for (int k = a; k <= b; k++) {
            sum += w[k] * y[k];
            mass += w[k];
          }
          least = Math.min(least, sum / mass);
        }
        expected = Math.max(expected, least);
      }
      int step = 0;
      while (step + 1 < steps.from().length && steps.from()[step + 1] <= i) {
        step++;
      }
      assertThat(steps.value()[step]).isCloseTo(expected, within(1e-12));
    }
  }
}
