package org.ricvae.paper.lab;

import org.ricvae.data.DataProfile;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;

/**
 * 8-bit images in memory.
 *
 * @param samples the images, values 0..255
 * @param fingerprint of their values, for the settings of a {@link Cell}
 */
public record Images(Samples samples, String fingerprint) {

  /**
   * Copies a data set into memory.
   *
   * @param option under which the user gave it
   * @throws InputException where a value is not a whole number from 0 to 255
   */
  static Images copy(Samples samples, String option) {
    SampleShape shape = samples.shape();
    int n = Math.toIntExact(samples.count());
    byte[] bytes = new byte[Math.multiplyExact(n, shape.size())];
    float[] row = new float[shape.size()];
    for (int i = 0; i < n; i++) {
      samples.read(i, 1, row, 0);
      for (int j = 0; j < row.length; j++) {
        int value = Math.round(row[j]);
        if (value != row[j] || value < 0 || value > 255) {
          throw new InputException(
              "%s %s: value %d of sample %d is %s; 8-bit images are needed, whole numbers from 0 to 255"
                  .formatted(option, samples.source(), j, i, row[j]));
        }
        bytes[i * row.length + j] = (byte) value;
      }
    }
    return of(Samples.of(shape, bytes));
  }

  /** Images with their fingerprint. */
  public static Images of(Samples samples) {
    return new Images(samples, "%016x".formatted(DataProfile.of(samples).fingerprint()));
  }

  /** The first n of them, or all if there are no more. */
  public Images first(int n) {
    if (n >= count()) {
      return this;
    }
    byte[] bytes = new byte[n * shape().size()];
    float[] values = new float[bytes.length];
    samples.read(0, n, values, 0);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return of(Samples.of(shape(), bytes));
  }

  /** How many there are. */
  public int count() {
    return Math.toIntExact(samples.count());
  }

  /** The shape of each. */
  public SampleShape shape() {
    return samples.shape();
  }

  /** All values, {@code [n × size]}, 0..255. */
  public float[] values() {
    float[] values = new float[count() * shape().size()];
    samples.read(0, count(), values, 0);
    return values;
  }
}
