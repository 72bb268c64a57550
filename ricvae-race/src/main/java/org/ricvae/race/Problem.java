package org.ricvae.race;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What every engine trains on: the same data, the same first weights, the same loss
 *
 * <pre>D = 1/n Σ_samples Σ_passes Σ_i log((x_i - y_i)² + ε) + Σ_k (σ_k² - log σ_k² + μ_k²)</pre>
 *
 * with z = μ + σ ε', and x' = y + |x - y| ε'' as the next pass's x; the gradient flows through all
 * of it (sections 2 and 4 of the paper).
 */
final class Problem {
  /**
   * Samples in memory, of which each step gathers a batch in random order: a multiple of every
   * batch that is raced, so that each step has a whole one.
   */
  static final int SAMPLES = 16_000;

  static final float EPSILON = 0.05f;
  static final float LEARNING_RATE = 1e-4f;

  /**
   * A layer's weights {@code [in × out]} and biases.
   *
   * @param w row-major
   */
  record Parameters(Net.Shape shape, float[] w, float[] b) {}

  private final Net net;
  private final byte[] bytes;
  private final SplittableRandom shuffle = new SplittableRandom(3);
  private final int[] order = new int[SAMPLES];
  private int next = SAMPLES;

  Problem(Net net) {
    this.net = net;
    bytes = new byte[SAMPLES * net.size()];
    new SplittableRandom(1).nextBytes(bytes);
    for (int i = 0; i < SAMPLES; i++) {
      order[i] = i;
    }
  }

  /** The data as 8-bit images, {@code [samples × size]}. */
  byte[] bytes() {
    return bytes;
  }

  /** The data scaled to [0, 1]. */
  float[] floats() {
    float[] values = new float[bytes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((bytes[i] & 0xff) / 255.0);
    }
    return values;
  }

  /** Weights to begin with, uniform in ± 1 / √in, and biases likewise. */
  List<Parameters> parameters() {
    SplittableRandom random = new SplittableRandom(2);
    List<Parameters> all = new ArrayList<>();
    for (Net.Shape shape : net.layers()) {
      double scale = 1 / Math.sqrt(shape.in());
      all.add(
          new Parameters(
              shape, uniform(random, shape.weights(), scale), uniform(random, shape.out(), scale)));
    }
    return all;
  }

  private static float[] uniform(SplittableRandom random, int n, double scale) {
    float[] a = new float[n];
    for (int i = 0; i < n; i++) {
      a[i] = (float) (scale * (2 * random.nextDouble() - 1));
    }
    return a;
  }

  /** The samples of the next batch: without repetition until all have been seen. */
  void next(int[] batch) {
    if (next + batch.length > SAMPLES) {
      for (int i = SAMPLES - 1; i > 0; i--) {
        int j = shuffle.nextInt(i + 1);
        int t = order[i];
        order[i] = order[j];
        order[j] = t;
      }
      next = 0;
    }
    System.arraycopy(order, next, batch, 0, batch.length);
    next += batch.length;
  }
}
