package org.ricvae.file;

import java.util.Arrays;

/**
 * An array with a shape.
 *
 * @param shape its dimensions, outermost first
 * @param data its values in row-major order
 */
record Tensor(int[] shape, float[] data) {
  Tensor {
    if (Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) != data.length) {
      throw new IllegalArgumentException(
          "%d values for the shape %s".formatted(data.length, Arrays.toString(shape)));
    }
  }

  static Tensor vector(float... data) {
    return new Tensor(new int[] {data.length}, data);
  }
}
