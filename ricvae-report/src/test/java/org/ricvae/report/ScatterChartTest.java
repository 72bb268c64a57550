package org.ricvae.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ricvae.report.ScatterChart.Circle;
import org.ricvae.report.ScatterChart.Panel;
import org.ricvae.report.ScatterChart.Series;
import org.w3c.dom.Document;

class ScatterChartTest {
  private static Series series(String name, Ink ink, float... xy) {
    float[] x = new float[xy.length / 2];
    float[] y = new float[xy.length / 2];
    for (int i = 0; i < x.length; i++) {
      x[i] = xy[2 * i];
      y[i] = xy[2 * i + 1];
    }
    return new Series(name, ink, x, y);
  }

  /** Points in the square [-1, 1]². */
  private static Series cloud(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] xy = new float[2 * count];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = (float) random.nextDouble(-1, 1);
    }
    return series("cloud", Ink.BLUE, xy);
  }

  private static List<Place> places(ScatterChart chart) {
    List<Place> places = new ArrayList<>();
    for (Piece piece : Drawing.of(chart).pieces()) {
      if (piece instanceof Piece.Dots dots) {
        places.addAll(dots.layer());
      }
    }
    return places;
  }

  @Test
  void aUnitHasOneLengthOnBothAxes() {
    ScatterChart chart =
        ScatterChart.of("a", "b", List.of(series("", Ink.BLUE, 0, 0, 10, 1)), List.of());
    Frame frame = ScatterLayout.of(chart).frame(0);

    Place origin = frame.place(0, 0);
    assertThat(frame.place(1, 0).x() - origin.x())
        .isCloseTo(origin.y() - frame.place(0, 1).y(), within(1e-9));
    assertThat(frame.right() - frame.left()).isEqualTo(frame.bottom() - frame.top());
  }

  @Test
  void panelsShareTheirScalesAndDoNotOverlap() {
    List<Panel> panels = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      panels.add(new Panel("N = " + i, List.of(series("", Ink.BLUE, -i, 0, i, i))));
    }
    ScatterLayout layout = ScatterLayout.of(new ScatterChart("a", "b", panels, List.of()));

    for (int i = 0; i < 5; i++) {
      Frame frame = layout.frame(i);
      assertThat(frame.x().high() - frame.x().low()).isEqualTo(10);
      assertThat(frame.right()).isLessThanOrEqualTo(Drawing.RIGHT);
      assertThat(frame.bottom()).isLessThan(layout.draw().height());
      for (int k = 0; k < i; k++) {
        Frame before = layout.frame(k);
        assertThat(before.right() < frame.left() || before.bottom() < frame.top()).isTrue();
      }
    }
  }

  @Test
  void circlesAreRoundAndWithinThePlot() {
    ScatterChart chart =
        ScatterChart.of("a", "b", List.of(series("", Ink.BLUE, 0, 0)), ScatterChart.SIGMAS);
    Frame frame = ScatterLayout.of(chart).frame(0);
    Document svg = Xml.parse(Templates.chart(chart, ""));

    assertThat(Xml.elements(svg, "circle"))
        .extracting(circle -> Double.parseDouble(circle.getAttribute("r")))
        .satisfies(
            radii -> {
              assertThat(radii).hasSize(3);
              assertThat(radii.get(2)).isCloseTo(3 * radii.get(0), within(0.2));
            });
    assertThat(frame.place(-3, 0).x()).isGreaterThanOrEqualTo(frame.left());
    assertThat(frame.place(0, 3).y()).isGreaterThanOrEqualTo(frame.top());
  }

  @Test
  void ofManyPointsAnEvenChoiceIsDrawnAndTheFileStaysSmall() {
    ScatterChart chart = ScatterChart.of("a", "b", List.of(cloud(60_000, 1)), List.of());
    String svg = Templates.chart(chart, "");

    assertThat(places(chart)).hasSize(ScatterChart.MAX_DOTS);
    assertThat(Xml.texts(Xml.parse(svg), "text")).contains("4000 of 60000 points drawn");
    assertThat(svg.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
    double middle = ScatterLayout.of(chart).frame(0).place(0, 0).x();
    assertThat(places(chart).stream().filter(place -> place.x() < middle).count())
        .isBetween(1900L, 2100L);
    assertThat(Templates.chart(chart, "")).isEqualTo(svg);
  }

  @Test
  void allOfAFewPointsAreDrawnButThoseThatHaveNoPlace() {
    Series series =
        series("", Ink.BLUE, 0, 0, Float.NaN, 1, 1, Float.POSITIVE_INFINITY, 2, 2, 3, 1);
    ScatterChart chart = ScatterChart.of("a", "b", List.of(series), List.of());

    assertThat(places(chart)).hasSize(3);
    assertThat(Xml.texts(Xml.parse(Templates.chart(chart, "")), "text"))
        .noneMatch(text -> text.contains("drawn"));
  }

  @Test
  void onlySeveralSeriesInOnePanelNeedALegend() {
    Series first = series("N(0, I)", Ink.BLACK, 0, 0);
    Series second = series("a < b", Ink.BLUE, 1, 1);
    ScatterChart together = ScatterChart.of("a", "b", List.of(first, second), List.of());
    ScatterChart apart =
        new ScatterChart(
            "a",
            "b",
            List.of(new Panel("left", List.of(first)), new Panel("right", List.of(second))),
            List.of());

    assertThat(Xml.texts(Xml.parse(Templates.chart(together, "")), "text"))
        .contains("N(0, I)", "a < b");
    assertThat(Xml.texts(Xml.parse(Templates.chart(apart, "")), "text"))
        .contains("left", "right")
        .doesNotContain("N(0, I)", "a < b");
  }

  @Test
  void badPartsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Panel("p", List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Circle(0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Circle(Double.NaN, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Series("s", Ink.BLUE, new float[2], new float[3]))
        .withMessageContaining("2 values of x and 3 of y");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScatterChart("a", "b", List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ScatterChart.of(
                    "a", "b", List.of(series("", Ink.BLUE, Float.NaN, 0)), ScatterChart.SIGMAS))
        .withMessageContaining("no series has a point");
  }
}
