package org.ricvae.format;

import org.ricvae.data.SampleShape;

/**
 * Brings images to another size, first along the rows, then along the columns, each new pixel the
 * mean of the old ones weighted by a triangle: bilinear where it enlarges, and as wide as it takes
 * to see every old pixel where it shrinks. The ratio of the sides is not kept.
 */
final class Resampling {
  private Resampling() {}

  /** Resizes {@code [height × width × channels]} values; the result is rounded to whole numbers. */
  static float[] resize(float[] values, SampleShape from, SampleShape to) {
    float[] wide = along(values, from.height(), from.width(), to.width(), from.channels());
    float[] all = along(wide, 1, from.height(), to.height(), to.width() * from.channels());
    for (int i = 0; i < all.length; i++) {
      all[i] = Math.round(all[i]);
    }
    return all;
  }

  /** Resamples the middle axis of {@code [outer × from × inner]} values. */
  private static float[] along(float[] values, int outer, int from, int to, int inner) {
    if (from == to) {
      return values.clone();
    }
    float[] result = new float[outer * to * inner];
    double scale = (double) from / to;
    double reach = Math.max(1, scale);
    for (int k = 0; k < to; k++) {
      double centre = (k + 0.5) * scale;
      int first = Math.max(0, (int) Math.floor(centre - reach));
      int end = Math.min(from, (int) Math.ceil(centre + reach));
      double[] weights = new double[end - first];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        weights[i] = Math.max(0, 1 - Math.abs(first + i + 0.5 - centre) / reach);
        sum += weights[i];
      }
      for (int o = 0; o < outer; o++) {
        for (int c = 0; c < inner; c++) {
          double value = 0;
          for (int i = 0; i < weights.length; i++) {
            value += weights[i] * values[(o * from + first + i) * inner + c];
          }
          result[(o * to + k) * inner + c] = (float) (value / sum);
        }
      }
    }
    return result;
  }
}
