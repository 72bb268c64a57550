package org.ricvae.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.report.LineChart.Line;
import org.ricvae.report.LineChart.Mark;
import org.ricvae.report.LineChart.Point;
import org.w3c.dom.Document;

class LineChartTest {
  private static final Axis EPOCH = Axis.linear("epoch");
  private static final Axis LOSS = Axis.linear("loss (nats a sample)");

  private static Line line(String name, Ink ink, double... xy) {
    Point[] points = new Point[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Point(xy[2 * i], xy[2 * i + 1]);
    }
    return new Line(name, ink, List.of(points));
  }

  private static Document svg(LineChart chart) {
    return Xml.parse(Templates.chart(chart, "what it shows"));
  }

  @Test
  void namesItsAxesItsLinesAndItsMarks() {
    LineChart chart =
        new LineChart(
            EPOCH,
            LOSS,
            List.of(
                line("training", Ink.BLUE, 1, 9, 2, 5), line("a < b", Ink.VERMILLION, 1, 9, 2, 6)),
            List.of(new Mark(2, "best"), new Mark(3, "outside")));
    Document svg = svg(chart);

    assertThat(Xml.texts(svg, "text"))
        .contains("epoch", "loss (nats a sample)", "training", "a < b", "best")
        .doesNotContain("outside");
    assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("what it shows");
    assertThat(Xml.elements(svg, "circle")).hasSize(4);
  }

  @Test
  void aValueThatCannotBeDrawnLeavesAGap() {
    Line line = line("", Ink.BLUE, 1, 9, 2, Double.NaN, 3, 4, 4, 3, 5, 0, 6, 2);
    LineChart linear = LineChart.of(EPOCH, LOSS, List.of(line));
    LineChart log = LineChart.of(EPOCH, Axis.logarithmic("loss"), List.of(line));

    assertThat(ChartLayout.of(linear, "").strokes(line))
        .extracting(List::size)
        .containsExactly(1, 4);
    assertThat(ChartLayout.of(log, "").strokes(line))
        .extracting(List::size)
        .containsExactly(1, 2, 1);
    assertThat(ChartLayout.of(log, "").path(line)).startsWith("M82 ").containsPattern("M.*M.*L.*M");
  }

  @Test
  void aLongLineHasNoDotsAndOneEpochIsEnough() {
    double[] xy = new double[2 * LineChart.DOTTED_POINTS + 2];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = i;
    }
    assertThat(
            Xml.elements(svg(LineChart.of(EPOCH, LOSS, List.of(line("", Ink.BLUE, xy)))), "circle"))
        .isEmpty();
    assertThat(
            Xml.elements(
                svg(LineChart.of(EPOCH, LOSS, List.of(line("", Ink.BLUE, 1, 7)))), "circle"))
        .hasSize(1);
  }

  @Test
  void nothingToDrawIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> LineChart.of(EPOCH, LOSS, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                LineChart.of(
                    EPOCH,
                    Axis.logarithmic("loss"),
                    List.of(line("", Ink.BLUE, 1, -1, 2, Double.POSITIVE_INFINITY))))
        .withMessageContaining("no line has a point");
  }

  @Test
  void thePngShowsEachPointInItsInkWhereTheSvgHasIt(@TempDir Path folder) throws IOException {
    assumeTrue(Lettering.font().isPresent(), "this Java has no fonts");
    Line training = line("training", Ink.BLUE, 1, 9, 2, 5, 3, 4);
    Line validation = line("validation", Ink.VERMILLION, 1, 10, 2, 7, 3, 6.5);
    LineChart chart = LineChart.of(EPOCH, LOSS, List.of(training, validation));
    chart.writePng(folder.resolve("curve.png"));

    BufferedImage png = ImageIO.read(folder.resolve("curve.png").toFile());
    ChartLayout layout = ChartLayout.of(chart, "");
    double enlarged = png.getWidth() / (double) ChartLayout.WIDTH;
    for (Line line : chart.lines()) {
      for (Point dot : layout.dots(line)) {
        int rgb = png.getRGB((int) (dot.x() * enlarged), (int) (dot.y() * enlarged));
        assertThat(rgb & 0xffffff).isEqualTo(line.ink().rgb());
      }
    }
  }

  @Test
  void theSvgFileStandsAlone(@TempDir Path folder) throws IOException {
    LineChart chart = LineChart.of(EPOCH, LOSS, List.of(line("", Ink.GREEN, 1, 9, 2, 5)));
    chart.writeSvg(folder.resolve("curve.svg"), "falls");

    String text = Files.readString(folder.resolve("curve.svg"));
    assertThat(text).contains(Ink.GREEN.hex()).doesNotContain("var(").hasSizeLessThan(5_000);
    assertThat(Xml.parse(text).getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.w3.org/2000/svg");
  }
}
