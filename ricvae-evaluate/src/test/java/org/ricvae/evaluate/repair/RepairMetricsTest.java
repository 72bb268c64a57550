package org.ricvae.evaluate.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ricvae.baseline.Matrix;
import org.ricvae.data.InputException;
import org.ricvae.evaluate.Tables;

class RepairMetricsTest {
  /** A column of 1 to 5: median 3, median deviation 1, so one robust deviation is 1.4826. */
  private static final double SCALE = 1.4826;

  private final Matrix clean = column(1, 2, 3, 4, 5);
  private final DirtyCells cells =
      new DirtyCells(
          column(1, 2000, -3, Double.NaN, 5),
          new ErrorKind[] {
            null, ErrorKind.TIMES_THOUSAND, ErrorKind.SIGN_FLIP, ErrorKind.HOLE, null
          });

  private static Matrix column(double... values) {
    return new Matrix(values.length, 1, values);
  }

  /** Finds 2000 and takes 1 for wrong, overlooks -3, fills the hole. */
  private final Repair repair =
      new Repair(
          new double[] {2, 9, 1, 0, 0},
          new boolean[] {true, true, false, true, false},
          column(1.5, 2.5, 3, 4.5, 5));

  @Test
  void agreeWithACountByHand() {
    RepairMetrics metrics = RepairMetrics.of(clean, cells, repair);
    assertThat(metrics.precision()).isEqualTo(0.5); // 1 and 2000 flagged, the hole not counted
    assertThat(metrics.recall()).isEqualTo(0.5);
    assertThat(metrics.f1()).isEqualTo(0.5);
    assertThat(metrics.recalls())
        .isEqualTo(Map.of(ErrorKind.TIMES_THOUSAND, 1.0, ErrorKind.SIGN_FLIP, 0.0));
    // Errors: 0.5 (2000 → 2.5), 6 (−3 left for 3), 0.5 (the hole).
    assertThat(metrics.rmse()).isCloseTo(Math.sqrt(36.5 / 3) / SCALE, within(1e-12));
    assertThat(metrics.medianError()).isCloseTo(0.5 / SCALE, within(1e-12));
    assertThat(metrics.damage()).isCloseTo(Math.sqrt(0.25 / 2) / SCALE, within(1e-12));
  }

  @Test
  void anErrorCountsAtMostTheCap() {
    Repair blind = new Repair(new double[5], new boolean[5], column(3, 3, 3, 4, 3));
    RepairMetrics metrics = RepairMetrics.of(clean, cells, blind);
    assertThat(metrics.f1()).isZero();
    assertThat(metrics.rmse()).isGreaterThan(500);
    assertThat(metrics.cappedRmse())
        .isCloseTo(Math.sqrt((25 + Math.pow(6 / SCALE, 2)) / 3), within(1e-12));
    assertThat(metrics.damage()).isZero();
  }

  /** By scores 9, 2, 1: F1 is 2/3, then 1/2, then 4/5 with three flagged. */
  @Test
  void theBestThresholdHasTheHighestF1() {
    RepairMetrics best = RepairMetrics.atBestThreshold(clean, cells, repair);
    assertThat(best.f1()).isCloseTo(0.8, within(1e-12));
    assertThat(best.precision()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(best.recall()).isEqualTo(1);
    // Equal scores cannot be told apart: all or none.
    Repair even = new Repair(new double[5], new boolean[5], repair.estimates());
    assertThat(RepairMetrics.atBestThreshold(clean, cells, even).f1())
        .isCloseTo(4 / 6.0, within(1e-12));
  }

  @Test
  void flagsByScatterAreNotUpsetByAHugeScore() {
    double[] scores = {0.1, 0.2, 0.1, 0.3, 20, 30, 1e6, 25, 0.2, 0};
    Matrix dirty = column(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    assertThat(Repair.byScatter(dirty, scores, dirty).flags())
        .containsExactly(false, false, false, false, true, true, true, true, false, false);
  }

  @Test
  void refusesARepairThatIsNone() {
    assertThatThrownBy(() -> new Repair(new double[4], new boolean[5], clean))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new Repair(new double[5], new boolean[5], cells.dirty()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not finite");
    assertThatThrownBy(() -> new RepairPlan(List.of(0.7), EnumSet.allOf(ErrorKind.class)))
        .isInstanceOf(InputException.class);
  }

  @Test
  void scalesOfColumnsWithoutSpread() {
    ColumnScales scales =
        ColumnScales.of(
            Tables.of(
                new double[][] {
                  {7, 0, Double.NaN}, {7, 0, Double.NaN}, {7, 0, Double.NaN}, {7, 4, Double.NaN}
                }));
    assertThat(scales.medians()).containsExactly(7, 0, 0);
    assertThat(scales.scales()[0]).isEqualTo(1);
    assertThat(scales.scales()[1]).isCloseTo(1.2533, within(1e-12));
    assertThat(scales.scales()[2]).isEqualTo(1);
  }
}
