package org.ricvae.nn;

import java.util.SplittableRandom;

/**
 * Xavier initialisation (Glorot and Bengio 2010, eq. 16): weights uniform in ±√(6 / (in + out)),
 * biases zero.
 */
public final class Xavier {
  private Xavier() {}

  /** Fills the parameters of one layer; the draws depend on the seed and the layer's shape only. */
  public static void initialize(Dense layer, float[] w, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double limit = Math.sqrt(6.0 / (layer.in() + layer.out()));
    for (int o = 0; o < layer.out(); o++) {
      for (int i = 0; i < layer.in(); i++) {
        w[layer.index(i, o)] = (float) (limit * (2 * random.nextDouble() - 1));
      }
    }
  }
}
