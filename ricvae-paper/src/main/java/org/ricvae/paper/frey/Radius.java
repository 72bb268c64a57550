package org.ricvae.paper.frey;

/**
 * Between which the radius of a dark circle is uniform; the paper does not say.
 *
 * @param min in pixels
 * @param max in pixels
 */
record Radius(int min, int max) {
  /** In the name of a file. */
  String key() {
    return min + "-" + max;
  }

  @Override
  public String toString() {
    return "U(%d, %d)".formatted(min, max);
  }
}
