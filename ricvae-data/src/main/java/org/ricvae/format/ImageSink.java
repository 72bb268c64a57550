package org.ricvae.format;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.AtomicFolder;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.ValueType;

/**
 * Writes samples as PNG files, which lose nothing: 8-bit ones as 0..255, 32-bit whole numbers as
 * 16-bit images, 0..65535.
 */
final class ImageSink implements SampleSink {
  private final Place place;
  private final SampleShape shape;
  private final Element element;
  private long missing;

  /** Where the images go. */
  private sealed interface Place {
    /** Writes the image of the next sample. */
    void write(BufferedImage image) throws IOException;

    InputException failure(IOException cause);

    void commit();

    void close();
  }

  private ImageSink(Place place, SampleShape shape, Element element, long count) {
    this.place = place;
    this.shape = shape;
    this.element = element;
    this.missing = count;
  }

  /** One image in a file of its own. */
  static ImageSink file(AtomicFile file, SampleShape shape, ValueType type, long count) {
    try {
      if (count != 1) {
        throw new InputException(
            "%s holds one image, and there are %d: name a folder, without an ending"
                .formatted(file.target(), count));
      }
      return new ImageSink(new InFile(file), shape, element(shape, type, file.target()), count);
    } catch (InputException e) {
      file.close();
      throw e;
    }
  }

  /** A file a sample in a folder. */
  static ImageSink folder(
      Path path, SampleShape shape, ValueType type, long count, WriteOptions o) {
    Element element = element(shape, type, path);
    AtomicFolder folder =
        AtomicFolder.open(path, entry -> o.overwrite() && ImageFiles.isOurs(entry));
    return new ImageSink(new InFolder(folder, names(o.names(), count)), shape, element, count);
  }

  private static Element element(SampleShape shape, ValueType type, Path target) {
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw new InputException(
          "%s: samples of %s are no images, which have 1 channel or 3; write .npy"
              .formatted(target, shape));
    }
    return switch (type) {
      case U8 -> Element.U8;
      case I32 -> Element.U16;
      case I16, I64, F32, F64 ->
          throw new InputException(
              "%s: images hold whole numbers, 0..255 (U8) or 0..65535 (I32), and these are %s; write .npy"
                  .formatted(target, type));
    };
  }

  /** The given names with the ending .png, or numbers where they do not do. */
  private static List<String> names(List<String> given, long count) {
    List<String> stems = given.stream().map(ImageSink::stem).toList();
    HashSet<String> distinct = new HashSet<>();
    stems.forEach(stem -> distinct.add(stem.toLowerCase(Locale.ROOT)));
    if (given.size() != count) {
      return List.of();
    }
    return (distinct.size() == count ? stems : given).stream().map(name -> name + ".png").toList();
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  @Override
  public void write(float[] values, int offset, int n) {
    if (n > missing) {
      throw new IllegalStateException("more samples than announced");
    }
    missing -= n;
    try {
      for (int i = 0; i < n; i++) {
        place.write(image(values, offset + i * shape.size()));
      }
    } catch (IOException e) {
      throw place.failure(e);
    }
  }

  private BufferedImage image(float[] values, int offset) {
    int transfer = element == Element.U8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
    int max = element == Element.U8 ? 0xff : 0xffff;
    ColorSpace space =
        ColorSpace.getInstance(shape.channels() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    ColorModel colors = new ComponentColorModel(space, false, false, ColorModel.OPAQUE, transfer);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            transfer, shape.width(), shape.height(), shape.channels(), null);
    int[] pixels = new int[shape.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.max(0, Math.min(max, Math.round(values[offset + i])));
    }
    raster.setPixels(0, 0, shape.width(), shape.height(), pixels);
    return new BufferedImage(colors, raster, false, null);
  }

  @Override
  public void commit() {
    if (missing > 0) {
      throw new IllegalStateException("%d samples fewer than announced".formatted(missing));
    }
    place.commit();
  }

  @Override
  public void close() {
    place.close();
  }

  /** A PNG in memory, so that what fails in writing it is the place, with its own message. */
  private static byte[] encode(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(image);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private record InFile(AtomicFile file) implements Place {
    @Override
    public void write(BufferedImage image) throws IOException {
      Channels.newOutputStream(file.channel()).write(encode(image));
    }

    @Override
    public InputException failure(IOException cause) {
      return file.failure(cause);
    }

    @Override
    public void commit() {
      file.commit();
    }

    @Override
    public void close() {
      file.close();
    }
  }

  private static final class InFolder implements Place {
    private final AtomicFolder folder;
    private final List<String> names;
    private long next;

    InFolder(AtomicFolder folder, List<String> names) {
      this.folder = folder;
      this.names = names;
    }

    @Override
    public void write(BufferedImage image) throws IOException {
      String name = names.isEmpty() ? "%05d.png".formatted(next + 1) : names.get((int) next);
      next++;
      Files.write(folder.part().resolve(name), encode(image));
    }

    @Override
    public InputException failure(IOException cause) {
      return folder.failure(cause);
    }

    @Override
    public void commit() {
      folder.commit();
    }

    @Override
    public void close() {
      folder.close();
    }
  }
}
