package org.ricvae.report;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Values over a grid, as colours, and in figures where they fit: a recovery error over (κ, share of
 * corrupted entries), a score over N × M. All panels share the colours, with one bar as their key.
 *
 * @param x the columns, from left to right
 * @param y the rows, from the bottom up, as on an axis
 * @param value what the colours show, with the unit; on a logarithmic axis equal ratios are equal
 *     steps of colour
 * @param panels at least one; somewhere a value that the axis can show
 * @param colors from the lowest value to the highest
 */
public record HeatMap(Side x, Side y, Axis value, List<Panel> panels, ColorMap colors)
    implements Chart {
  /**
   * A side of the grid.
   *
   * @param label what changes along it, with the unit
   * @param names one a column or row, at least one; where they are too long some are left out
   */
  public record Side(String label, List<String> names) {
    /**
     * Copies the names.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Side {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("side \"" + label + "\" has no names");
      }
    }
  }

  /**
   * A grid of its own.
   *
   * @param title above it; may be empty
   * @param rows from the bottom up, each {@code [columns]}; a value that the axis cannot show, such
   *     as NaN, leaves its cell empty; not copied
   */
  public record Panel(String title, List<double[]> rows) {
    /** Copies the list. */
    public Panel {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException where there is no panel, one is not of the size of the sides,
   *     or there is no value to show
   */
  public HeatMap {
    panels = List.copyOf(panels);
    for (Panel panel : panels) {
      if (panel.rows().size() != y.names().size()
          || panel.rows().stream().anyMatch(row -> row.length != x.names().size())) {
        throw new IllegalArgumentException(
            "heat map of %s: panel \"%s\" is not of %d rows of %d values"
                .formatted(value.label(), panel.title(), y.names().size(), x.names().size()));
      }
    }
    if (visible(value, panels).findAny().isEmpty()) {
      throw new IllegalArgumentException("heat map of " + value.label() + ": no value to show");
    }
  }

  /** A map of one grid in {@link ColorMap#VIRIDIS}. */
  public static HeatMap of(Side x, Side y, Axis value, List<double[]> rows) {
    return new HeatMap(x, y, value, List.of(new Panel("", rows)), ColorMap.VIRIDIS);
  }

  /** The values that have a colour. */
  DoubleStream visible() {
    return visible(value, panels);
  }

  private static DoubleStream visible(Axis value, List<Panel> panels) {
    return panels.stream()
        .flatMap(panel -> panel.rows().stream())
        .flatMapToDouble(DoubleStream::of)
        .filter(value::shows);
  }
}
