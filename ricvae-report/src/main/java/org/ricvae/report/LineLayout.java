package org.ricvae.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Where everything of a {@link LineChart} stands on paper. */
record LineLayout(LineChart chart, Legend legend, Frame frame) {
  private static final int PLOT = 240;

  /** The height for many lines, which lie closer. */
  private static final int TALL_PLOT = 340;

  private static final int MANY = 4;

  /** Height of the words on marks, above the plot. */
  private static final int WORDS = 20;

  private static final int PADDING = 10;
  private static final int X_TICKS = 8;

  /** A line across the plot every so many units of length, at the least. */
  private static final int TICK_ROOM = 38;

  /** Half the width of an error bar's cap. */
  private static final double CAP = 3.5;

  static LineLayout of(LineChart chart) {
    Legend legend = Legend.of(chart.lines().stream().map(LineLayout::key).toList());
    int top = legend.last() + 16 + (chart.marks().isEmpty() ? 0 : WORDS);
    int bottom = top + (chart.lines().size() > MANY ? TALL_PLOT : PLOT);
    double[] xs = chart.visible().mapToDouble(LineChart.Point::x).sorted().toArray();
    double[] ys =
        chart.visible().flatMapToDouble(point -> heights(chart, point)).sorted().toArray();
    Scale x =
        Scale.over(
            chart.x(), xs[0], xs[xs.length - 1], Drawing.LEFT + PADDING, Drawing.RIGHT - PADDING);
    Scale y = Scale.over(chart.y(), ys[0], ys[ys.length - 1], bottom - PADDING, top + PADDING);
    return new LineLayout(chart, legend, new Frame(Drawing.LEFT, Drawing.RIGHT, top, bottom, x, y));
  }

  Drawing draw() {
    Sketch sketch = new Sketch();
    int rows = (int) (frame.bottom() - frame.top()) / TICK_ROOM;
    frame.rows(sketch, rows);
    frame.rowValues(sketch, rows);
    frame.columns(sketch, X_TICKS);
    double height = frame.bottom() + Drawing.BELOW;
    sketch.text(Paint.LABEL, chart.y().label(), 0, Drawing.FIRST_LINE, 0);
    sketch.text(Paint.LABEL, chart.x().label(), Drawing.RIGHT, height - 8, 1);
    legend.draw(sketch);
    for (LineChart.Mark mark : marks()) {
      double at = frame.x().position(mark.x());
      double half = mark.label().length() * Drawing.LETTER / 2.0;
      double anchor = at < half ? 0 : at > Drawing.WIDTH - half ? 1 : 0.5;
      sketch.line(Paint.AXIS, at, frame.top(), at, frame.bottom());
      sketch.text(Paint.NAME, mark.label(), at, frame.top() - 6, anchor);
    }
    for (LineChart.Line line : chart.lines()) {
      sketch.add(new Piece.Lines(line.ink().paint(), Pen.THIN, bars(line)));
    }
    for (LineChart.Line line : chart.lines()) {
      sketch.add(new Piece.Lines(line.ink().paint(), line.ink().pen(), strokes(line)));
    }
    for (LineChart.Line line : chart.lines()) {
      sketch.add(new Piece.Markers(line.ink(), markers(line)));
    }
    return sketch.finish(height);
  }

  /** The marks within the range of the lines. */
  List<LineChart.Mark> marks() {
    Scale x = frame.x();
    return chart.marks().stream()
        .filter(mark -> chart.x().shows(mark.x()) && mark.x() >= x.low() && mark.x() <= x.high())
        .toList();
  }

  /** A line on paper: its strokes, a new one after each point that cannot be drawn. */
  List<List<Place>> strokes(LineChart.Line line) {
    List<List<Place>> strokes = new ArrayList<>();
    boolean drawing = false;
    for (LineChart.Point point : line.points()) {
      boolean shown = chart.shows(point);
      if (shown && !drawing) {
        strokes.add(new ArrayList<>());
      }
      if (shown) {
        strokes.get(strokes.size() - 1).add(frame.place(point.x(), point.y()));
      }
      drawing = shown;
    }
    return strokes;
  }

  /** The places of the points to mark: all of a short line, else none. */
  List<Place> markers(LineChart.Line line) {
    return line.marked()
        ? line.points().stream()
            .filter(chart::shows)
            .map(point -> frame.place(point.x(), point.y()))
            .toList()
        : List.of();
  }

  /** The error bars of a line: each an upright stroke and its caps. */
  List<List<Place>> bars(LineChart.Line line) {
    List<List<Place>> bars = new ArrayList<>();
    for (LineChart.Point point : line.points()) {
      if (chart.shows(point) && point.barred()) {
        double at = frame.x().position(point.x());
        double low = end(point.low());
        double high = end(point.high());
        bars.add(List.of(new Place(at, low), new Place(at, high)));
        for (double value : new double[] {point.low(), point.high()}) {
          if (chart.y().shows(value)) {
            bars.add(List.of(new Place(at - CAP, end(value)), new Place(at + CAP, end(value))));
          }
        }
      }
    }
    return bars;
  }

  /** Where an error bar ends: at the plot's lower edge if the axis cannot show its value. */
  private double end(double value) {
    return chart.y().shows(value) ? frame.y().position(value) : frame.bottom();
  }

  /** What the vertical axis must have room for. */
  private static DoubleStream heights(LineChart chart, LineChart.Point point) {
    DoubleStream values =
        point.barred()
            ? DoubleStream.of(point.y(), point.low(), point.high())
            : DoubleStream.of(point.y());
    return values.filter(chart.y()::shows);
  }

  private static Legend.Key key(LineChart.Line line) {
    return new Legend.Key(
        line.name(),
        line.ink(),
        line.marked() ? Legend.Sample.LINE_AND_MARKER : Legend.Sample.LINE);
  }
}
