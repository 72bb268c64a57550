package org.ricvae.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the plots of a chart with several panels stand: up to {@link #COLUMNS} side by side.
 *
 * @param top above the first row, its titles included
 * @param title height of a title, zero where no panel has one
 */
record PanelGrid(int count, double left, double top, double title, double width, double height) {
  static final int COLUMNS = 3;

  /** Between panels. */
  static final int GAP = 20;

  /** Height of the tick texts below a panel. */
  private static final int TICKS = 30;

  /** The title's height where there is one. */
  private static final int TITLE = 24;

  /** The width of one of {@code count} panels that share {@code room}. */
  static double width(int count, double room) {
    int columns = Math.min(count, COLUMNS);
    return (room - (columns - 1) * GAP) / columns;
  }

  static PanelGrid of(List<String> titles, double left, double top, double width, double height) {
    boolean titled = titles.stream().anyMatch(title -> !title.isEmpty());
    return new PanelGrid(titles.size(), left, top, titled ? TITLE : 0, width, height);
  }

  /** The left edge of panel {@code i}. */
  double left(int i) {
    return left + i % COLUMNS * (width + GAP);
  }

  /** The upper edge of the plot of panel {@code i}. */
  double top(int i) {
    int row = i / COLUMNS;
    return top + title + row * (title + height + TICKS + GAP);
  }

  /** The lower edge of the plots in the last row. */
  double bottom() {
    return top(count - 1) + height;
  }

  /** The right edge of the panels in the first row. */
  double right() {
    return IntStream.range(0, Math.min(count, COLUMNS)).mapToDouble(this::left).max().orElse(left)
        + width;
  }

  /** Whether panel {@code i} has the values of the vertical axis at its left. */
  boolean first(int i) {
    return i % COLUMNS == 0;
  }
}
