package org.ricvae.paper.frey;

import java.util.Map;
import java.util.Objects;
import org.ricvae.corrupt.Corruption;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Images;

/**
 * How the faces are made dirty: dark circles to learn from (Figure 3a) and, elsewhere, dark
 * rectangles to meet afterwards (Figure 3b). Without a circle the radius does not matter.
 */
final class Dirt {
  /** Sides of the rectangles, in pixels; the paper does not say. */
  static final int MIN_SIDE = 5;

  static final int MAX_SIDE = 20;

  private final Radius radius;
  private final int percent;
  private final long seed;

  /**
   * @param percent share of the images that are hit
   * @param seed of the corruption, and of the training on it
   */
  Dirt(Radius radius, int percent, long seed) {
    this.radius = percent == 0 ? new Radius(0, 0) : radius;
    this.percent = percent;
    this.seed = seed;
  }

  long seed() {
    return seed;
  }

  Corrupted circles(Images clean) {
    double share = percent / 100.0;
    return percent == 0
        ? Corrupted.of(clean, new Corruption.Circles(0, 1, 1), seed)
        : Corrupted.of(clean, new Corruption.Circles(share, radius.min(), radius.max()), seed);
  }

  Corrupted rectangles(Images clean) {
    return Corrupted.of(
        clean, new Corruption.Rectangles(percent / 100.0, MIN_SIDE, MAX_SIDE), seed);
  }

  /** In the name of a cell. */
  String key() {
    return percent == 0
        ? "clean_seed%d".formatted(seed)
        : "r%s_c%d_seed%d".formatted(radius.key(), percent, seed);
  }

  /** In the settings of a cell. */
  Map<String, Object> settings() {
    return Map.of(
        "circles",
        percent == 0 ? "none" : radius.key(),
        "percent",
        percent,
        "rectangles",
        MIN_SIDE + "-" + MAX_SIDE,
        "seed",
        seed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dirt dirt
        && radius.equals(dirt.radius)
        && percent == dirt.percent
        && seed == dirt.seed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(radius, percent, seed);
  }
}
