package org.ricvae.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    assertThat(LineLayout.of(chart).draw().pieces())
        .filteredOn(Piece.Markers.class::isInstance)
        .flatExtracting(piece -> ((Piece.Markers) piece).places())
        .hasSize(4 + 2); // two points a line, and the samples in the legend
  }

  @Test
  void aValueThatCannotBeDrawnLeavesAGap() {
    Line line = line("", Ink.BLUE, 1, 9, 2, Double.NaN, 3, 4, 4, 3, 5, 0, 6, 2);
    LineChart linear = LineChart.of(EPOCH, LOSS, List.of(line));
    LineChart log = LineChart.of(EPOCH, Axis.logarithmic("loss"), List.of(line));

    assertThat(LineLayout.of(linear).strokes(line)).extracting(List::size).containsExactly(1, 4);
    assertThat(LineLayout.of(log).strokes(line)).extracting(List::size).containsExactly(1, 2, 1);
    assertThat(Xml.elements(svg(log), "path").stream().map(path -> path.getAttribute("d")).toList())
        .anySatisfy(path -> assertThat(path).startsWith("M82 ").containsPattern("M.*M.*L.*M"));
  }

  @Test
  void aLongLineHasNoMarkersAndOneEpochIsEnough() {
    double[] xy = new double[2 * LineChart.MARKED_POINTS + 2];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = i;
    }
    Line longer = line("", Ink.BLUE, xy);
    Line single = line("", Ink.BLUE, 1, 7);
    LineLayout layout = LineLayout.of(LineChart.of(EPOCH, LOSS, List.of(single)));

    assertThat(LineLayout.of(LineChart.of(EPOCH, LOSS, List.of(longer))).markers(longer)).isEmpty();
    assertThat(layout.markers(single)).hasSize(1);
  }

  @Test
  void theScaleHasRoomForErrorBars() {
    Line line = new Line("", Ink.BLUE, List.of(new Point(1, 5, 2, 9), new Point(2, 6)));
    LineLayout layout = LineLayout.of(LineChart.of(EPOCH, LOSS, List.of(line)));

    assertThat(layout.frame().y().low()).isEqualTo(2);
    assertThat(layout.frame().y().high()).isEqualTo(9);
    List<List<Place>> bars = layout.bars(line);
    assertThat(bars).hasSize(3); // the stroke and two caps, of one bar: the other point has none
    assertThat(bars.get(0)).containsExactly(layout.frame().place(1, 2), layout.frame().place(1, 9));
    for (List<Place> cap : bars.subList(1, 3)) {
      assertThat((cap.get(0).x() + cap.get(1).x()) / 2)
          .isCloseTo(layout.frame().place(1, 0).x(), within(1e-9));
      assertThat(cap.get(0).y()).isEqualTo(cap.get(1).y());
    }
  }

  @Test
  void anErrorBarThatReachesZeroRunsOutOfALogarithmicPlot() {
    Line line = new Line("", Ink.BLUE, List.of(new Point(1, 5, -2, 9), new Point(2, 1)));
    LineLayout layout = LineLayout.of(LineChart.of(EPOCH, Axis.logarithmic("loss"), List.of(line)));

    assertThat(layout.frame().y().low()).isEqualTo(1);
    List<List<Place>> bars = layout.bars(line);
    assertThat(bars).hasSize(2); // no cap where it does not end
    assertThat(bars.get(0).get(0).y()).isEqualTo(layout.frame().bottom());
  }

  @Test
  void manyLinesHaveALegendWithoutOverlap() {
    List<Line> lines = new ArrayList<>();
    for (Ink ink : Ink.values()) {
      lines.add(line("RLC-VAE(2,2)", ink, 1, 2, 2, 3));
    }
    Legend legend = LineLayout.of(LineChart.of(EPOCH, LOSS, lines)).legend();

    assertThat(legend.entries()).hasSameSizeAs(lines);
    assertThat(legend.entries()).extracting(e -> List.of(e.x(), e.y())).doesNotHaveDuplicates();
    assertThat(legend.entries()).allSatisfy(e -> assertThat(e.x()).isBetween(0, 640 - 34 - 120));
    assertThat(Legend.of(List.of(legend.entries().get(0).key())).entries()).isEmpty();
  }

  @Test
  void aLongWordOnAMarkStaysInThePicture() {
    String word = "the last epoch of the warm-up";
    LineChart chart =
        new LineChart(
            EPOCH,
            LOSS,
            List.of(line("", Ink.BLUE, 1, 2, 9, 3)),
            List.of(new Mark(1, word), new Mark(5, word), new Mark(9, word)));
    assertThat(LineLayout.of(chart).draw().pieces())
        .filteredOn(piece -> piece instanceof Piece.Text text && text.text().equals(word))
        .extracting(piece -> ((Piece.Text) piece).anchor())
        .containsExactly(0.0, 0.5, 1.0);
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
    LineLayout layout = LineLayout.of(chart);
    double enlarged = png.getWidth() / (double) Drawing.WIDTH;
    for (Line line : chart.lines()) {
      for (Place dot : layout.markers(line)) {
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
    assertThat(text)
        .contains(Ink.GREEN.paint().hex())
        .doesNotContain("var(")
        .hasSizeLessThan(5_000);
    assertThat(Xml.parse(text).getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.w3.org/2000/svg");
  }
}
