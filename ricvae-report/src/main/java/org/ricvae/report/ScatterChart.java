package org.ricvae.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Points in the plane, as small translucent dots: how two dimensions of a latent space are filled.
 * A unit has one length on both axes, in every panel.
 *
 * <p>Of many points an even choice is drawn, {@link #MAX_DOTS} in all panels, and the chart says
 * so: the eye cannot tell more apart, and the SVG stays below 100 kB. Dots are spread over a few
 * layers, each painted as one path, so that a crowd still looks denser than a few.
 *
 * @param x what the horizontal axis measures, with the unit
 * @param y what the vertical axis measures, with the unit
 * @param panels at least one, side by side on the same scales
 * @param circles drawn in every panel, often none
 */
public record ScatterChart(String x, String y, List<Panel> panels, List<Circle> circles)
    implements Chart {
  /** The most dots drawn, shared evenly by panels and their series. */
  public static final int MAX_DOTS = 4000;

  /**
   * One, two and three standard deviations of N(0, I) in the plane. They hold 39, 86 and 99 % of
   * it.
   */
  public static final List<Circle> SIGMAS =
      List.of(new Circle(0, 0, 1), new Circle(0, 0, 2), new Circle(0, 0, 3));

  /**
   * A plot of its own.
   *
   * @param title above it; may be empty
   * @param series at least one; later ones are drawn over earlier ones
   */
  public record Panel(String title, List<Series> series) {
    /**
     * Copies the series.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Panel {
      series = List.copyOf(series);
      if (series.isEmpty()) {
        throw new IllegalArgumentException("panel \"" + title + "\" has no series");
      }
    }
  }

  /**
   * Points of one kind.
   *
   * @param name for the legend, which is drawn where a panel has several series
   * @param ink of which only the colour shows: series of one panel should differ in it
   * @param x {@code [points]}
   * @param y {@code [points]}; a point of which either is not finite is left out; not copied
   */
  public record Series(String name, Ink ink, float[] x, float[] y) {
    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException where they differ
     */
    public Series {
      if (x.length != y.length) {
        throw new IllegalArgumentException(
            "series \"%s\": %d values of x and %d of y".formatted(name, x.length, y.length));
      }
    }

    /** The indices of the points that can be drawn. */
    IntStream visible() {
      return IntStream.range(0, x.length).filter(i -> Float.isFinite(x[i]) && Float.isFinite(y[i]));
    }
  }

  /** A circle to read the points against, in the units of the axes. */
  public record Circle(double x, double y, double radius) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException where one is not finite, or the radius not positive
     */
    public Circle {
      if (!Double.isFinite(x + y + radius) || radius <= 0) {
        throw new IllegalArgumentException(
            "circle of radius %s around (%s, %s)".formatted(radius, x, y));
      }
    }
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException where there is no panel, or no point that can be drawn
   */
  public ScatterChart {
    panels = List.copyOf(panels);
    circles = List.copyOf(circles);
    if (panels.stream()
        .flatMap(panel -> panel.series().stream())
        .allMatch(series -> series.visible().findAny().isEmpty())) {
      throw new IllegalArgumentException(
          "chart of %s by %s: no series has a point to draw".formatted(y, x));
    }
  }

  /** A chart of one panel without a title. */
  public static ScatterChart of(String x, String y, List<Series> series, List<Circle> circles) {
    return new ScatterChart(x, y, List.of(new Panel("", series)), circles);
  }
}
