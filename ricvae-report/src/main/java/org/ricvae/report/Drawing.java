package org.ricvae.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A chart on paper: what SVG and PNG draw alike.
 *
 * <p>Nothing here measures text, so no font is needed: labels are anchored at their middle or end,
 * the legend stands in columns, and where room matters a width is assumed that text in a phone's
 * larger type does not exceed ({@link #LETTER}).
 *
 * @param height of the picture; its width is {@link #WIDTH}
 * @param pieces in drawing order
 */
record Drawing(double height, List<Piece> pieces) {
  static final int WIDTH = 640;

  /** The left and right edges of a plot. */
  static final int LEFT = 72;

  static final int RIGHT = WIDTH - 16;

  /** The base line of the first line of text. */
  static final int FIRST_LINE = 16;

  /** From the base line of text to the middle of its letters. */
  static final double MIDDLE = 4.5;

  /** Height of the tick texts and the axis label below a plot. */
  static final int BELOW = 58;

  /** Width to reserve for a letter, as large as a phone shows it. */
  static final int LETTER = 10;

  static Drawing of(Chart chart) {
    if (chart instanceof LineChart lines) {
      return LineLayout.of(lines).draw();
    }
    if (chart instanceof ScatterChart scatter) {
      return ScatterLayout.of(scatter).draw();
    }
    if (chart instanceof Histogram histogram) {
      return HistogramLayout.of(histogram).draw();
    }
    return HeatLayout.of((HeatMap) chart).draw();
  }

  /** A length with at most one decimal: enough on paper, and a short file. */
  static String px(double length) {
    return BigDecimal.valueOf(length)
        .setScale(1, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
