package org.ricvae.paper.digits;

import org.ricvae.data.SampleShape;

/**
 * Variance of the Laplacian over an image (Pech-Pacheco et al. 2000): large where edges are hard.
 * The Laplacian is that of four neighbours, 4 p − p_left − p_right − p_above − p_below, at all
 * pixels that have them, of values in [0, 1].
 *
 * <p>Noise is sharp too: the measure tells crisp from blurred, not digits from dirt.
 */
final class Sharpness {
  private Sharpness() {}

  /** The mean over images. */
  static double mean(Points images, SampleShape shape) {
    double sum = 0;
    for (int i = 0; i < images.count(); i++) {
      sum += of(images.values(), i * images.size(), shape);
    }
    return sum / images.count();
  }

  private static double of(float[] values, int start, SampleShape shape) {
    int width = shape.width();
    int count = (shape.height() - 2) * (width - 2);
    double sum = 0;
    double squares = 0;
    for (int y = 1; y < shape.height() - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = start + y * width + x;
        double laplacian =
            4.0 * values[at]
                - values[at - 1]
                - values[at + 1]
                - values[at - width]
                - values[at + width];
        sum += laplacian;
        squares += laplacian * laplacian;
      }
    }
    double mean = sum / count;
    return squares / count - mean * mean;
  }
}
