package org.ricvae.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything of a {@link LineChart} stands on paper: what SVG and PNG draw alike.
 *
 * <p>Nothing here measures text, so no font is needed: labels are anchored at their middle or end,
 * and the legend stands in columns.
 *
 * @param height of the picture; its width is {@link #WIDTH}
 * @param top the upper edge of the plot
 * @param legend empty where there is one line only: the axis names it
 */
record ChartLayout(
    LineChart chart,
    String description,
    int height,
    int top,
    Scale x,
    Scale y,
    List<Entry> legend) {
  static final int WIDTH = 640;

  /** The left and right edges of the plot. */
  static final int LEFT = 72;

  static final int RIGHT = WIDTH - 16;

  /** The base line of the first line of text: the label of the y axis. */
  static final int FIRST_LINE = 16;

  /** How long a line's sample in the legend is. */
  static final int SAMPLE = 28;

  private static final int LINE = 24;
  private static final int PLOT = 240;
  private static final int BELOW = 58;
  private static final int PADDING = 10;
  private static final int X_TICKS = 8;
  private static final int Y_TICKS = 6;
  private static final int SHORT_NAME = 12;

  /** A line in the legend, its sample starting at x, its text on the base line y. */
  record Entry(LineChart.Line line, int x, int y) {}

  static ChartLayout of(LineChart chart, String description) {
    List<Entry> legend = legend(chart.lines());
    int last = legend.isEmpty() ? FIRST_LINE : legend.get(legend.size() - 1).y();
    int top = last + 16;
    double[] xs = chart.visible().mapToDouble(LineChart.Point::x).sorted().toArray();
    double[] ys = chart.visible().mapToDouble(LineChart.Point::y).sorted().toArray();
    Scale x = Scale.over(chart.x(), xs[0], xs[xs.length - 1], LEFT + PADDING, RIGHT - PADDING);
    Scale y = Scale.over(chart.y(), ys[0], ys[ys.length - 1], top + PLOT - PADDING, top + PADDING);
    return new ChartLayout(chart, description, top + PLOT + BELOW, top, x, y, legend);
  }

  int bottom() {
    return top + PLOT;
  }

  List<Scale.Tick> xTicks() {
    return x.ticks(X_TICKS);
  }

  List<Scale.Tick> yTicks() {
    return y.ticks(Y_TICKS);
  }

  /** The marks within the range of the lines. */
  List<LineChart.Mark> marks() {
    return chart.marks().stream()
        .filter(mark -> chart.x().shows(mark.x()) && mark.x() >= x.low() && mark.x() <= x.high())
        .toList();
  }

  /** A line on paper: its strokes, a new one after each point that cannot be drawn. */
  List<List<LineChart.Point>> strokes(LineChart.Line line) {
    List<List<LineChart.Point>> strokes = new ArrayList<>();
    boolean drawing = false;
    for (LineChart.Point point : line.points()) {
      boolean shown = shows(point);
      if (shown && !drawing) {
        strokes.add(new ArrayList<>());
      }
      if (shown) {
        strokes.get(strokes.size() - 1).add(place(point));
      }
      drawing = shown;
    }
    return strokes;
  }

  /** The strokes of a line as SVG path data. */
  String path(LineChart.Line line) {
    StringBuilder path = new StringBuilder();
    for (List<LineChart.Point> stroke : strokes(line)) {
      char command = 'M';
      for (LineChart.Point point : stroke) {
        path.append(command).append(px(point.x())).append(' ').append(px(point.y()));
        command = 'L';
      }
    }
    return path.toString();
  }

  /** The places on paper of the points to show as dots: all of a short line, else none. */
  List<LineChart.Point> dots(LineChart.Line line) {
    return line.points().size() > LineChart.DOTTED_POINTS
        ? List.of()
        : line.points().stream().filter(this::shows).map(this::place).toList();
  }

  /** A length with at most one decimal: enough on paper, and a short file. */
  static String px(double length) {
    return BigDecimal.valueOf(length)
        .setScale(1, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private LineChart.Point place(LineChart.Point point) {
    return new LineChart.Point(x.position(point.x()), y.position(point.y()));
  }

  private boolean shows(LineChart.Point point) {
    return chart.x().shows(point.x()) && chart.y().shows(point.y());
  }

  private static List<Entry> legend(List<LineChart.Line> lines) {
    boolean small = lines.stream().allMatch(line -> line.name().length() <= SHORT_NAME);
    int columns = small ? 4 : 2;
    List<Entry> legend = new ArrayList<>();
    for (int i = 0; lines.size() > 1 && i < lines.size(); i++) {
      int x = i % columns * (WIDTH / columns);
      legend.add(new Entry(lines.get(i), x, FIRST_LINE + (1 + i / columns) * LINE));
    }
    return legend;
  }
}
