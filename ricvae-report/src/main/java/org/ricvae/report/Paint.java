package org.ricvae.report;

/**
 * A colour of a drawing.
 *
 * @param cssClass by which a page's style changes it in dark mode
 * @param rgb as it is elsewhere, {@code 0xRRGGBB}
 */
record Paint(String cssClass, int rgb) {
  static final Paint PAPER = new Paint("paper", 0xffffff);
  static final Paint GRID = new Paint("grid", 0xe2e2e0);
  static final Paint AXIS = new Paint("axis", 0x444444);

  /** Text at an axis. */
  static final Paint TICK = new Paint("tick", 0x444444);

  /** What an axis measures, and titles. */
  static final Paint LABEL = new Paint("label", 0x444444);

  /** Names in the legend and words on marks. */
  static final Paint NAME = new Paint("name", 0x444444);

  /**
   * Text on a cell: light on a dark colour, dark on a light one.
   *
   * @param tight whether it would not fit in a phone's larger type, where it is left out then
   */
  static Paint onCell(int rgb, boolean tight) {
    // How bright a colour looks, by Rec. 709.
    double bright = 0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
    Paint paint = bright < 128 ? new Paint("on-dark", 0xffffff) : new Paint("on-light", 0x1d1d1f);
    return tight ? new Paint(paint.cssClass() + " tight", paint.rgb()) : paint;
  }

  /** The colour as {@code #rrggbb}. */
  String hex() {
    return "#%06x".formatted(rgb);
  }
}
