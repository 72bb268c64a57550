package org.ricvae.corrupt;

import org.ricvae.data.InputException;

/**
 * One way to make data dirty. Values that are missing (NaN) stay missing, whatever is done.
 *
 * <p><b>Dark</b> is 0, or the data's smallest value where they have values below 0.
 */
public sealed interface Corruption {

  /** The share of the samples, pixels or values that are hit, 0..1. */
  double share();

  /**
   * Dark discs (the paper's Figures 2 and 3a), one on each image of a random subset. The centre is
   * uniform over the image, so a disc may reach over its edge; every channel of a pixel whose
   * centre is within the radius becomes dark.
   *
   * @param share of the images: exactly {@code round(share · n)} are hit
   * @param minRadius in pixels, above 0
   * @param maxRadius in pixels; the radius is uniform between the two
   */
  record Circles(double share, double minRadius, double maxRadius) implements Corruption {
    /** Checks the ranges. */
    public Circles {
      checkShare("circles", share);
      checkRange("radius", minRadius, maxRadius);
    }
  }

  /**
   * Dark rectangles (the paper's Figure 3b), one on each image of a random subset. The centre is
   * uniform over the image, the two sides are drawn one by one; what reaches over the edge is cut.
   *
   * @param share of the images: exactly {@code round(share · n)} are hit
   * @param minSide in pixels, above 0
   * @param maxSide in pixels; each side is uniform between the two
   */
  record Rectangles(double share, double minSide, double maxSide) implements Corruption {
    /** Checks the ranges. */
    public Rectangles {
      checkShare("rectangles", share);
      checkRange("side", minSide, maxSide);
    }
  }

  /**
   * Random pixels (the paper's Figure 4): each pixel of each image is hit with this probability,
   * and each of its channels then replaced by a draw, uniform over 0..255 for 8-bit data, otherwise
   * over the range of all the data (whole numbers for whole-number types).
   *
   * @param share of the pixels
   */
  record SaltAndPepper(double share) implements Corruption {
    /** Checks the range. */
    public SaltAndPepper {
      checkShare("salt-and-pepper", share);
    }
  }

  /**
   * Random cells of a table: each value of each sample is hit with this probability, and then
   * replaced by a draw, uniform over the range of its own column (the values at the same place in
   * all samples; whole numbers for whole-number types).
   *
   * @param share of the values
   */
  record Cells(double share) implements Corruption {
    /** Checks the range. */
    public Cells {
      checkShare("cells", share);
    }
  }

  private static void checkShare(String what, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new InputException(
          "%s: the share %s is out of range; 0 to 1 is allowed, 0.6 is 60 percent"
              .formatted(what, share));
    }
  }

  private static void checkRange(String what, double min, double max) {
    if (!(min > 0 && min <= max && Double.isFinite(max))) {
      throw new InputException(
          "%s %s:%s is out of range; two numbers above 0 are needed, the smaller first, such as 3:12"
              .formatted(what, min, max));
    }
  }
}
