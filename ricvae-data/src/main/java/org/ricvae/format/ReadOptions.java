package org.ricvae.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;

/**
 * What a file does not say about itself.
 *
 * @param shape the shape of a sample, where the file holds flat rows or columns; must have as many
 *     values as they
 * @param axis along which dimension of an array the samples lie
 * @param columnMajor whether flat samples hold their images column by column, as MATLAB's {@code
 *     im(:)} does; needs a shape
 * @param member which array of an {@code .npz} or {@code .mat} file
 * @param resize the size to which image files are brought
 */
public record ReadOptions(
    Optional<SampleShape> shape,
    Axis axis,
    boolean columnMajor,
    Optional<String> member,
    Optional<Size> resize) {

  /** Everything as the file says. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(Optional.empty(), Axis.AUTO, false, Optional.empty(), Optional.empty());

  private static final Pattern SHAPE =
      Pattern.compile("(\\d{1,7})[xX](\\d{1,7})(?:[xX](\\d{1,7}))?");

  /** Along which dimension of an array the samples lie. */
  public enum Axis {
    /**
     * The first; but the last in a MATLAB array of three or four dimensions (height × width [×
     * channels] × samples), and in a table of two where only that fits the given shape.
     */
    AUTO,
    /** The first: a table's rows. */
    FIRST,
    /** The last: a table's columns. */
    LAST
  }

  /**
   * A size of images, in pixels.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   */
  public record Size(int height, int width) {
    /** Checks the ranges, which are those of a {@link SampleShape}. */
    public Size {
      if (height < 1 || width < 1 || (long) height * width > SampleShape.MAX_SIZE) {
        throw new InputException(
            "images of %d x %d pixels: each side must be at least 1, and all at most %d"
                .formatted(height, width, SampleShape.MAX_SIZE));
      }
    }

    @Override
    public String toString() {
      return height + "x" + width;
    }
  }

  /** Checks that column-major images have a shape. */
  public ReadOptions {
    if (columnMajor && shape.isEmpty()) {
      throw new InputException(
          "column-major images need a shape as well: say how high and wide they are");
    }
  }

  /**
   * A shape as people write it: {@code 28x20} is 28 rows of 20 columns, {@code 28x20x3} has three
   * channels.
   *
   * @throws InputException where the text is not of that form, or a side is out of range
   */
  public static SampleShape parseShape(String text) {
    Matcher parts = SHAPE.matcher(text.strip());
    if (!parts.matches()) {
      throw new InputException(
          "'%s' is not a shape: write rows x columns, such as 28x20, or 28x20x3 for colour"
              .formatted(text));
    }
    return new SampleShape(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3)));
  }

  /**
   * A size as people write it: {@code 28x20} is 28 rows of 20 columns.
   *
   * @throws InputException where the text is not of that form, or a side is out of range
   */
  public static Size parseSize(String text) {
    SampleShape shape = parseShape(text);
    if (shape.channels() != 1) {
      throw new InputException(
          "'%s' is not a size: write rows x columns, such as 28x20".formatted(text));
    }
    return new Size(shape.height(), shape.width());
  }

  /** The same with a shape. */
  public ReadOptions withShape(SampleShape newShape) {
    return new ReadOptions(Optional.of(newShape), axis, columnMajor, member, resize);
  }

  /** The same with an axis. */
  public ReadOptions withAxis(Axis newAxis) {
    return new ReadOptions(shape, newAxis, columnMajor, member, resize);
  }

  /** The same with images column by column, or not. */
  public ReadOptions withColumnMajor(boolean newColumnMajor) {
    return new ReadOptions(shape, axis, newColumnMajor, member, resize);
  }

  /** The same with the name of the array to read. */
  public ReadOptions withMember(String newMember) {
    return new ReadOptions(shape, axis, columnMajor, Optional.of(newMember), resize);
  }

  /** The same with a size for image files. */
  public ReadOptions withResize(Size newResize) {
    return new ReadOptions(shape, axis, columnMajor, member, Optional.of(newResize));
  }
}
