package org.ricvae.data;

/**
 * The shape of one sample: an image of {@code height × width × channels} values, stored row by row
 * with the channels of a pixel together. A plain vector of n values is {@code 1 × n × 1}.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels values a pixel, at least 1 (1 grey, 3 colour)
 */
public record SampleShape(int height, int width, int channels) {
  /** The most values a sample may have: what a dense layer of this engine can still hold. */
  public static final int MAX_SIZE = 1 << 20;

  /** Checks the ranges. */
  public SampleShape {
    if (height < 1 || width < 1 || channels < 1) {
      throw new InputException(
          "a sample of %d x %d x %d values: each side must be at least 1"
              .formatted(height, width, channels));
    }
    if ((long) height * width * channels > MAX_SIZE) {
      throw new InputException(
          "a sample of %d x %d x %d values is too large: at most %d values, so make the images smaller (--resize)"
              .formatted(height, width, channels, MAX_SIZE));
    }
  }

  /** A plain vector of n values. */
  public static SampleShape vector(int n) {
    return new SampleShape(1, n, 1);
  }

  /** Values a sample. */
  public int size() {
    return height * width * channels;
  }

  /** Whether the sample has two dimensions to draw. */
  public boolean isImage() {
    return height > 1 && width > 1;
  }

  @Override
  public String toString() {
    return channels == 1 ? height + "x" + width : height + "x" + width + "x" + channels;
  }
}
