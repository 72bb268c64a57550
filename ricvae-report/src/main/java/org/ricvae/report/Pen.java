package org.ricvae.report;

import java.awt.BasicStroke;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a line is drawn.
 *
 * @param width its thickness
 * @param dash lengths of ink and gap in turn; empty for a solid line
 */
record Pen(double width, List<Integer> dash) {
  /** For axes, grids and error bars. */
  static final Pen THIN = new Pen(1, List.of());

  /** For the outlines of markers. */
  static final Pen OUTLINE = new Pen(1.5, List.of());

  /** For SVG's {@code stroke-dasharray}; null, so that there is none, if solid. */
  String svgDash() {
    return dash.isEmpty()
        ? null
        : dash.stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  /** For a raster image. */
  BasicStroke stroke() {
    float[] lengths = new float[dash.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = dash.get(i);
    }
    return new BasicStroke(
        (float) width,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        1,
        dash.isEmpty() ? null : lengths,
        0);
  }
}
