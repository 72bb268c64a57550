package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ricvae.paper.lab.Images;

/** Images on the [0, 1] scale. */
final class Pixels {
  private static final float WHITE = 255;

  private Pixels() {}

  /** The images {@code [from, from + n)}. */
  static Points of(Images images, int from, int n) {
    float[] values = new float[Math.multiplyExact(n, images.shape().size())];
    images.samples().read(from, n, values, 0);
    return of(values, images.shape().size());
  }

  /** From values 0..255, which are overwritten. */
  static Points of(float[] values, int size) {
    for (int i = 0; i < values.length; i++) {
      values[i] /= WHITE;
    }
    return new Points(values, size);
  }

  /** Each on its own. */
  static List<float[]> each(Points images) {
    List<float[]> all = new ArrayList<>();
    for (int i = 0; i < images.count(); i++) {
      all.add(Arrays.copyOfRange(images.values(), i * images.size(), (i + 1) * images.size()));
    }
    return all;
  }
}
