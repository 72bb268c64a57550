package org.ricvae.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ricvae.report.HeatMap.Panel;
import org.ricvae.report.HeatMap.Side;

class HeatMapTest {
  private static final Side KAPPA = new Side("κ < d", List.of("5", "10"));
  private static final Side SHARE = new Side("share (%)", List.of("0", "20", "40"));
  private static final Axis ERROR = Axis.linear("error (a pixel)");

  private static HeatMap map(Axis value, double... rows) {
    List<double[]> grid = new ArrayList<>();
    for (int i = 0; i < rows.length; i += 2) {
      grid.add(new double[] {rows[i], rows[i + 1]});
    }
    return HeatMap.of(KAPPA, SHARE, value, grid);
  }

  /** The cells left of the colour bar. */
  private static List<Piece.Cell> cells(HeatMap map) {
    HeatLayout layout = HeatLayout.of(map);
    List<Piece.Cell> cells = new ArrayList<>();
    for (Piece piece : layout.draw().pieces()) {
      if (piece instanceof Piece.Cell cell && cell.x() < layout.grid().right()) {
        cells.add(cell);
      }
    }
    return cells;
  }

  private static List<String> texts(HeatMap map) {
    return Xml.texts(Xml.parse(Templates.chart(map, "what it <shows>")), "text");
  }

  @Test
  void rowsGrowUpwardsAndColumnsToTheRight() {
    List<Piece.Cell> cells = cells(map(ERROR, 1, 2, 3, 4, 5, 6));

    assertThat(cells).hasSize(6);
    assertThat(cells.get(0).y()).isGreaterThan(cells.get(2).y());
    assertThat(cells.get(1).x()).isGreaterThan(cells.get(0).x());
    assertThat(cells.get(0).rgb()).isEqualTo(ColorMap.VIRIDIS.rgb(0));
    assertThat(cells.get(5).rgb()).isEqualTo(ColorMap.VIRIDIS.rgb(1));
  }

  @Test
  void bothSidesTheUnitAndTheValuesAreWritten() {
    assertThat(texts(map(ERROR, 0.0021, 0.5, 0.25, 0.031, 0.1, 0.2)))
        .contains("κ < d", "5", "10", "share (%)", "0", "20", "40", "error (a pixel)")
        .contains("0.0021", "0.500", "0.250", "0.031", "0.100", "0.200");
  }

  @Test
  void aValueThatIsNotThereLeavesItsCellEmpty() {
    assertThat(cells(map(ERROR, 1, Double.NaN, 3, 4, Double.POSITIVE_INFINITY, 6))).hasSize(4);
    assertThat(texts(map(ERROR, 1, Double.NaN, 3, 4, 5, 6))).contains("–");
    assertThat(cells(map(Axis.logarithmic("e"), 1, 0, 3, 4, -5, 6))).hasSize(4);
  }

  @Test
  void onALogarithmicAxisEqualRatiosAreEqualStepsOfColour() {
    List<Piece.Cell> cells = cells(map(Axis.logarithmic("e"), 1e-4, 1e-3, 1e-2, 1e-1, 1e-2, 1));
    assertThat(cells.get(2).rgb()).isEqualTo(ColorMap.VIRIDIS.rgb(0.5f));
  }

  @Test
  void oneValueEverywhereHasAColourToo() {
    assertThat(cells(map(ERROR, 3, 3, 3, 3, 3, 3)))
        .extracting(Piece.Cell::rgb)
        .containsOnly(ColorMap.VIRIDIS.rgb(0.5f));
  }

  @Test
  void whereCellsAreNarrowValuesAreLeftOutAndNamesThinned() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      names.add("0.%02d".formatted(i));
    }
    double[] row = new double[40];
    row[3] = 0.874;
    HeatMap map =
        HeatMap.of(new Side("x", names), new Side("y", List.of("a")), ERROR, List.of(row));

    assertThat(texts(map)).doesNotContain("0.874").contains("0.00");
    assertThat(Collections.disjoint(texts(map), List.of("0.01", "0.02"))).isTrue();
  }

  @Test
  void textOnACellContrastsWithIt() {
    for (int i = 0; i <= 10; i++) {
      int rgb = ColorMap.VIRIDIS.rgb(i / 10f);
      assertThat(contrast(Paint.onCell(rgb, false).rgb(), rgb)).as("%06x", rgb).isGreaterThan(3);
    }
  }

  /** By WCAG 2. */
  private static double contrast(int one, int other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int rgb) {
    return 0.2126 * light(rgb >> 16 & 255)
        + 0.7152 * light(rgb >> 8 & 255)
        + 0.0722 * light(rgb & 255);
  }

  private static double light(int level) {
    double share = level / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  @Test
  void panelsShareOneScaleOfColours() {
    List<Panel> panels =
        List.of(
            new Panel("RPCA", List.of(new double[] {1, 2})),
            new Panel("iC-VAE", List.of(new double[] {3, 5})));
    HeatMap map = new HeatMap(KAPPA, new Side("y", List.of("0")), ERROR, panels, ColorMap.INFERNO);
    HeatLayout layout = HeatLayout.of(map);

    assertThat(layout.rgb(3)).isEqualTo(ColorMap.INFERNO.rgb(0.5f));
    assertThat(layout.grid().left(1)).isGreaterThan(layout.grid().left(0) + layout.grid().width());
    assertThat(texts(map)).contains("RPCA", "iC-VAE");
    assertThat(Templates.chart(map, "")).isEqualTo(Templates.chart(map, ""));
  }

  @Test
  void badPartsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Side("s", List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> map(ERROR, 1, 2, 3, 4))
        .withMessageContaining("3 rows of 2 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> map(Axis.logarithmic("e"), 0, -1, 0, 0, Double.NaN, 0))
        .withMessageContaining("no value to show");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HeatMap(KAPPA, SHARE, ERROR, List.of(), ColorMap.VIRIDIS));
  }
}
