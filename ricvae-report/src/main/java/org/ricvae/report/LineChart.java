package org.ricvae.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;

/**
 * Lines over one x axis: a training curve, the scores of candidates.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param lines at least one; somewhere a point that both axes can show
 * @param marks vertical lines that point something out, often none
 */
public record LineChart(Axis x, Axis y, List<Line> lines, List<Mark> marks) {
  /** Lines of at most this many points show each of them as a dot. */
  public static final int DOTTED_POINTS = 24;

  /** A point; one that is not finite, or not positive on a logarithmic axis, leaves a gap. */
  public record Point(double x, double y) {}

  /**
   * One line.
   *
   * @param name for the legend
   * @param points in drawing order
   */
  public record Line(String name, Ink ink, List<Point> points) {
    /** Copies the points. */
    public Line {
      points = List.copyOf(points);
    }
  }

  /**
   * A vertical line at x with a word on it: "chosen", "best epoch".
   *
   * @param x within the range of the lines; elsewhere it is not drawn
   */
  public record Mark(double x, String label) {}

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException where there is no line, or no point that can be drawn
   */
  public LineChart {
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
    if (visible(x, y, lines).findAny().isEmpty()) {
      throw new IllegalArgumentException(
          "chart of %s by %s: no line has a point to draw".formatted(y.label(), x.label()));
    }
  }

  /** A chart without marks. */
  public static LineChart of(Axis x, Axis y, List<Line> lines) {
    return new LineChart(x, y, lines, List.of());
  }

  /**
   * Writes the chart as an SVG file, whole or not at all. Needs no fonts.
   *
   * @param description for readers who cannot see it
   * @throws InputException where the file cannot be written
   */
  public void writeSvg(Path file, String description) {
    String svg = Templates.chart(this, description);
    AtomicFile.write(file, svg.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes the chart as a PNG file, whole or not at all.
   *
   * @throws InputException where the file cannot be written, or this Java has no fonts
   */
  public void writePng(Path file) {
    AtomicFile.write(file, ChartPng.encode(ChartLayout.of(this, "")));
  }

  /** The points that both axes can show. */
  Stream<Point> visible() {
    return visible(x, y, lines);
  }

  private static Stream<Point> visible(Axis x, Axis y, List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.points().stream())
        .filter(point -> x.shows(point.x()) && y.shows(point.y()));
  }
}
