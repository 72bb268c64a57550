package org.ricvae.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * Lines over one x axis: a training curve, the scores of candidates.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param lines at least one; somewhere a point that both axes can show
 * @param marks vertical lines that point something out, often none
 */
public record LineChart(Axis x, Axis y, List<Line> lines, List<Mark> marks) implements Chart {
  /** Lines of at most this many points show each of them by the marker of their ink. */
  public static final int MARKED_POINTS = 24;

  /**
   * A point; one that is not finite, or not positive on a logarithmic axis, leaves a gap.
   *
   * @param low the lower end of its error bar, such as the mean less the spread over seeds; on a
   *     logarithmic axis an end of zero or below runs out of the plot
   * @param high the upper end; where either is NaN there is no bar
   */
  public record Point(double x, double y, double low, double high) {
    /** A point without an error bar. */
    public Point(double x, double y) {
      this(x, y, Double.NaN, Double.NaN);
    }

    /** Whether it has an error bar. */
    boolean barred() {
      return Double.isFinite(low) && Double.isFinite(high);
    }
  }

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

    /** Whether it has few enough points to mark each. */
    boolean marked() {
      return points.size() <= MARKED_POINTS;
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

  /** The points that both axes can show. */
  Stream<Point> visible() {
    return visible(x, y, lines);
  }

  /** Whether both axes can show a point. */
  boolean shows(Point point) {
    return x.shows(point.x()) && y.shows(point.y());
  }

  private static Stream<Point> visible(Axis x, Axis y, List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.points().stream())
        .filter(point -> x.shows(point.x()) && y.shows(point.y()));
  }
}
