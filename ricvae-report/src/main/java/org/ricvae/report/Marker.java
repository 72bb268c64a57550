package org.ricvae.report;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The shape that stands at a point of a series, about as large to the eye as a disc. */
enum Marker {
  DISC,
  SQUARE(-2.9, -2.9, 2.9, -2.9, 2.9, 2.9, -2.9, 2.9),
  TRIANGLE(0, -4.2, 4, 2.8, -4, 2.8),
  DOWN(0, 4.2, 4, -2.8, -4, -2.8),
  DIAMOND(0, -4.2, 4.2, 0, 0, 4.2, -4.2, 0),
  /** As the cross, upright. */
  PLUS(-4, 0, 4, 0, 0, 0, 0, -4, 0, 4, 0, 0),
  /** Two strokes: each goes out and back, so that there is nothing to fill. */
  CROSS(-3.2, -3.2, 3.2, 3.2, 0, 0, 3.2, -3.2, -3.2, 3.2, 0, 0);

  /** Of the disc. */
  private static final double RADIUS = 3.2;

  /** Corners in turn, x and y of each; none for the disc. */
  @SuppressWarnings("ImmutableEnumChecker") // never leaves, never written
  private final double[] corners;

  Marker(double... corners) {
    this.corners = corners;
  }

  /** At a place, as SVG path data. */
  String path(Place at) {
    if (corners.length == 0) {
      String arc = "a%1$s %1$s 0 1 1 ".formatted(RADIUS);
      double across = 2 * RADIUS;
      return "M%s %s".formatted(Drawing.px(at.x() - RADIUS), Drawing.px(at.y()))
          + (arc + Drawing.px(across) + " 0" + arc + Drawing.px(-across) + " 0Z");
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < corners.length; i += 2) {
      path.append(i == 0 ? 'M' : 'L')
          .append(Drawing.px(at.x() + corners[i]))
          .append(' ')
          .append(Drawing.px(at.y() + corners[i + 1]));
    }
    return path.append('Z').toString();
  }

  /** At a place, for a raster image. */
  Shape shape(Place at) {
    if (corners.length == 0) {
      return new Ellipse2D.Double(at.x() - RADIUS, at.y() - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }
    Path2D path = new Path2D.Double();
    path.moveTo(at.x() + corners[0], at.y() + corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(at.x() + corners[i], at.y() + corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
