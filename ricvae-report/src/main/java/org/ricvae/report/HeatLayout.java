package org.ricvae.report;

import java.util.List;

/**
 * Where everything of a {@link HeatMap} stands on paper.
 *
 * @param shades from values to [0, 1], where the colours are
 * @param letters of the longest value as it is written in a cell
 */
record HeatLayout(HeatMap chart, PanelGrid grid, Scale shades, int letters) {
  /** Width of the colour bar with its values, right of the panels. */
  private static final int BAR_ROOM = 92;

  private static final int BAR = 14;
  private static final int BAR_STEPS = 48;
  private static final int BAR_TICKS = 5;

  /** The lowest and the highest cell. */
  private static final double LOW_CELL = 26;

  private static final double HIGH_CELL = 44;

  /** Width of a letter outside of phones. */
  private static final double SMALL_LETTER = 8;

  /** Paper between cells. */
  private static final double SEAM = 1;

  private static final int TOP = 54;

  static HeatLayout of(HeatMap chart) {
    double left = Math.max(Drawing.LEFT / 2.0, 12 + Drawing.LETTER * longest(chart.y().names()));
    double room = Drawing.WIDTH - BAR_ROOM - left;
    double width = PanelGrid.width(chart.panels().size(), room);
    double cell = width / chart.x().names().size();
    double height = Math.max(LOW_CELL, Math.min(HIGH_CELL, cell)) * chart.y().names().size();
    List<String> titles = chart.panels().stream().map(HeatMap.Panel::title).toList();
    double low = chart.visible().min().orElseThrow();
    double high = chart.visible().max().orElseThrow();
    return new HeatLayout(
        chart,
        PanelGrid.of(titles, left, TOP, width, height),
        Scale.over(chart.value(), low, high, 0, 1),
        longest(chart.visible().mapToObj(Scale::brief).toList()));
  }

  Drawing draw() {
    Sketch sketch = new Sketch();
    double height = grid.bottom() + Drawing.BELOW;
    sketch.text(Paint.LABEL, chart.value().label(), Drawing.WIDTH, Drawing.FIRST_LINE, 1);
    sketch.text(Paint.LABEL, chart.y().label(), 0, TOP - 14, 0);
    sketch.text(Paint.LABEL, chart.x().label(), grid.right(), height - 8, 1);
    for (int i = 0; i < chart.panels().size(); i++) {
      panel(sketch, i);
    }
    bar(sketch);
    return sketch.finish(height);
  }

  /** The colour of a value. */
  int rgb(double value) {
    return chart.colors().rgb((float) shades.position(value));
  }

  /** Whether the longest value fits a cell in letters of the given width. */
  boolean fits(double letter) {
    return letters * letter + 4 <= cellWidth();
  }

  private double cellWidth() {
    return grid.width() / chart.x().names().size();
  }

  private double cellHeight() {
    return grid.height() / chart.y().names().size();
  }

  private void panel(Sketch sketch, int index) {
    HeatMap.Panel panel = chart.panels().get(index);
    double left = grid.left(index);
    double bottom = grid.top(index) + grid.height();
    sketch.text(Paint.LABEL, panel.title(), left, grid.top(index) - 8, 0);
    for (int row = 0; row < panel.rows().size(); row++) {
      double[] values = panel.rows().get(row);
      for (int column = 0; column < values.length; column++) {
        cell(
            sketch, values[column], left + column * cellWidth(), bottom - (row + 1) * cellHeight());
      }
    }
    List<String> columns = chart.x().names();
    int every = (int) Math.ceil((longest(columns) + 1) * Drawing.LETTER / cellWidth());
    for (int i = 0; i < columns.size(); i += every) {
      sketch.text(Paint.TICK, columns.get(i), left + (i + 0.5) * cellWidth(), bottom + 20, 0.5);
    }
    for (int i = 0; grid.first(index) && i < chart.y().names().size(); i++) {
      double middle = bottom - (i + 0.5) * cellHeight() + Drawing.MIDDLE;
      sketch.text(Paint.TICK, chart.y().names().get(i), left - 8, middle, 1);
    }
  }

  private void cell(Sketch sketch, double value, double x, double y) {
    if (!chart.value().shows(value)) {
      sketch.text(Paint.TICK, "–", x + cellWidth() / 2, y + cellHeight() / 2 + Drawing.MIDDLE, 0.5);
      return;
    }
    int rgb = rgb(value);
    sketch.add(new Piece.Cell(rgb, x, y, cellWidth() - SEAM, cellHeight() - SEAM));
    if (fits(SMALL_LETTER)) {
      sketch.text(
          Paint.onCell(rgb, !fits(Drawing.LETTER)),
          Scale.brief(value),
          x + (cellWidth() - SEAM) / 2,
          y + (cellHeight() - SEAM) / 2 + Drawing.MIDDLE,
          0.5);
    }
  }

  /** The key of the colours, as high as the first row of panels. */
  private void bar(Sketch sketch) {
    double left = Drawing.WIDTH - BAR_ROOM + 20;
    double top = grid.top(0);
    double bottom = top + grid.height() - SEAM;
    for (int i = 0; i < BAR_STEPS; i++) {
      // Each step reaches to the top and the next covers it, so that no seam shows.
      double from = bottom - (bottom - top) * i / BAR_STEPS;
      int rgb = chart.colors().rgb((i + 0.5f) / BAR_STEPS);
      sketch.add(new Piece.Cell(rgb, left, top, BAR, from - top));
    }
    Scale values = new Scale(shades.low(), shades.high(), shades.logarithmic(), bottom, top);
    for (Scale.Tick tick : values.ticks(BAR_TICKS)) {
      sketch.line(Paint.AXIS, left + BAR, tick.position(), left + BAR + 4, tick.position());
      sketch.text(Paint.TICK, tick.text(), left + BAR + 8, tick.position() + Drawing.MIDDLE, 0);
    }
  }

  private static int longest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }
}
