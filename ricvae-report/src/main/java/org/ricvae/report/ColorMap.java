package org.ricvae.report;

/**
 * How a value in [0, 1] becomes a colour.
 *
 * <p>{@link #VIRIDIS} and {@link #INFERNO} are perceptually uniform: equal steps of the value look
 * like equal steps of colour, also to the colour-blind and in grey print. They are matplotlib's
 * maps by Nathaniel J. Smith, Stéfan van der Walt and Eric Firing, released under CC0; here every
 * 17th of the 256 entries, linearly between them (at most 7 of 255 away from the full table).
 */
public enum ColorMap {
  /** Black to white; the natural one for pictures. */
  GREY(0x000000, 0xffffff),

  /** Dark violet over green to yellow. */
  VIRIDIS(
      0x440154, 0x481a6c, 0x472f7d, 0x414487, 0x39568c, 0x31688e, 0x2a788e, 0x23888e, 0x1f988b,
      0x22a884, 0x35b779, 0x54c568, 0x7ad151, 0xa5db36, 0xd2e21b, 0xfde725),

  /** Black over red to pale yellow; for residuals and outlier maps, where nothing is black. */
  INFERNO(
      0x000004, 0x0c0826, 0x240c4f, 0x420a68, 0x5d126e, 0x781c6d, 0x932667, 0xae305c, 0xc73e4c,
      0xdd513a, 0xed6925, 0xf8850f, 0xfca50a, 0xfac62d, 0xf2e661, 0xfcffa4);

  /** The colour of a missing value (NaN), {@code 0xRRGGBB}: a magenta that no map holds. */
  public static final int MISSING = 0xf032e6;

  @SuppressWarnings("ImmutableEnumChecker") // never leaves, never written
  private final int[] stops;

  ColorMap(int... stops) {
    this.stops = stops;
  }

  /**
   * The colour of a value, {@code 0xRRGGBB}.
   *
   * @param value clamped to [0, 1]; NaN gives {@link #MISSING}
   */
  public int rgb(float value) {
    if (Float.isNaN(value)) {
      return MISSING;
    }
    float position = Math.max(0f, Math.min(1f, value)) * (stops.length - 1);
    int below = Math.min((int) position, stops.length - 2);
    float t = position - below;
    return mix(below, t, 16) << 16 | mix(below, t, 8) << 8 | mix(below, t, 0);
  }

  /** The map from left (0) to right (1) as a CSS gradient. */
  String cssGradient() {
    StringBuilder css = new StringBuilder("linear-gradient(to right");
    for (int stop : stops) {
      css.append(", #%06x".formatted(stop));
    }
    return css.append(')').toString();
  }

  private int mix(int below, float t, int shift) {
    int a = stops[below] >> shift & 0xff;
    int b = stops[below + 1] >> shift & 0xff;
    return Math.round(a + t * (b - a));
  }
}
