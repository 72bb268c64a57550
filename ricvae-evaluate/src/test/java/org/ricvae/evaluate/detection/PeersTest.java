package org.ricvae.evaluate.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ricvae.baseline.Matrix;
import org.ricvae.data.InputException;
import org.ricvae.evaluate.LabelledTable;
import org.ricvae.evaluate.Tables;
import org.ricvae.use.Detection;

class PeersTest {
  /** The VAE's training is shortened. */
  static final List<Detector> ALL =
      Peers.all().stream().map(d -> d instanceof PlainVae ? new PlainVae(200) : d).toList();

  @ParameterizedTest
  @FieldSource("ALL")
  void findsRowsThatFollowNothing(Detector peer) {
    LabelledTable table = Tables.labelled("t", 300, 6, 15, 3);
    table.rows().values()[40] = Double.NaN;
    double[] scores = peer.scores(table.rows(), 1).values();
    assertThat(Detection.of(scores, table.outlier(), 0).rocAuc()).isGreaterThan(0.85);
    assertThat(peer.scores(table.rows(), 1).values()).containsExactly(scores);
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void isNotMisledByUnitsAndConstantColumns(Detector peer) {
    LabelledTable table = Tables.labelled("t", 200, 4, 10, 4);
    double[][] rows = new double[200][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[6];
      for (int j = 0; j < 4; j++) {
        rows[i][j] = table.rows().get(i, j) * (j == 1 ? 1 << 20 : 1);
      }
      rows[i][4] = 7;
      rows[i][5] = Double.NaN;
    }
    double expected = auc(peer, table.rows(), table);
    assertThat(auc(peer, Tables.of(rows), table)).isCloseTo(expected, within(1e-9));
  }

  private static double auc(Detector peer, Matrix rows, LabelledTable table) {
    return Detection.of(peer.scores(rows, 1).values(), table.outlier(), 0).rocAuc();
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void refusesRowsThatAreAllTheSame(Detector peer) {
    assertThatThrownBy(() -> peer.scores(new Matrix(10, 2, new double[20]), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("all 10 rows are the same");
  }

  @Test
  void namesAreDistinct() {
    assertThat(ALL).extracting(Detector::name).doesNotHaveDuplicates();
  }

  @Test
  void neighboursAreTheNearestOthers() {
    double[][] points = new double[40][];
    for (int i = 0; i < 40; i++) {
      points[i] = new double[] {Math.sin(i * 1.7), Math.cos(i * 2.3)};
    }
    Matrix table = Standardized.of(Tables.of(points));
    double[] scores = new NearestNeighbours().scores(Tables.of(points), 1).values();
    for (int i = 0; i < 40; i++) {
      double[] distances = new double[40];
      for (int r = 0; r < 40; r++) {
        distances[r] =
            Math.hypot(table.get(i, 0) - table.get(r, 0), table.get(i, 1) - table.get(r, 1));
      }
      Arrays.sort(distances); // the first is the distance to itself
      assertThat(scores[i]).isCloseTo(distances[NearestNeighbours.NEIGHBOURS], within(1e-12));
    }
  }

  /** Against the formula of two columns: (a² + b² − 2ρab) / (1 − ρ²). */
  @Test
  void mahalanobisIsTheTextbooks() {
    double[][] rows = new double[50][];
    for (int i = 0; i < 50; i++) {
      double x = Math.sin(i * 1.3);
      rows[i] = new double[] {x, 3 * x + Math.cos(i * 4.1)};
    }
    Matrix z = Standardized.of(Tables.of(rows));
    double rho = 0;
    for (int i = 0; i < 50; i++) {
      rho += z.get(i, 0) * z.get(i, 1) / 50;
    }
    double[] scores = new PcaMahalanobis().scores(Tables.of(rows), 1).values();
    for (int i = 0; i < 50; i++) {
      double a = z.get(i, 0);
      double b = z.get(i, 1);
      assertThat(scores[i])
          .isCloseTo((a * a + b * b - 2 * rho * a * b) / (1 - rho * rho), within(1e-9));
    }
  }
}
