package org.ricvae.report;

/** The rectangle of a plot with its scales: draws the grid and the ticks around it. */
record Frame(double left, double right, double top, double bottom, Scale x, Scale y) {
  /** Horizontal lines across the plot. */
  void rows(Sketch sketch, int most) {
    for (Scale.Tick tick : y.ticks(most)) {
      sketch.line(Paint.GRID, left, tick.position(), right, tick.position());
    }
  }

  /** Their values, left of the plot. */
  void rowValues(Sketch sketch, int most) {
    for (Scale.Tick tick : y.ticks(most)) {
      sketch.text(Paint.TICK, tick.text(), left - 8, tick.position() + Drawing.MIDDLE, 1);
    }
  }

  /** The base line, with short strokes and their values below. */
  void columns(Sketch sketch, int most) {
    sketch.line(Paint.AXIS, left, bottom, right, bottom);
    for (Scale.Tick tick : x.ticks(most)) {
      sketch.line(Paint.AXIS, tick.position(), bottom, tick.position(), bottom + 5);
      sketch.text(Paint.TICK, tick.text(), tick.position(), bottom + 22, 0.5);
    }
  }

  Place place(double valueX, double valueY) {
    return new Place(x.position(valueX), y.position(valueY));
  }
}
