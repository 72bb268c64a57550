package org.ricvae.paper.frey;

import java.util.Locale;

/** The shapes of the dirt. */
enum Shape {
  /** Dark circles: what the models learned from. */
  CIRCLES,
  /** Dark rectangles, on other images: what the models never saw. */
  RECTANGLES;

  /** In the names of values and files. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
