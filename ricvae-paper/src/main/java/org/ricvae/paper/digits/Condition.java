package org.ricvae.paper.digits;

import java.util.Locale;
import org.ricvae.corrupt.Corruption;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Images;

/** What the models learn from: a row of Figure 4. */
enum Condition {
  /** The digits as they are. */
  CLEAN("clean"),
  /** 40 % of the pixels replaced by uniform draws from 0..255. */
  DIRTY("40 % of pixels random");

  /** Share of the pixels that are replaced. */
  static final double SHARE = 0.4;

  /** Of the replacement. */
  static final long SEED = 1;

  private final String title;

  Condition(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** In the name of a cell. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first n digits, in this condition. */
  Images images(Images digits, int n) {
    Images first = digits.first(n);
    return switch (this) {
      case CLEAN -> first;
      case DIRTY -> Corrupted.of(first, new Corruption.SaltAndPepper(SHARE), SEED).images();
    };
  }
}
