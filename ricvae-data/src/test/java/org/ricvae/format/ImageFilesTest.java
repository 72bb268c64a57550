package org.ricvae.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ricvae.format.SharedData.all;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;

class ImageFilesTest {
  @TempDir Path dir;

  @Test
  void filesComeInNaturalOrderAndKeepTheirNames() throws IOException {
    for (String name : List.of("img10.png", "img9.PNG", "img2.bmp", "Img1.tif")) {
      int level = Integer.parseInt(name.replaceAll("\\D", ""));
      image(name, BufferedImage.TYPE_BYTE_GRAY, 3, 2, level);
    }
    Files.writeString(dir.resolve(".hidden"), "");
    List<String> notes = new ArrayList<>();
    Samples images = DataFiles.open(dir, ReadOptions.DEFAULT, notes::add);
    assertThat(notes).isEmpty();
    assertThat(images.shape()).isEqualTo(new SampleShape(2, 3, 1));
    assertThat(DataFiles.names(images))
        .containsExactly("Img1.tif", "img2.bmp", "img9.PNG", "img10.png");
    assertThat(all(images)).startsWith(1, 1, 1, 1, 1, 1, 2).endsWith(9, 10, 10, 10, 10, 10, 10);
    assertThat(DataFiles.names(DataFiles.slice(images, 1, 2)))
        .containsExactly("img2.bmp", "img9.PNG");

    Path out = dir.resolve("out");
    WriteOptions options = new WriteOptions(false, DataFiles.names(images));
    try (SampleSink sink = DataFiles.create(out, images.shape(), ValueType.U8, 4, options)) {
      sink.write(all(images), 0, 4);
      sink.commit();
    }
    Samples back = DataFiles.open(out, ReadOptions.DEFAULT);
    assertThat(DataFiles.names(back))
        .containsExactly("Img1.png", "img2.png", "img9.png", "img10.png");
    assertThat(all(back)).isEqualTo(all(images));
  }

  @Test
  void otherFilesAreCountedAndLeftOut() throws IOException {
    image("a.png", BufferedImage.TYPE_BYTE_GRAY, 3, 2, 1);
    Files.writeString(dir.resolve("notes.txt"), "");
    Files.createDirectory(dir.resolve("sub.png"));
    List<String> notes = new ArrayList<>();
    assertThat(DataFiles.open(dir, ReadOptions.DEFAULT, notes::add).count()).isEqualTo(1);
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("entries that are not images were left out: 2, the first is notes.txt");
  }

  @Test
  void colourAndTransparency() throws IOException {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x80102030);
    ImageIO.write(image, "png", dir.resolve("a.png").toFile());
    List<String> notes = new ArrayList<>();
    Samples samples = DataFiles.open(dir, ReadOptions.DEFAULT, notes::add);
    assertThat(samples.shape()).isEqualTo(new SampleShape(1, 1, 3));
    assertThat(all(samples)).containsExactly(0x10, 0x20, 0x30);
    assertThat(notes).singleElement().asString().contains("transparency of 1 images was left out");
  }

  @Test
  void palettesOfGreyAreGrey() throws IOException {
    byte[] levels = {0, 85, (byte) 170, (byte) 255};
    palette("grey.png", new IndexColorModel(2, 4, levels, levels, levels));
    Samples grey = DataFiles.open(dir.resolve("grey.png"), ReadOptions.DEFAULT);
    assertThat(grey.shape().channels()).isEqualTo(1);
    assertThat(all(grey)).containsExactly(0, 85, 170, 255);
    palette("colour.png", new IndexColorModel(2, 4, levels, levels, new byte[4]));
    Samples colour = DataFiles.open(dir.resolve("colour.png"), ReadOptions.DEFAULT);
    assertThat(all(colour)).containsExactly(0, 0, 0, 85, 85, 0, 170, 170, 0, 255, 255, 0);
  }

  private void palette(String name, IndexColorModel colors) throws IOException {
    BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_BYTE_INDEXED, colors);
    image.getRaster().setPixels(0, 0, 4, 1, new int[] {0, 1, 2, 3});
    ImageIO.write(image, "png", dir.resolve(name).toFile());
  }

  @Test
  void photographsAreReadAsGreyLevelsWithoutGamma() throws IOException {
    image("a.jpg", BufferedImage.TYPE_BYTE_GRAY, 16, 16, 100);
    image("b.jpeg", BufferedImage.TYPE_BYTE_GRAY, 16, 16, 200);
    Samples samples = DataFiles.open(dir, ReadOptions.DEFAULT);
    float[] first = new float[256];
    samples.read(0, 1, first, 0);
    for (float value : first) {
      assertThat(value).isCloseTo(100, within(2f));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3,2,10, 4,2,10, 'a.png is 2x3 grey and b.png is 2x4 grey; make them the same, or give a size'",
    "3,2,10, 3,2,5, 'a.png is 2x3 grey and b.png is 2x3x3 colour; make them the same, all grey or all colour'",
    "3,2,10, 3,2,11, 'a.png is 2x3 grey and b.png is 2x3 grey 16-bit'",
  })
  void imagesThatDiffer(int w, int h, int type, int w2, int h2, int type2, String words)
      throws IOException {
    image("a.png", type, w, h, 1);
    image("b.png", type2, w2, h2, 1);
    assertRefused(dir, words);
  }

  @Test
  void mixedSizesCanBeResized() throws IOException {
    image("a.png", BufferedImage.TYPE_BYTE_GRAY, 30, 20, 7);
    image("b.png", BufferedImage.TYPE_BYTE_GRAY, 3, 40, 9);
    ReadOptions options = ReadOptions.DEFAULT.withResize(new ReadOptions.Size(6, 5));
    Samples samples = DataFiles.open(dir, options);
    assertThat(samples.shape()).isEqualTo(new SampleShape(6, 5, 1));
    assertThat(all(samples)).containsOnly(7, 9);
  }

  @Test
  void resizingKeepsMeansAndEdges() {
    SampleShape from = new SampleShape(1, 4, 2);
    float[] halved =
        Resampling.resize(new float[] {0, 8, 0, 8, 100, 8, 100, 8}, from, new SampleShape(1, 2, 2));
    // weights 3/8 3/8 1/8 over the first three columns, renormalised: 1/7 of 100
    assertThat(halved).containsExactly(14, 8, 86, 8);
    float[] doubled =
        Resampling.resize(new float[] {0, 100}, new SampleShape(1, 2, 1), new SampleShape(1, 4, 1));
    assertThat(doubled).containsExactly(0, 25, 75, 100);
  }

  @Test
  void brokenImagesAreNamed() throws IOException {
    image("good.png", BufferedImage.TYPE_BYTE_GRAY, 100, 100, 1);
    byte[] bytes = Files.readAllBytes(dir.resolve("good.png"));
    Files.delete(dir.resolve("good.png"));
    Files.write(dir.resolve("half.png"), Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(dir, "cannot read the image " + dir.resolve("half.png"));
    Files.delete(dir.resolve("half.png"));
    Files.writeString(dir.resolve("text.png"), "not an image");
    assertRefused(dir, "text.png is not an image that can be read");
    Files.delete(dir.resolve("text.png"));
    assertRefused(dir, "holds no images (.png, .jpg, .jpeg, .tif, .tiff, .bmp): it is empty");
    Files.writeString(dir.resolve("text.txt"), "");
    assertRefused(dir, "1 other entries, the first is text.txt");
  }

  /** A head of 33 bytes must not make us allocate gigabytes. */
  @Test
  void absurdSizesAreRefusedBeforeDecoding() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(0x89504e470d0a1a0aL);
    ByteBuffer head = ByteBuffer.allocate(17);
    head.putInt(0x49484452).putInt(2_000_000_000).putInt(2_000_000_000);
    head.put(new byte[] {8, 0, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(head.array());
    out.writeInt(13);
    out.write(head.array());
    out.writeInt((int) crc.getValue());
    Path file = Files.write(dir.resolve("a.png"), bytes.toByteArray());
    assertRefused(file, "2000000000 x 2000000000 pixels", "give a size to resize to");
    ReadOptions options = ReadOptions.DEFAULT.withResize(new ReadOptions.Size(6, 5));
    assertThatThrownBy(() -> DataFiles.open(file, options))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at most 134217728 in all are decoded");
  }

  @Test
  void severalPagesAreRefused() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out =
        ImageIO.createImageOutputStream(dir.resolve("stack.tif").toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < 3; i++) {
        BufferedImage page = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
        writer.writeToSequence(new IIOImage(page, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    assertRefused(dir, "stack.tif holds 3 pages: a file must hold one image");
  }

  private void assertRefused(Path path, String... words) {
    assertThatThrownBy(() -> DataFiles.open(path, ReadOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(words);
  }

  /** An image of one level in every channel. */
  private void image(String name, int type, int width, int height, int level) throws IOException {
    BufferedImage image = new BufferedImage(width, height, type);
    int[] pixels = new int[width * height * image.getRaster().getNumBands()];
    Arrays.fill(pixels, level);
    image.getRaster().setPixels(0, 0, width, height, pixels);
    String format = name.substring(name.lastIndexOf('.') + 1);
    if (!ImageIO.write(image, format, dir.resolve(name).toFile())) {
      throw new IOException("no writer for " + name);
    }
  }
}
