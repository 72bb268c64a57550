package org.ricvae.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.ricvae.data.InputException;

/** Draws a {@link Drawing} as a raster image: the same picture as the SVG, light. */
final class ChartPng {
  private static final int PIXELS_PER_UNIT = 2;

  private final Font font;
  private final Graphics2D graphics;

  private ChartPng(Font font, Graphics2D graphics) {
    this.font = font;
    this.graphics = graphics;
  }

  /**
   * The bytes of a PNG file.
   *
   * @throws InputException where this Java has no fonts
   */
  static byte[] encode(Drawing drawing) {
    Font font =
        Lettering.font()
            .orElseThrow(
                () ->
                    new InputException(
                        "cannot draw a chart as PNG: this Java finds no fonts; install fontconfig and a font (Debian: fonts-dejavu-core), or write SVG, which needs none"));
    BufferedImage image =
        new BufferedImage(
            Drawing.WIDTH * PIXELS_PER_UNIT,
            (int) Math.ceil(drawing.height() * PIXELS_PER_UNIT),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setBackground(new Color(Paint.PAPER.rgb()));
    graphics.clearRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
    graphics.setFont(font);
    ChartPng painter = new ChartPng(font, graphics);
    drawing.pieces().forEach(painter::draw);
    graphics.dispose();
    return Png.encode(image);
  }

  private void draw(Piece piece) {
    if (piece instanceof Piece.Lines lines) {
      lines(lines);
    } else if (piece instanceof Piece.Markers markers) {
      markers(markers);
    } else if (piece instanceof Piece.Dots dots) {
      dots(dots);
    } else if (piece instanceof Piece.Ring ring) {
      graphics.setColor(new Color(ring.paint().rgb()));
      graphics.setStroke(Pen.THIN.stroke());
      graphics.draw(disc(ring.centre(), ring.radius()));
    } else if (piece instanceof Piece.Cell cell) {
      graphics.setColor(new Color(cell.rgb()));
      graphics.fill(new Rectangle2D.Double(cell.x(), cell.y(), cell.width(), cell.height()));
    } else {
      text((Piece.Text) piece);
    }
  }

  private void lines(Piece.Lines lines) {
    graphics.setColor(new Color(lines.paint().rgb()));
    graphics.setStroke(lines.pen().stroke());
    for (List<Place> stroke : lines.strokes()) {
      Path2D path = new Path2D.Double();
      path.moveTo(stroke.get(0).x(), stroke.get(0).y());
      stroke.forEach(place -> path.lineTo(place.x(), place.y()));
      graphics.draw(path);
    }
  }

  private void markers(Piece.Markers markers) {
    graphics.setStroke(Pen.OUTLINE.stroke());
    for (Place place : markers.places()) {
      Shape shape = markers.ink().marker().shape(place);
      graphics.setColor(new Color(markers.filling().rgb()));
      graphics.fill(shape);
      graphics.setColor(new Color(markers.ink().rgb()));
      graphics.draw(shape);
    }
  }

  private void dots(Piece.Dots dots) {
    Path2D layer = new Path2D.Double(Path2D.WIND_NON_ZERO);
    dots.layer().forEach(place -> layer.append(disc(place, dots.radius()), false));
    int alpha = (int) Math.round(255 * dots.opacity());
    graphics.setColor(new Color(alpha << 24 | dots.paint().rgb(), true));
    graphics.fill(layer);
  }

  /** Writes text with its anchor's share of its width left of its place. */
  private void text(Piece.Text text) {
    double width = font.getStringBounds(text.text(), graphics.getFontRenderContext()).getWidth();
    graphics.setColor(new Color(text.paint().rgb()));
    graphics.drawString(
        text.text(), (float) (text.at().x() - text.anchor() * width), (float) text.at().y());
  }

  private static Ellipse2D disc(Place centre, double radius) {
    return new Ellipse2D.Double(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
  }
}
