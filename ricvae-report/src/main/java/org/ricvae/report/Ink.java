package org.ricvae.report;

import java.util.List;
import java.util.Locale;

/**
 * The inks of series: Okabe and Ito's colours ("Color Universal Design", 2008), which stay distinct
 * under every common colour blindness, without their yellow, which is lost on white, and with a
 * grey. Each ink has a marker of its own, and a dash of its own save blue and black, both solid, so
 * that series differ in grey print too.
 *
 * <p>One method keeps one ink on every page of the project. A recurrent model has the colour and
 * the shape of its base, filled where the base is open:
 *
 * <table>
 * <caption>Which method has which ink</caption>
 * <tr><th>method</th><th>ink</th><th>marker</th></tr>
 * <tr><td>RiC-VAE</td><td>{@link #BLUE}</td><td>disc</td></tr>
 * <tr><td>iC-VAE</td><td>{@link #BLUE_OPEN}</td><td>ring</td></tr>
 * <tr><td>Rℓ2-VAE</td><td>{@link #GREEN}</td><td>square</td></tr>
 * <tr><td>ℓ2-VAE</td><td>{@link #GREEN_OPEN}</td><td>open square</td></tr>
 * <tr><td>RLC-VAE</td><td>{@link #ORANGE}</td><td>triangle</td></tr>
 * <tr><td>LC-VAE</td><td>{@link #ORANGE_OPEN}</td><td>open triangle</td></tr>
 * <tr><td>AE</td><td>{@link #PURPLE}</td><td>diamond</td></tr>
 * <tr><td>RPCA</td><td>{@link #VERMILLION}</td><td>triangle, point down</td></tr>
 * <tr><td>PRPCA</td><td>{@link #VERMILLION_OPEN}</td><td>the same, open</td></tr>
 * <tr><td>PCA</td><td>{@link #VERMILLION_CROSS}</td><td>cross</td></tr>
 * <tr><td>DRAE</td><td>{@link #SKY}</td><td>cross</td></tr>
 * <tr><td>UOCL</td><td>{@link #GREY}</td><td>diamond</td></tr>
 * <tr><td>none: what is compared with</td><td>{@link #BLACK}</td><td>plus</td></tr>
 * </table>
 */
public enum Ink {
  /** RiC-VAE; also the training curve. */
  BLUE(Hue.BLUE, Marker.DISC, true),
  /** iC-VAE. */
  BLUE_OPEN(Hue.BLUE, Marker.DISC, false, 7, 3),
  /** Rℓ2-VAE. */
  GREEN(Hue.GREEN, Marker.SQUARE, true, 16, 2),
  /** ℓ2-VAE. */
  GREEN_OPEN(Hue.GREEN, Marker.SQUARE, false, 2, 3),
  /** RLC-VAE. */
  ORANGE(Hue.ORANGE, Marker.TRIANGLE, true, 9, 3, 2, 3),
  /** LC-VAE. */
  ORANGE_OPEN(Hue.ORANGE, Marker.TRIANGLE, false, 5, 3, 2, 3, 2, 3),
  /** AE. */
  PURPLE(Hue.PURPLE, Marker.DIAMOND, true, 4, 2),
  /** Robust PCA; also the validation curve. */
  VERMILLION(Hue.VERMILLION, Marker.DOWN, true, 9, 3),
  /** Probabilistic robust PCA. */
  VERMILLION_OPEN(Hue.VERMILLION, Marker.DOWN, false, 6, 2, 2, 2),
  /** PCA, not robust. */
  VERMILLION_CROSS(Hue.VERMILLION, Marker.CROSS, false, 1, 2),
  /** DRAE. */
  SKY(Hue.SKY, Marker.CROSS, false, 12, 3),
  /** What is compared with: the dirty data, the truth, N(0, I). */
  BLACK(Hue.BLACK, Marker.PLUS, false),
  /** UOCL. */
  GREY(Hue.GREY, Marker.DIAMOND, true, 3, 3),
  /** Whatever else. */
  GREY_OPEN(Hue.GREY, Marker.DIAMOND, false, 4, 4);

  /** The colours themselves. */
  private enum Hue {
    BLUE(0x0072b2),
    GREEN(0x009e73),
    ORANGE(0xe69f00),
    PURPLE(0xcc79a7),
    VERMILLION(0xd55e00),
    SKY(0x56b4e9),
    BLACK(0x333333),
    GREY(0x8c8c8c);

    private final int rgb;

    Hue(int rgb) {
      this.rgb = rgb;
    }
  }

  private final Hue hue;
  private final Marker marker;
  private final boolean filled;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<Integer> dash;

  Ink(Hue hue, Marker marker, boolean filled, Integer... dash) {
    this.hue = hue;
    this.marker = marker;
    this.filled = filled;
    this.dash = List.of(dash);
  }

  /** The colour, {@code 0xRRGGBB}. */
  public int rgb() {
    return hue.rgb;
  }

  /** The shape that stands at its points. */
  Marker marker() {
    return marker;
  }

  /** Whether the marker is filled, rather than an outline with paper inside. */
  boolean filled() {
    return filled;
  }

  /** How lines and their samples in the legend are drawn. */
  Pen pen() {
    return new Pen(2, dash);
  }

  /** The colour, as a page's style finds it to lighten it on a dark background. */
  Paint paint() {
    return new Paint("ink-" + hue.name().toLowerCase(Locale.ROOT), hue.rgb);
  }
}
