package org.ricvae.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.ricvae.data.InputException;

/** Draws a {@link ChartLayout} as a raster image: the same picture as the SVG, light. */
final class ChartPng {
  private static final int PIXELS_PER_UNIT = 2;
  private static final Color PAPER = Color.WHITE;
  private static final Color TEXT = new Color(0x444444);
  private static final Color GRID = new Color(0xe2e2e0);
  private static final float LINE = 2f;
  private static final double DOT = 3.2;

  private final ChartLayout layout;
  private final Font font;
  private final Graphics2D graphics;

  private ChartPng(ChartLayout layout, Font font, Graphics2D graphics) {
    this.layout = layout;
    this.font = font;
    this.graphics = graphics;
  }

  /**
   * The bytes of a PNG file.
   *
   * @throws InputException where this Java has no fonts
   */
  static byte[] encode(ChartLayout layout) {
    Font font =
        Lettering.font()
            .orElseThrow(
                () ->
                    new InputException(
                        "cannot draw a chart as PNG: this Java finds no fonts; install fontconfig and a font (Debian: fonts-dejavu-core), or write SVG, which needs none"));
    BufferedImage image =
        new BufferedImage(
            ChartLayout.WIDTH * PIXELS_PER_UNIT,
            layout.height() * PIXELS_PER_UNIT,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setBackground(PAPER);
    graphics.clearRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
    graphics.setFont(font);
    new ChartPng(layout, font, graphics).draw();
    graphics.dispose();
    return Png.encode(image);
  }

  private void draw() {
    graphics.setStroke(new BasicStroke(1));
    for (Scale.Tick tick : layout.yTicks()) {
      line(GRID, ChartLayout.LEFT, tick.position(), ChartLayout.RIGHT, tick.position());
      text(tick.text(), ChartLayout.LEFT - 8, tick.position() + 4.5, 1);
    }
    for (Scale.Tick tick : layout.xTicks()) {
      line(TEXT, tick.position(), layout.bottom(), tick.position(), layout.bottom() + 5);
      text(tick.text(), tick.position(), layout.bottom() + 22, 0.5);
    }
    line(TEXT, ChartLayout.LEFT, layout.bottom(), ChartLayout.RIGHT, layout.bottom());
    text(layout.chart().y().label(), 0, ChartLayout.FIRST_LINE, 0);
    text(layout.chart().x().label(), ChartLayout.RIGHT, layout.height() - 8, 1);
    layout.legend().forEach(this::entry);
    for (LineChart.Mark mark : layout.marks()) {
      double at = layout.x().position(mark.x());
      line(TEXT, at, layout.top() + 14, at, layout.bottom());
      text(mark.label(), at, layout.top() + 8, 0.5);
    }
    layout.chart().lines().forEach(this::curve);
  }

  private void entry(ChartLayout.Entry entry) {
    Ink ink = entry.line().ink();
    double x = entry.x();
    graphics.setColor(new Color(ink.rgb()));
    graphics.setStroke(ink.stroke(LINE));
    graphics.draw(new Line2D.Double(x, entry.y() - 4.5, x + ChartLayout.SAMPLE, entry.y() - 4.5));
    text(entry.line().name(), x + ChartLayout.SAMPLE + 6, entry.y(), 0);
  }

  private void curve(LineChart.Line line) {
    graphics.setColor(new Color(line.ink().rgb()));
    graphics.setStroke(line.ink().stroke(LINE));
    for (List<LineChart.Point> stroke : layout.strokes(line)) {
      Path2D path = new Path2D.Double();
      path.moveTo(stroke.get(0).x(), stroke.get(0).y());
      stroke.forEach(point -> path.lineTo(point.x(), point.y()));
      graphics.draw(path);
    }
    for (LineChart.Point dot : layout.dots(line)) {
      graphics.fill(new Ellipse2D.Double(dot.x() - DOT, dot.y() - DOT, 2 * DOT, 2 * DOT));
    }
  }

  private void line(Color color, double x1, double y1, double x2, double y2) {
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke(1));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /** Writes text with {@code anchor} of its width left of x. */
  private void text(String text, double x, double y, double anchor) {
    double width = font.getStringBounds(text, Lettering.CONTEXT).getWidth();
    graphics.setColor(TEXT);
    graphics.drawString(text, (float) (x - anchor * width), (float) y);
  }
}
