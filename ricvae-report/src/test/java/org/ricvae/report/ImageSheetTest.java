package org.ricvae.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;

class ImageSheetTest {
  private static final int GAP = ImageSheet.GAP;
  private static final SampleShape GREY = new SampleShape(2, 3, 1);
  private static final SampleShape COLOUR = new SampleShape(2, 3, 3);

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }

  private static float[] grey(float value) {
    float[] image = new float[GREY.size()];
    Arrays.fill(image, value);
    return image;
  }

  @Test
  void eachValueIsASquareOfScalePixelsInItsPlace() {
    float[] image = {0, 0.2f, 0.4f, 0.6f, 0.8f, 1};
    BufferedImage drawn = ImageSheet.grid(GREY, List.of(grey(1), image), 2).draw(5);

    int left = GAP + 3 * 5 + GAP;
    for (int y = 0; y < 2 * 5; y++) {
      for (int x = 0; x < 3 * 5; x++) {
        int level = 51 * (y / 5 * 3 + x / 5);
        assertThat(rgb(drawn, left + x, GAP + y)).isEqualTo(level * 0x010101);
        assertThat(rgb(drawn, GAP + x, GAP + y)).isEqualTo(0xffffff);
      }
    }
    assertThat(drawn.getWidth()).isEqualTo(GAP + 2 * (15 + GAP));
    assertThat(drawn.getHeight()).isEqualTo(GAP + 10 + GAP);
  }

  @Test
  void theGapsAndTheUnusedEndOfAGridAreBackground() {
    BufferedImage drawn = ImageSheet.grid(GREY, List.of(grey(0), grey(0), grey(0)), 2).draw(1);

    int background = rgb(drawn, 0, 0);
    assertThat(background).isNotIn(0x000000, 0xffffff, ColorMap.MISSING);
    assertThat(rgb(drawn, GAP, GAP + 2 + GAP)).isZero();
    assertThat(rgb(drawn, GAP + 3 + GAP, GAP + 2 + GAP)).isEqualTo(background);
    assertThat(rgb(drawn, GAP + 3, GAP)).isEqualTo(background);
  }

  @Test
  void colourChannelsOfAPixelLieTogether() {
    float[] image = new float[COLOUR.size()];
    image[3] = 1; // red of the second pixel
    image[3 * 3 + 1] = 0.6f; // green of the fourth: second row
    image[3 * 5 + 2] = 2; // blue of the last, clamped
    BufferedImage drawn = ImageSheet.grid(COLOUR, List.of(image), 1).draw(1);

    assertThat(rgb(drawn, GAP + 1, GAP)).isEqualTo(0xff0000);
    assertThat(rgb(drawn, GAP, GAP + 1)).isEqualTo(0x009900);
    assertThat(rgb(drawn, GAP + 2, GAP + 1)).isEqualTo(0x0000ff);
    assertThat(rgb(drawn, GAP, GAP)).isZero();
  }

  @Test
  void missingValuesAreMarked() {
    float[] grey = grey(0.5f);
    grey[4] = Float.NaN;
    float[] colour = new float[COLOUR.size()];
    colour[3 * 4 + 2] = Float.NaN;
    ImageSheet sheet =
        ImageSheet.of(
            List.of(
                ImageRow.maps("", GREY, List.of(grey)),
                ImageRow.pictures("", COLOUR, List.of(colour))));
    BufferedImage drawn = sheet.draw(1);

    assertThat(sheet.hasMissing()).isTrue();
    assertThat(rgb(drawn, GAP + 1, GAP + 1)).isEqualTo(ColorMap.MISSING);
    assertThat(rgb(drawn, GAP + 1, GAP + 2 + GAP + 1)).isEqualTo(ColorMap.MISSING);
    assertThat(rgb(drawn, GAP, GAP)).isEqualTo(ColorMap.INFERNO.rgb(0.5f));
  }

  @Test
  void labelsTakeTheirRoomAtTheLeftAndTheTop() {
    assumeTrue(Lettering.font().isPresent(), "this Java has no fonts");
    ImageRow row = ImageRow.pictures("cleaned", GREY, List.of(grey(0)));
    BufferedImage bare = ImageSheet.grid(GREY, List.of(grey(0)), 1).draw(20);
    BufferedImage labelled = new ImageSheet(List.of("17"), List.of(row)).draw(20);

    int right = labelled.getWidth() - bare.getWidth();
    int down = labelled.getHeight() - bare.getHeight();
    assertThat(right).isGreaterThan(30);
    assertThat(down).isGreaterThan(10);
    assertThat(rgb(labelled, right + GAP, down + GAP)).isZero();
    assertThat(rgb(labelled, right + GAP - 1, down + GAP)).isEqualTo(rgb(bare, 0, 0));
    assertThat(inked(labelled, 0, right, down, labelled.getHeight())).isTrue();
    assertThat(inked(labelled, right, labelled.getWidth(), 0, down)).isTrue();
  }

  private static boolean inked(BufferedImage image, int left, int right, int top, int bottom) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        if ((rgb(image, x, y) & 0xff) < 0x80) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void aVectorIsAStripHighEnoughToSee() {
    ImageSheet sheet = ImageSheet.grid(SampleShape.vector(4), List.of(new float[] {0, 1, 0, 1}), 1);
    BufferedImage drawn = sheet.draw(7);

    assertThat(drawn.getHeight()).isEqualTo(GAP + ImageSheet.STRIP_HEIGHT + GAP);
    assertThat(rgb(drawn, GAP + 7, GAP + 11)).isEqualTo(0xffffff);
    assertThat(rgb(drawn, GAP + 6, GAP)).isZero();
    assertThat(sheet.legibleScale()).isEqualTo(21);
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    assertThatThrownBy(() -> ImageSheet.grid(new SampleShape(2, 2, 2), List.of(new float[8]), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("2 channels")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(
            () ->
                ImageSheet.grid(
                        new SampleShape(1000, 1000, 1),
                        Collections.nCopies(100, new float[1_000_000]),
                        10)
                    .draw(1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("fewer images");
    assertThatIllegalArgumentException().isThrownBy(() -> ImageSheet.grid(GREY, List.of(), 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageRow.pictures("dirty", GREY, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageRow.pictures("dirty", GREY, List.of(new float[5])));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageRow.maps("map", COLOUR, List.of(new float[18])));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ImageSheet(
                    List.of("a", "b"), List.of(ImageRow.pictures("", GREY, List.of(grey(0))))));
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed(@TempDir Path folder) {
    ImageSheet sheet = ImageSheet.grid(GREY, List.of(grey(0)), 1);
    assertThatThrownBy(() -> sheet.write(folder.resolve("none").resolve("sheet.png")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("sheet.png");
  }

  @Test
  void realFacesComeBackFromThePngByteForByte(@TempDir Path folder) throws IOException {
    Path file = RealData.folder().resolve("frey/frey-images-idx3-ubyte.gz");
    assumeTrue(Files.exists(file), () -> "no " + file + "; set RICVAE_DATA");
    int height = 28;
    int width = 20;
    byte[] pixels;
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      in.skipNBytes(16);
      pixels = in.readNBytes(height * width);
    }
    float[] face = new float[pixels.length];
    for (int i = 0; i < face.length; i++) {
      face[i] = (pixels[i] & 0xff) / 255f;
    }
    ImageSheet sheet = ImageSheet.grid(new SampleShape(height, width, 1), List.of(face), 1);
    sheet.write(folder.resolve("face.png"));

    BufferedImage read =
        ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("face.png"))));
    int scale = sheet.legibleScale();
    assertThat(scale).isEqualTo(3);
    for (int i = 0; i < pixels.length; i++) {
      int x = GAP + i % width * scale + 1;
      int y = GAP + i / width * scale + 1;
      assertThat(rgb(read, x, y)).isEqualTo((pixels[i] & 0xff) * 0x010101);
    }
  }
}
