package org.ricvae.report;

import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The colours of lines: Okabe and Ito's palette ("Color Universal Design", 2008), which stays
 * distinct under every common colour blindness, without its yellow, which is lost on white, and
 * with a grey. Each has a dash of its own, so that lines differ in grey print too.
 *
 * <p>One method keeps one colour on every page of the project, as named at each constant.
 */
public enum Ink {
  /** RiC-VAE; also the training curve. */
  BLUE(0x0072b2),
  /** iC-VAE; also the validation curve. */
  VERMILLION(0xd55e00, 7, 3),
  /** ℓ2-VAE and Rℓ2-VAE. */
  GREEN(0x009e73, 2, 3),
  /** LC-VAE and RLC-VAE. */
  ORANGE(0xe69f00, 9, 3, 2, 3),
  /** AE. */
  PURPLE(0xcc79a7, 4, 2),
  /** Robust PCA and its kin. */
  SKY(0x56b4e9, 12, 3),
  /** What is compared with: the dirty data, the truth. */
  BLACK(0x333333),
  /** Whatever else. */
  GREY(0x8c8c8c, 3, 3);

  private final int rgb;

  @SuppressWarnings("ImmutableEnumChecker") // never leaves, never written
  private final int[] dash;

  Ink(int rgb, int... dash) {
    this.rgb = rgb;
    this.dash = dash;
  }

  /** The colour, {@code 0xRRGGBB}. */
  public int rgb() {
    return rgb;
  }

  /** The dash for SVG's {@code stroke-dasharray}; "none" if solid. */
  String svgDash() {
    return dash.length == 0
        ? "none"
        : Arrays.stream(dash).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  /** A stroke of this dash, {@code width} pixels thick. */
  BasicStroke stroke(float width) {
    float[] lengths = new float[dash.length];
    for (int i = 0; i < dash.length; i++) {
      lengths[i] = dash[i];
    }
    return new BasicStroke(
        width,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        1,
        dash.length == 0 ? null : lengths,
        0);
  }

  /** The colour as {@code #rrggbb}. */
  String hex() {
    return "#%06x".formatted(rgb);
  }

  /** The class by which a page's style finds the colour, to lighten it on a dark background. */
  String cssClass() {
    return "ink-" + name().toLowerCase(Locale.ROOT);
  }
}
