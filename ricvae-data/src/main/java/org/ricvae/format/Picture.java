package org.ricvae.format;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.format.ReadOptions.Size;

/**
 * A decoded image: grey (1 channel) or colour (3), 8 bits a value (0..255) or 16 (0..65535).
 *
 * @param values {@code [height × width × channels]}
 * @param transparent whether an alpha channel was left out
 */
record Picture(SampleShape shape, boolean deep, boolean transparent, float[] values) {
  /** The most pixels that are decoded, to be resized: those of the largest cameras. */
  private static final long MAX_PIXELS = 1L << 27;

  /**
   * Decodes one file, told by its content.
   *
   * @throws InputException where it is no image, is damaged, holds several, or is too large
   */
  static Picture read(Path path, Optional<Size> resize) {
    try (ImageInputStream in = new FileImageInputStream(path.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new InputException(
            "%s is not an image that can be read: PNG, JPEG, TIFF and BMP can".formatted(path));
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        checkSize(reader, path, resize.isPresent());
        Picture picture = of(reader.read(0), path);
        return resize.map(picture::resized).orElse(picture);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new InputException(
          "cannot read the image %s: %s; it may be damaged, so copy it again or take it out"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static void checkSize(ImageReader reader, Path path, boolean resized) throws IOException {
    long pixels = (long) reader.getHeight(0) * reader.getWidth(0);
    long allowed = resized ? MAX_PIXELS : SampleShape.MAX_SIZE;
    if (pixels > allowed) {
      throw new InputException(
          "%s says it has %d x %d pixels: %s"
              .formatted(
                  path,
                  reader.getHeight(0),
                  reader.getWidth(0),
                  resized
                      ? "at most %d in all are decoded".formatted(allowed)
                      : "at most %d in all make a sample, so give a size to resize to"
                          .formatted(allowed)));
    }
    if (reader.getFormatName().toLowerCase(Locale.ROOT).startsWith("tif")
        && reader.getNumImages(true) > 1) {
      throw new InputException(
          "%s holds %d pages: a file must hold one image, so split it into one file a page"
              .formatted(path, reader.getNumImages(true)));
    }
  }

  private static Picture of(BufferedImage image, Path path) {
    ColorModel colors = image.getColorModel();
    if (colors instanceof IndexColorModel palette) {
      return ofPalette(image, palette);
    }
    Raster raster = image.getRaster();
    int bands = colors.getNumColorComponents();
    int bits = colors.getComponentSize(0);
    boolean whole =
        raster.getTransferType() == DataBuffer.TYPE_BYTE
            || raster.getTransferType() == DataBuffer.TYPE_USHORT
            || raster.getTransferType() == DataBuffer.TYPE_INT;
    if (!whole || bits > 16 || (bands != 1 && bands != 3)) {
      throw new InputException(
          "%s has %d channels of %d bits%s: grey or colour of at most 16 bits is allowed, so convert it"
              .formatted(path, bands, bits, whole ? "" : " in floating point"));
    }
    boolean deep = bits > 8;
    float scale = deep ? 1 : 255f / ((1 << bits) - 1);
    SampleShape shape = new SampleShape(image.getHeight(), image.getWidth(), bands);
    float[] values = new float[shape.size()];
    float[] row = new float[image.getWidth() * raster.getNumBands()];
    int next = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, image.getWidth(), 1, row);
      for (int x = 0; x < image.getWidth(); x++) {
        for (int band = 0; band < bands; band++) {
          values[next++] = row[x * raster.getNumBands() + band] * scale;
        }
      }
    }
    return new Picture(shape, deep, colors.hasAlpha(), values);
  }

  /** Looks colours up; a palette without colours gives a grey image. */
  private static Picture ofPalette(BufferedImage image, IndexColorModel palette) {
    boolean grey = true;
    for (int i = 0; i < palette.getMapSize(); i++) {
      grey &= palette.getRed(i) == palette.getGreen(i) && palette.getRed(i) == palette.getBlue(i);
    }
    int height = image.getHeight();
    int width = image.getWidth();
    SampleShape shape = new SampleShape(height, width, grey ? 1 : 3);
    float[] values = new float[shape.size()];
    int next = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int index = image.getRaster().getSample(x, y, 0);
        values[next++] = palette.getRed(index);
        if (!grey) {
          values[next++] = palette.getGreen(index);
          values[next++] = palette.getBlue(index);
        }
      }
    }
    return new Picture(shape, false, palette.hasAlpha(), values);
  }

  private Picture resized(Size size) {
    SampleShape to = new SampleShape(size.height(), size.width(), shape.channels());
    return new Picture(to, deep, transparent, Resampling.resize(values, shape, to));
  }

  /** What must be the same for all images of a data set. */
  String kind() {
    return "%s%s%s"
        .formatted(shape, shape.channels() == 1 ? " grey" : " colour", deep ? " 16-bit" : "");
  }
}
