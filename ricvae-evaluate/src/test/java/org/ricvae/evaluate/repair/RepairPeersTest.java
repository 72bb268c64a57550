package org.ricvae.evaluate.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ricvae.baseline.Matrix;
import org.ricvae.evaluate.Tables;

class RepairPeersTest {
  static final List<Repairer> ALL = RepairPeers.all();

  private final Matrix clean = Tables.factors(300, 8, 5);

  @ParameterizedTest
  @FieldSource("ALL")
  void findsSpikesAndFillsHoles(Repairer peer) {
    DirtyCells cells =
        CellErrors.inject(clean, 0.03, EnumSet.of(ErrorKind.SPIKE, ErrorKind.HOLE), 1);
    Repair repair = peer.repair(cells.dirty(), 1);
    RepairMetrics metrics = RepairMetrics.atBestThreshold(clean, cells, repair);
    assertThat(metrics.f1()).isGreaterThan(0.95);
    assertThat(repair.repaired(cells.dirty()).values()).doesNotContain(Double.NaN);
    assertThat(metrics.cappedRmse()).isLessThan(1.5);
    assertThat(peer.repair(cells.dirty(), 1).scores()).containsExactly(repair.scores());
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void bearsConstantColumnsEmptyColumnsAndOneRow(Repairer peer) {
    double[][] rows = new double[20][];
    for (int i = 0; i < 20; i++) {
      rows[i] = new double[] {i, 2 * i + 1, 7, Double.NaN};
    }
    rows[4][1] = 900;
    Repair repair = peer.repair(Tables.of(rows), 1);
    assertThat(repair.flags()[4 * 4 + 1]).isTrue();
    Matrix one = Tables.of(new double[][] {{1, 2, Double.NaN}});
    assertThat(peer.repair(one, 1).repaired(one).values()[1]).isEqualTo(2);
  }

  /** Both know of the other columns: they come nearer to the truth than the median. */
  @Test
  void methodsThatSeeTheRowFillHolesBetterThanTheMedian() {
    DirtyCells cells = CellErrors.inject(clean, 0.1, EnumSet.of(ErrorKind.HOLE), 1);
    double[] errors =
        ALL.stream()
            .mapToDouble(
                p -> RepairMetrics.of(clean, cells, p.repair(cells.dirty(), 1)).cappedRmse())
            .toArray();
    assertThat(errors[1]).isLessThan(errors[0] / 2);
    assertThat(errors[2]).isLessThan(errors[0] / 2);
  }

  @Test
  void medianAndItsScoreAreThoseOfAHandCount() {
    Matrix dirty = new Matrix(5, 1, new double[] {1, 2, Double.NaN, 30, 4});
    Repair repair = new ColumnMedian().repair(dirty, 1);
    assertThat(repair.estimates().values()).containsOnly(3);
    // Deviations 2, 1, 27, 1: their median is 1.5.
    assertThat(repair.scores()[3]).isCloseTo(27 / (1.4826 * 1.5), within(1e-12));
    assertThat(repair.scores()[2]).isZero();
  }

  /** A value does not choose its own neighbours. */
  @Test
  void aNeighbourIsNearByTheOtherColumns() {
    double[][] rows = new double[40][];
    for (int i = 0; i < 40; i++) {
      rows[i] = i < 20 ? new double[] {i % 5, 10, 5} : new double[] {50 + i % 5, 90, 80};
    }
    rows[3][1] = 90; // looks like the other group, but its row is of the first
    Repair repair = new NeighbourImputation().repair(Tables.of(rows), 1);
    assertThat(repair.estimates().get(3, 1)).isEqualTo(10);
    assertThat(repair.estimates().get(30, 1)).isEqualTo(90);
  }
}
