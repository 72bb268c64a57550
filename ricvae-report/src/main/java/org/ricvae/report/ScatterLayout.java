package org.ricvae.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/** Where everything of a {@link ScatterChart} stands on paper. */
record ScatterLayout(ScatterChart chart, Legend legend, PanelGrid grid, Scale x, Scale y) {
  /** A single panel is no wider. */
  private static final int WIDEST = 400;

  /** Height of the line that says how many points are drawn. */
  private static final int NOTE = 22;

  private static final double DOT_RADIUS = 1.3;
  private static final double DOT_OPACITY = 0.4;
  private static final int PADDING = 8;

  /** Over how many layers the dots of a series are spread. */
  private static final int LAYERS = 12;

  /** A tick every so many units of length, at the most. */
  private static final int TICK_ROOM = 30;

  static ScatterLayout of(ScatterChart chart) {
    List<Legend.Key> keys = keys(chart);
    Legend legend = Legend.of(keys);
    double room = Drawing.RIGHT - Drawing.LEFT;
    double side = Math.min(WIDEST, PanelGrid.width(chart.panels().size(), room));
    List<String> titles = chart.panels().stream().map(ScatterChart.Panel::title).toList();
    PanelGrid grid = PanelGrid.of(titles, Drawing.LEFT, legend.last() + 16, side, side);

    DoubleSummaryStatistics rangeX = range(chart, true);
    DoubleSummaryStatistics rangeY = range(chart, false);
    double span = Math.max(length(rangeX), length(rangeY));
    return new ScatterLayout(
        chart,
        legend,
        grid,
        scale(rangeX, span, PADDING, side - PADDING),
        scale(rangeY, span, side - PADDING, PADDING));
  }

  Drawing draw() {
    Sketch sketch = new Sketch();
    String note = note();
    double label = grid.bottom() + Drawing.BELOW - 8;
    sketch.text(Paint.LABEL, chart.y(), 0, Drawing.FIRST_LINE, 0);
    sketch.text(Paint.LABEL, chart.x(), grid.right(), label, 1);
    legend.draw(sketch);
    for (int i = 0; i < chart.panels().size(); i++) {
      panel(sketch, i);
    }
    sketch.text(Paint.TICK, note, grid.right(), label + NOTE, 1);
    return sketch.finish(label + 8 + (note.isEmpty() ? 0 : NOTE));
  }

  /** The plot of panel {@code i}. */
  Frame frame(int i) {
    double left = grid.left(i);
    double top = grid.top(i);
    return new Frame(
        left, left + grid.width(), top, top + grid.height(), x.moved(left), y.moved(top));
  }

  /** The places of the dots of a series. */
  List<Place> dots(Frame frame, ScatterChart.Panel panel, ScatterChart.Series series) {
    return chosen(chart, panel, series)
        .mapToObj(i -> frame.place(series.x()[i], series.y()[i]))
        .toList();
  }

  private void panel(Sketch sketch, int i) {
    Frame frame = frame(i);
    ScatterChart.Panel panel = chart.panels().get(i);
    int ticks = (int) (grid.width() / TICK_ROOM);
    frame.rows(sketch, ticks);
    if (grid.first(i)) {
      frame.rowValues(sketch, ticks);
    }
    frame.columns(sketch, ticks);
    sketch.text(Paint.LABEL, panel.title(), frame.left(), frame.top() - 8, 0);
    for (ScatterChart.Series series : panel.series()) {
      layers(sketch, series.ink(), dots(frame, panel, series));
    }
    for (ScatterChart.Circle circle : chart.circles()) {
      Place centre = frame.place(circle.x(), circle.y());
      double radius = frame.x().position(circle.x() + circle.radius()) - centre.x();
      sketch.add(new Piece.Ring(Paint.AXIS, centre, radius));
    }
  }

  /** Spreads dots over layers, so that they add up where layers overlap. */
  private static void layers(Sketch sketch, Ink ink, List<Place> dots) {
    for (int layer = 0; layer < Math.min(LAYERS, dots.size()); layer++) {
      List<Place> own = new ArrayList<>();
      for (int i = layer; i < dots.size(); i += LAYERS) {
        own.add(dots.get(i));
      }
      sketch.add(new Piece.Dots(ink.paint(), DOT_RADIUS, DOT_OPACITY, own));
    }
  }

  /** How many of the points are drawn, where it is not all. */
  private String note() {
    long all = 0;
    long drawn = 0;
    for (ScatterChart.Panel panel : chart.panels()) {
      for (ScatterChart.Series series : panel.series()) {
        all += series.visible().count();
        drawn += chosen(chart, panel, series).count();
      }
    }
    return drawn == all ? "" : "%d of %d points drawn".formatted(drawn, all);
  }

  /** The points of a series to draw: evenly chosen where there are too many. */
  private static IntStream chosen(
      ScatterChart chart, ScatterChart.Panel panel, ScatterChart.Series series) {
    int[] visible = series.visible().toArray();
    int most = Math.max(1, ScatterChart.MAX_DOTS / chart.panels().size() / panel.series().size());
    int drawn = Math.min(visible.length, most);
    return IntStream.range(0, drawn).map(k -> visible[(int) ((long) k * visible.length / drawn)]);
  }

  /** One entry a name, if some panel has several series; else titles say it. */
  private static List<Legend.Key> keys(ScatterChart chart) {
    return chart.panels().stream().allMatch(panel -> panel.series().size() == 1)
        ? List.of()
        : chart.panels().stream()
            .flatMap(panel -> panel.series().stream())
            .map(series -> new Legend.Key(series.name(), series.ink(), Legend.Sample.DOT))
            .distinct()
            .toList();
  }

  private static DoubleSummaryStatistics range(ScatterChart chart, boolean horizontal) {
    DoubleSummaryStatistics range = new DoubleSummaryStatistics();
    for (ScatterChart.Panel panel : chart.panels()) {
      for (ScatterChart.Series series : panel.series()) {
        float[] own = horizontal ? series.x() : series.y();
        chosen(chart, panel, series).forEach(i -> range.accept(own[i]));
      }
    }
    for (ScatterChart.Circle circle : chart.circles()) {
      double centre = horizontal ? circle.x() : circle.y();
      range.accept(centre - circle.radius());
      range.accept(centre + circle.radius());
    }
    return range;
  }

  private static double length(DoubleSummaryStatistics range) {
    return range.getMax() - range.getMin();
  }

  /** A scale as long as {@code span}, with the range in its middle. */
  private static Scale scale(DoubleSummaryStatistics range, double span, double from, double to) {
    double middle = (range.getMin() + range.getMax()) / 2;
    double half = span > 0 ? span / 2 : 1;
    return new Scale(middle - half, middle + half, false, from, to);
  }
}
