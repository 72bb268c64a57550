package org.ricvae.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of chart must do. */
class ChartTest {
  /** One chart of each kind. */
  static Stream<Chart> charts() {
    Histogram.Bins bins = new Histogram.Bins(0, 2, 2);
    return Stream.of(
        LineChart.of(
            Axis.linear("x"),
            Axis.linear("y"),
            List.of(
                new LineChart.Line("a", Ink.GREEN_OPEN, List.of(new LineChart.Point(1, 2, 1, 3))),
                new LineChart.Line("b", Ink.SKY, List.of(new LineChart.Point(2, 3))))),
        ScatterChart.of(
            "x",
            "y",
            List.of(new ScatterChart.Series("a", Ink.BLUE, new float[] {1, 2}, new float[] {3, 4})),
            ScatterChart.SIGMAS),
        new Histogram(
            "x",
            bins,
            Histogram.Measure.SHARE,
            List.of(new Histogram.Series("a", Ink.BLUE, new long[] {1, 2}, 3))),
        HeatMap.of(
            new HeatMap.Side("x", List.of("1", "2")),
            new HeatMap.Side("y", List.of("1")),
            Axis.linear("error"),
            List.of(new double[] {1, 2})));
  }

  @Test
  void everyKindIsHere() {
    assertThat(charts().map(Object::getClass))
        .containsExactlyInAnyOrder(Chart.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void anSvgFileStandsAloneAndIsTheSameEachTime(Chart chart, @TempDir Path folder)
      throws IOException {
    chart.writeSvg(folder.resolve("a.svg"), "falls < rises");
    chart.writeSvg(folder.resolve("b.svg"), "falls < rises");

    String text = Files.readString(folder.resolve("a.svg"));
    assertThat(text).doesNotContain("var(", "href", "url(");
    assertThat(Xml.parse(text).getDocumentElement().getAttribute("aria-label"))
        .isEqualTo("falls < rises");
    assertThat(folder.resolve("b.svg")).hasContent(text);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void aPngHasThePaperOfTheDrawing(Chart chart, @TempDir Path folder) throws IOException {
    assumeTrue(Lettering.font().isPresent(), "this Java has no fonts");
    Path file = folder.resolve("chart.png");
    chart.writePng(file);
    byte[] first = Files.readAllBytes(file);
    chart.writePng(file);

    assertThat(Files.readAllBytes(file)).isEqualTo(first);
    BufferedImage png = ImageIO.read(file.toFile());
    double enlarged = png.getWidth() / (double) Drawing.WIDTH;
    assertThat(png.getHeight()).isEqualTo((int) Math.ceil(Drawing.of(chart).height() * enlarged));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void allOfItIsOnThePaper(Chart chart) {
    Drawing drawing = Drawing.of(chart);
    for (Piece piece : drawing.pieces()) {
      if (piece instanceof Piece.Text text) {
        assertThat(text.at().x()).isBetween(0.0, (double) Drawing.WIDTH);
        assertThat(text.at().y()).isBetween(10.0, drawing.height());
      }
      if (piece instanceof Piece.Lines lines) {
        assertThat(lines.strokes())
            .flatExtracting(List::copyOf)
            .allMatch(place -> on(place, drawing));
      }
      if (piece instanceof Piece.Cell cell) {
        assertThat(on(new Place(cell.x() + cell.width(), cell.y() + cell.height()), drawing))
            .isTrue();
      }
    }
  }

  /** As in a bare container: fontconfig finds nothing. */
  @Test
  void withoutFontsSvgIsWrittenAndPngRefusedInOneLine(@TempDir Path folder) throws Exception {
    Path none = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Duser.home=" + folder, // below which Java remembers what fontconfig once found
            "-cp",
            System.getProperty("java.class.path"),
            Fontless.class.getName(),
            folder.toString());
    java.environment().put("FONTCONFIG_FILE", none.toString());
    Process process = java.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assumeTrue(!said.contains("has fonts"), "fonts are found without fontconfig here");
    assertThat(said.strip()).contains("finds no fonts").hasLineCount(1);
    assertThat(folder.resolve("chart.svg")).isNotEmptyFile();
    assertThat(folder.resolve("chart.png")).doesNotExist();
  }

  private static boolean on(Place place, Drawing drawing) {
    return place.x() >= 0
        && place.x() <= Drawing.WIDTH
        && place.y() >= 0
        && place.y() <= drawing.height();
  }
}
