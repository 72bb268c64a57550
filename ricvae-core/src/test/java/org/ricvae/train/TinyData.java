package org.ricvae.train;

import java.util.List;
import java.util.SplittableRandom;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Activation;
import org.ricvae.model.Architecture;

/** Small made-up images with two degrees of freedom, some of them under a dark block. */
final class TinyData {
  static final int SIDE = 6;

  private TinyData() {}

  /**
   * Smooth images of 6 x 6.
   *
   * @param dirty share of the images that get a dark block
   */
  static Samples images(int n, double dirty, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] values = new byte[n * SIDE * SIDE];
    for (int i = 0; i < n; i++) {
      double a = random.nextDouble() * 2 - 1;
      double b = random.nextDouble() * 2 - 1;
      boolean hit = random.nextDouble() < dirty;
      int top = random.nextInt(SIDE - 2);
      int left = random.nextInt(SIDE - 2);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          boolean dark = hit && y >= top && y < top + 3 && x >= left && x < left + 3;
          double grey = 0.5 + 0.2 * a * Math.sin(y) + 0.2 * b * Math.cos(x);
          values[(i * SIDE + y) * SIDE + x] = (byte) (dark ? 0 : Math.round(255 * grey));
        }
      }
    }
    return Samples.of(new SampleShape(SIDE, SIDE, 1), values);
  }

  /** The same images as floats, a share of the values missing. */
  static Samples withHoles(int n, double missing, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[n * SIDE * SIDE];
    images(n, 0.2, seed).read(0, n, values, 0);
    for (int i = 0; i < values.length; i++) {
      if (random.nextDouble() < missing) {
        values[i] = Float.NaN;
      }
    }
    return Samples.of(new SampleShape(SIDE, SIDE, 1), values);
  }

  /** Networks for samples of a size. */
  static Architecture architecture(int size) {
    return new Architecture(
        size, 3, List.of(40, 20), List.of(20, 40), Activation.RELU, Activation.SIGMOID);
  }
}
