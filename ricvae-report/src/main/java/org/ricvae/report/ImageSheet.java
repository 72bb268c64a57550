package org.ricvae.report;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;

/**
 * A grid of images: rows of one label each, columns that belong together (the same sample dirty,
 * cleaned, ...). As a picture it is PNG; in a page ({@link Block.SheetFigure}) a table of images.
 *
 * @param columns headers over the columns, one a column, or none at all
 * @param rows at least one, all of the same height and width; a row may end early
 */
public record ImageSheet(List<String> columns, List<ImageRow> rows) {
  /** Pixels between images and around the sheet. */
  public static final int GAP = 4;

  /** The longer side of an image is enlarged to at least this many pixels. */
  public static final int LEGIBLE_SIDE = 84;

  /** A vector is drawn at least this many pixels high. */
  public static final int STRIP_HEIGHT = 12;

  /** The most pixels of a picture: 64 Mi, a quarter of a gigabyte while it is drawn. */
  public static final int MAX_PIXELS = 1 << 26;

  private static final int BACKGROUND = 0xf4f4f2;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException where there is no row, rows differ in height or width, or the
   *     headers do not match the columns
   */
  public ImageSheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a sheet needs at least one row");
    }
    SampleShape first = rows.get(0).shape();
    for (ImageRow row : rows) {
      if (row.shape().height() != first.height() || row.shape().width() != first.width()) {
        throw new IllegalArgumentException(
            "row \"%s\" has images of %s, the first row of %s; all must have one height and width"
                .formatted(row.label(), row.shape(), first));
      }
    }
    if (!columns.isEmpty() && columns.size() != width(rows)) {
      throw new IllegalArgumentException(
          "%d column headers for %d columns".formatted(columns.size(), width(rows)));
    }
  }

  /** A sheet without column headers. */
  public static ImageSheet of(List<ImageRow> rows) {
    return new ImageSheet(List.of(), rows);
  }

  /**
   * Images without labels, row by row in a grid.
   *
   * @param shape the shape of each image
   * @param images at least one; values as in {@link ImageRow}
   * @param columns images a row, at least 1
   */
  public static ImageSheet grid(SampleShape shape, List<float[]> images, int columns) {
    List<ImageRow> rows = new ArrayList<>();
    for (int start = 0; start < images.size(); start += columns) {
      int end = Math.min(images.size(), start + columns);
      rows.add(ImageRow.pictures("", shape, images.subList(start, end)));
    }
    return of(rows);
  }

  /** The smallest whole factor that makes the longer side {@link #LEGIBLE_SIDE} pixels or more. */
  public int legibleScale() {
    SampleShape shape = rows.get(0).shape();
    int side = Math.max(shape.height(), shape.width());
    return (LEGIBLE_SIDE + side - 1) / side;
  }

  /**
   * Draws the sheet on a light background. Labels are left out where this Java has no fonts.
   *
   * @param scale pixels a value takes in each direction, at least 1; a vector may be higher
   * @throws InputException where the picture would have more than {@link #MAX_PIXELS} pixels
   */
  public BufferedImage draw(int scale) {
    SheetLabels labels = SheetLabels.of(this);
    int left = GAP + labels.width();
    int top = GAP + labels.height();
    int stepX = rows.get(0).shape().width() * scale + GAP;
    int tall = tall(scale);
    int stepY = rows.get(0).shape().height() * tall + GAP;
    BufferedImage picture = blank(left + (long) width() * stepX, top + (long) rows.size() * stepY);
    for (int r = 0; r < rows.size(); r++) {
      ImageRow row = rows.get(r);
      for (int c = 0; c < row.images().size(); c++) {
        row.draw(c, picture, left + c * stepX, top + r * stepY, scale, tall);
      }
    }
    labels.draw(picture, stepX, stepY);
    return picture;
  }

  /** The sheet at {@link #legibleScale()} as the bytes of a PNG file. */
  public byte[] png() {
    return Png.encode(draw(legibleScale()));
  }

  /**
   * Writes the sheet as a PNG file, whole or not at all.
   *
   * @throws InputException where the file cannot be written
   */
  public void write(Path file) {
    AtomicFile.write(file, png());
  }

  /** One image alone, as the bytes of a PNG file. */
  byte[] cellPng(ImageRow row, int index) {
    int scale = legibleScale();
    BufferedImage picture =
        blank((long) row.shape().width() * scale, (long) row.shape().height() * tall(scale));
    row.draw(index, picture, 0, 0, scale, tall(scale));
    return Png.encode(picture);
  }

  /** Images in the longest row. */
  int width() {
    return width(rows);
  }

  /** Whether some row has a label. */
  boolean labelled() {
    return rows.stream().anyMatch(row -> !row.label().isEmpty());
  }

  /** The maps whose colours need a key. */
  List<ColorMap> maps() {
    return rows.stream()
        .map(ImageRow::colors)
        .filter(map -> map != ColorMap.GREY)
        .distinct()
        .toList();
  }

  /** Whether a value is missing, so that its colour needs a key. */
  boolean hasMissing() {
    return rows.stream().anyMatch(ImageRow::hasMissing);
  }

  /** What an image is, for who cannot see it: "cleaned, 3" or "cleaned, sample 17". */
  String description(ImageRow row, int index) {
    String column = columns.isEmpty() ? Integer.toString(index + 1) : columns.get(index);
    return row.label().isEmpty() ? column : row.label() + ", " + column;
  }

  /** How wide an image may stand in a page, in rem: 5 for a square, more for a broad one. */
  int widestRem() {
    SampleShape shape = rows.get(0).shape();
    return Math.max(5, Math.min(50, 5 * shape.width() / shape.height()));
  }

  private int tall(int scale) {
    return rows.get(0).shape().height() == 1 ? Math.max(scale, STRIP_HEIGHT) : scale;
  }

  private static int width(List<ImageRow> rows) {
    return rows.stream().mapToInt(row -> row.images().size()).max().orElseThrow();
  }

  private static BufferedImage blank(long width, long height) {
    if (width * height > MAX_PIXELS) {
      throw new InputException(
          "a sheet of %d x %d pixels is too large: at most %d pixels, so draw fewer images"
              .formatted(width, height, MAX_PIXELS));
    }
    BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
    int[] line = new int[(int) width];
    Arrays.fill(line, BACKGROUND);
    for (int y = 0; y < height; y++) {
      image.setRGB(0, y, (int) width, 1, line, 0, (int) width);
    }
    return image;
  }
}
