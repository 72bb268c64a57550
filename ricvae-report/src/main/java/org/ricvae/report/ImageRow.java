package org.ricvae.report;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;

/**
 * One row of an {@link ImageSheet}: images of one shape under one label.
 *
 * <p>A vector ({@code 1 × n}) is drawn as a strip of {@link ImageSheet#STRIP_HEIGHT} pixels or
 * more.
 *
 * @param label what the row shows; may be empty
 * @param shape the shape of each image: 1 channel (grey) or 3 (red, green, blue)
 * @param images at least one; each {@code [shape.size()]} of values in [0, 1], clamped, NaN where
 *     missing; not copied
 * @param colors how grey values are coloured; images of 3 channels have colours of their own and
 *     take only {@link ColorMap#GREY}
 */
public record ImageRow(String label, SampleShape shape, List<float[]> images, ColorMap colors) {
  /**
   * Checks the parts.
   *
   * @throws InputException where the samples have neither 1 nor 3 channels
   * @throws IllegalArgumentException where there is no image, one has the wrong length, or a map is
   *     asked for on colour images
   */
  public ImageRow {
    images = List.copyOf(images);
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw new InputException(
          "samples of %s cannot be drawn as images: they have %d channels, and 1 (grey) or 3 (colour) are allowed"
              .formatted(shape, shape.channels()));
    }
    if (images.isEmpty()) {
      throw new IllegalArgumentException("row \"" + label + "\" has no image");
    }
    for (float[] image : images) {
      if (image.length != shape.size()) {
        throw new IllegalArgumentException(
            "row \"%s\": an image of %d values instead of %d (%s)"
                .formatted(label, image.length, shape.size(), shape));
      }
    }
    if (shape.channels() == 3 && colors != ColorMap.GREY) {
      throw new IllegalArgumentException(
          "row \"%s\": %s is for one channel, the images have three".formatted(label, colors));
    }
  }

  /** Pictures in their own colours. */
  public static ImageRow pictures(String label, SampleShape shape, List<float[]> images) {
    return new ImageRow(label, shape, images, ColorMap.GREY);
  }

  /**
   * Maps of one value a pixel, such as outlier scores, in {@link ColorMap#INFERNO}.
   *
   * @param shape of the maps, with one channel
   */
  public static ImageRow maps(String label, SampleShape shape, List<float[]> images) {
    return new ImageRow(label, shape, images, ColorMap.INFERNO);
  }

  /** Draws one image with its corner at (x, y), each value {@code wide × tall} pixels. */
  void draw(int index, BufferedImage target, int x, int y, int wide, int tall) {
    float[] image = images.get(index);
    int[] block = new int[wide * tall];
    for (int row = 0; row < shape.height(); row++) {
      for (int column = 0; column < shape.width(); column++) {
        Arrays.fill(block, rgb(image, row * shape.width() + column));
        target.setRGB(x + column * wide, y + row * tall, wide, tall, block, 0, wide);
      }
    }
  }

  /** Whether a value is missing (NaN). */
  boolean hasMissing() {
    for (float[] image : images) {
      for (float value : image) {
        if (Float.isNaN(value)) {
          return true;
        }
      }
    }
    return false;
  }

  private int rgb(float[] image, int pixel) {
    if (shape.channels() == 1) {
      return colors.rgb(image[pixel]);
    }
    int at = 3 * pixel;
    if (Float.isNaN(image[at] + image[at + 1] + image[at + 2])) {
      return ColorMap.MISSING;
    }
    return level(image[at]) << 16 | level(image[at + 1]) << 8 | level(image[at + 2]);
  }

  private static int level(float value) {
    return Math.round(255 * Math.max(0f, Math.min(1f, value)));
  }
}
