package org.ricvae.bench;

/** Something that multiplies matrices. */
interface Contestant {
  String name();

  /** What the time of a product includes besides the multiplication. */
  String includes();

  /** A product on memory of its own, filled with numbers of ordinary size. */
  Runnable prepare(Product product, Layer layer, int batch);
}
