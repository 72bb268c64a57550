package org.ricvae.format;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;

/**
 * The matrix X of an {@code .npz}, a row a sample, and what y says of each row. Values are texts,
 * to the last digit of their type, and a copy has the same type, and all else that the file holds.
 */
public final class NpzMatrix {
  /** A wider matrix is not taken for a table unless somebody says so. */
  public static final int MOST_COLUMNS = 500;

  private static final String X = Npz.DEFAULT_MEMBER + ".npy";
  private static final String Y = "y.npy";

  private final Path path;
  private final ArrayHeader header;
  private final Store store;
  private final boolean[] labels;

  private NpzMatrix(Path path, Array x, boolean[] labels) {
    this.path = path;
    header = x.header;
    store = x.store;
    this.labels = labels;
  }

  private record Array(ArrayHeader header, Store store) {}

  /** What is written otherwise in a copy. */
  public interface Changes {
    /**
     * Says what the cells of a row become.
     *
     * @param row from 0
     * @param texts [columns] given all {@code null}, which leaves a cell as it is; an empty text is
     *     NaN
     */
    void row(long row, String[] texts);

    /** After the last row, before the copy gets its name; may throw. */
    void end();
  }

  /**
   * Whether a file holds a matrix X of at most {@link #MOST_COLUMNS} columns and a label y for each
   * of its rows; false too where it cannot be read.
   */
  public static boolean isLabelled(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry x = zip.getEntry(X);
      ZipEntry y = zip.getEntry(Y);
      if (x == null || y == null) {
        return false;
      }
      long[] sides;
      long[] labels;
      try (InputStream in = zip.getInputStream(x)) {
        sides = Npy.header(in, X).sides();
      }
      try (InputStream in = zip.getInputStream(y)) {
        labels = Npy.header(in, Y).sides();
      }
      return sides.length == 2
          && sides[0] > 0
          && sides[1] > 0
          && sides[1] <= MOST_COLUMNS
          && isColumn(labels, sides[0]);
    } catch (IOException | InputException e) {
      return false;
    }
  }

  private static boolean isColumn(long[] sides, long rows) {
    return sides[0] == rows && (sides.length == 1 || (sides.length == 2 && sides[1] == 1));
  }

  /**
   * Reads a file.
   *
   * @throws InputException where it is damaged, holds no matrix X with a row at least, or not a
   *     number y for each of its rows
   */
  public static NpzMatrix open(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.getEntry(X) == null) {
        throw new InputException(
            "%s holds no array X; a table in .npz is a matrix X, a row a sample, and labels y if there are any"
                .formatted(path));
      }
      Array x = read(zip, X, path);
      if (x.header.sides().length != 2 || Arrays.stream(x.header.sides()).anyMatch(n -> n == 0)) {
        throw new InputException(
            "%s: X is an array of %s; a table needs rows and columns"
                .formatted(path, x.header.describe()));
      }
      return new NpzMatrix(path, x, zip.getEntry(Y) == null ? null : labels(zip, path, x.header));
    } catch (IOException e) {
      throw Unreadable.of(path.toString(), e);
    }
  }

  private static Array read(ZipFile zip, String member, Path path) throws IOException {
    ZipEntry entry = zip.getEntry(member);
    String source = "%s (%s)".formatted(path, member.replace(".npy", ""));
    CRC32 crc = new CRC32();
    try (InputStream raw = zip.getInputStream(entry);
        InputStream in = new BufferedInputStream(new CheckedInputStream(raw, crc), 1 << 16)) {
      ArrayHeader header = Npy.header(in, source);
      Store store = ArrayFile.store(in, header, source);
      if (crc.getValue() != entry.getCrc()) {
        throw new InputException(
            "%s is damaged: its checksum is wrong; copy it again".formatted(source));
      }
      return new Array(header, store);
    }
  }

  private static boolean[] labels(ZipFile zip, Path path, ArrayHeader x) throws IOException {
    Array y = read(zip, Y, path);
    long rows = x.dims().get(0);
    if (!isColumn(y.header.sides(), rows)) {
      throw new InputException(
          "%s: y is an array of %s, and X has %d rows; y needs a label for each"
              .formatted(path, y.header.describe(), rows));
    }
    float[] values = new float[Math.toIntExact(rows)];
    y.store.read(y.header.element(), 0, values.length, values, 0);
    boolean[] labels = new boolean[values.length];
    for (int i = 0; i < labels.length; i++) {
      if (Float.isNaN(values[i])) {
        throw new InputException(
            "%s: y has no number in row %d; allowed are 0 for what belongs, and others"
                .formatted(path, i + 1));
      }
      labels[i] = values[i] != 0;
    }
    return labels;
  }

  /** How many rows there are, 1 or more. */
  public long rows() {
    return header.dims().get(0);
  }

  /** How many columns there are, 1 or more. */
  public int columns() {
    return Math.toIntExact(header.dims().get(1));
  }

  /** Whether the type of X holds whole numbers only. */
  public boolean isWhole() {
    return header.element().isWhole();
  }

  /** Which rows have a label that is not 0; empty where there is no y. */
  public Optional<boolean[]> labels() {
    return Optional.ofNullable(labels).map(boolean[]::clone);
  }

  /** The value at a place, from which the very same value is read; null where it is NaN. */
  public String text(long row, int column) {
    byte[] bytes = new byte[Long.BYTES];
    copy(row, column, bytes);
    return header.element().text(ByteBuffer.wrap(bytes).order(header.order()));
  }

  private void copy(long row, int column, byte[] bytes) {
    long[] strides = header.strides();
    int size = header.element().bytes();
    store.copy(size, (row * strides[0] + column * strides[1]) * size, bytes, 0);
  }

  /** The nearest text to a number's that the type of X can hold. */
  public String nearest(String number) {
    return header.element().nearest(number);
  }

  /** Whether the value at a place is the one that a text means. */
  public boolean holds(long row, int column, String number) {
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);
    header.element().put(buffer, number);
    return header.element().text(buffer.flip()).equals(text(row, column));
  }

  /**
   * Writes a copy with some values changed, rows one after the other; all that is beside X is
   * copied as it is. It appears whole or not at all.
   *
   * @throws InputException where it cannot be written
   */
  public void copy(Path out, Changes changes) {
    try (AtomicFile file = AtomicFile.open(out)) {
      try (ZipFile zip = new ZipFile(path.toFile())) {
        OutputStream raw =
            new BufferedOutputStream(Channels.newOutputStream(file.channel()), 1 << 16);
        ZipOutputStream to = new ZipOutputStream(raw);
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
          ZipEntry entry = all.nextElement();
          ZipEntry copy = new ZipEntry(entry.getName());
          copy.setTimeLocal(entry.getTimeLocal());
          to.putNextEntry(copy);
          if (entry.getName().equals(X)) {
            write(to, changes);
          } else {
            try (InputStream in = zip.getInputStream(entry)) {
              in.transferTo(to);
            }
          }
          to.closeEntry();
        }
        to.finish();
        raw.flush();
      } catch (IOException e) {
        throw file.failure(e);
      }
      changes.end();
      file.commit();
    }
  }

  private void write(OutputStream out, Changes changes) throws IOException {
    Element element = header.element();
    out.write(Npy.header(element, new int[] {Math.toIntExact(rows()), columns()}));
    String[] texts = new String[columns()];
    byte[] bytes = new byte[Long.BYTES];
    ByteBuffer line =
        ByteBuffer.allocate(columns() * element.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (long row = 0; row < rows(); row++) {
      Arrays.fill(texts, null);
      changes.row(row, texts);
      line.clear();
      for (int j = 0; j < texts.length; j++) {
        if (texts[j] != null) {
          element.put(line, texts[j]);
          continue;
        }
        copy(row, j, bytes);
        for (int b = 0; b < element.bytes(); b++) {
          boolean turned = header.order() == ByteOrder.BIG_ENDIAN;
          line.put(bytes[turned ? element.bytes() - 1 - b : b]);
        }
      }
      out.write(line.array());
    }
  }
}
