package org.ricvae.report;

import java.util.ArrayList;
import java.util.List;

/** Where everything of a {@link Histogram} stands on paper. */
record HistogramLayout(Histogram chart, Legend legend, Frame frame) {
  private static final int PLOT = 240;
  private static final int PADDING = 10;
  private static final int X_TICKS = 8;
  private static final int Y_TICKS = 5;

  static HistogramLayout of(Histogram chart) {
    Legend legend =
        Legend.of(
            chart.series().stream()
                .map(series -> new Legend.Key(series.name(), series.ink(), Legend.Sample.LINE))
                .toList());
    int top = legend.last() + 16;
    int bottom = top + PLOT;
    double highest = 0;
    for (Histogram.Series series : chart.series()) {
      for (int bin = 0; bin < chart.bins().count(); bin++) {
        highest = Math.max(highest, chart.height(series, bin));
      }
    }
    Histogram.Bins bins = chart.bins();
    Scale x =
        new Scale(bins.low(), bins.high(), false, Drawing.LEFT + PADDING, Drawing.RIGHT - PADDING);
    double floor = chart.measure().floor();
    Scale y = new Scale(floor, highest, floor > 0, bottom, top + PADDING);
    return new HistogramLayout(
        chart, legend, new Frame(Drawing.LEFT, Drawing.RIGHT, top, bottom, x, y));
  }

  Drawing draw() {
    Sketch sketch = new Sketch();
    double height = frame.bottom() + Drawing.BELOW;
    frame.rows(sketch, Y_TICKS);
    frame.rowValues(sketch, Y_TICKS);
    frame.columns(sketch, X_TICKS);
    sketch.text(Paint.LABEL, chart.measure().label(), 0, Drawing.FIRST_LINE, 0);
    sketch.text(Paint.LABEL, chart.x(), Drawing.RIGHT, height - 8, 1);
    legend.draw(sketch);
    for (Histogram.Series series : chart.series()) {
      sketch.add(new Piece.Lines(series.ink().paint(), series.ink().pen(), outline(series)));
    }
    return sketch.finish(height);
  }

  /** The steps of a series: one outline for each run of bins that are not empty. */
  List<List<Place>> outline(Histogram.Series series) {
    List<List<Place>> outline = new ArrayList<>();
    Histogram.Bins bins = chart.bins();
    double floor = chart.measure().floor();
    List<Place> steps = new ArrayList<>();
    for (int bin = 0; bin < bins.count(); bin++) {
      if (series.counts()[bin] > 0) {
        if (steps.isEmpty()) {
          steps.add(frame.place(bins.edge(bin), floor));
        }
        double height = chart.height(series, bin);
        steps.add(frame.place(bins.edge(bin), height));
        steps.add(frame.place(bins.edge(bin + 1), height));
      }
      boolean ends = bin + 1 == bins.count() || series.counts()[bin + 1] == 0;
      if (ends && !steps.isEmpty()) {
        steps.add(frame.place(bins.edge(bin + 1), floor));
        outline.add(steps);
        steps = new ArrayList<>();
      }
    }
    return outline;
  }
}
