package org.ricvae.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;

/**
 * Opens and creates data sets.
 *
 * <p>What is read is told by its content: IDX and {@code .npy} (mapped; {@code .gz} of them
 * unpacked once), {@code .npz}, MATLAB v5 {@code .mat}, an image file, a folder of image files.
 * What is written is told by its name.
 */
public final class DataFiles {
  private static final String FORMATS =
      "IDX (.idx, -idx3-ubyte, also .gz), .npy, .npz, MATLAB v5 .mat, PNG, JPEG, TIFF, BMP, or a folder of images";
  private static final Pattern IDX = Pattern.compile(".*(\\.idx\\d?|[.-]idx\\d-[a-z0-9]+)");

  private DataFiles() {}

  /** Opens a data set without asking for notes. */
  public static Samples open(Path path, ReadOptions options) {
    return open(path, options, note -> {});
  }

  /**
   * Opens a data set. Values that are not finite are passed on.
   *
   * @param notes takes one line for each thing the user may want to know of: entries left out of a
   *     folder, an array that could have been meant otherwise
   * @throws InputException where there is none, or it is damaged, or not of a known format, or the
   *     options do not fit it
   */
  public static Samples open(Path path, ReadOptions options, Consumer<String> notes) {
    if (!Files.exists(path)) {
      throw new InputException("there is no file or folder %s".formatted(path));
    }
    try {
      return Files.isDirectory(path)
          ? ImageFiles.openFolder(path, options, notes)
          : openFile(path, options, notes);
    } catch (IOException e) {
      throw Unreadable.of(path.toString(), e);
    }
  }

  private static Samples openFile(Path path, ReadOptions options, Consumer<String> notes)
      throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(Mat.HEADER);
    }
    if (head.length == 0) {
      throw new InputException("%s is empty".formatted(path));
    }
    if (Npz.matches(head)) {
      return Npz.open(path, options, notes);
    }
    if (Mat.matches(head)) {
      return Mat.open(path, head, options, notes);
    }
    if (Mat.isHdf5(head)) {
      throw new InputException(
          "%s is a MATLAB v7.3 (HDF5) file, which is not read: save it with -v7".formatted(path));
    }
    if (options.member().isPresent()) {
      throw new InputException(
          "%s holds one array without a name: leave the member out".formatted(path));
    }
    if (ArrayFile.isGzip(head)) {
      return ArrayFile.openGzip(path, options, notes);
    }
    if (ArrayFile.matches(head)) {
      return ArrayFile.open(path, head, options, notes);
    }
    if (ImageFiles.isImage(path) || ImageFiles.hasMagic(head)) {
      return ImageFiles.open(List.of(path), path.toString(), options, notes);
    }
    throw new InputException(
        "%s is of no format that can be read; these are: %s".formatted(path, FORMATS));
  }

  /** Creates a data set with {@link WriteOptions#DEFAULT}. */
  public static SampleSink create(Path path, SampleShape shape, ValueType type, long count) {
    return create(path, shape, type, count, WriteOptions.DEFAULT);
  }

  /**
   * Creates a data set, in the format its name says: {@code .idx}, {@code -idx3-ubyte} and the like
   * (also with {@code .gz}), {@code .npy}, {@code .npz} (one array {@code X}), {@code .mat} (one
   * variable {@code X}: vectors as rows, images as pages), {@code .png} for one image, no ending
   * for a folder of PNG files. Plain vectors are written as tables, samples × values; grey images
   * as samples × height × width; others with the channels last.
   *
   * @param count how many samples will be written; the sink's {@link SampleSink#commit()} insists
   * @throws InputException where the place cannot be written, or is taken, or the format cannot
   *     hold such data
   */
  public static SampleSink create(
      Path path, SampleShape shape, ValueType type, long count, WriteOptions options) {
    if (count < 1 || count > Integer.MAX_VALUE) {
      throw new InputException(
          "%s: %d samples; 1 to %d can be written".formatted(path, count, Integer.MAX_VALUE));
    }
    Path fileName = Objects.requireNonNullElse(path.getFileName(), path);
    String name = fileName.toString().toLowerCase(Locale.ROOT);
    String inner = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    int[] dims = dims(shape, (int) count);
    if (IDX.matcher(inner).matches()) {
      byte[] header = Idx.header(Element.of(type), dims, path.toString());
      ArraySink.Wrapping wrapping = inner.equals(name) ? raw -> raw : GZIPOutputStream::new;
      return new ArraySink(
          file(path, options),
          wrapping,
          header,
          Element.of(type),
          ByteOrder.BIG_ENDIAN,
          shape.size(),
          count);
    }
    if (name.endsWith(".npy") || name.endsWith(".npz")) {
      return new ArraySink(
          file(path, options),
          name.endsWith(".npy") ? raw -> raw : DataFiles::zipped,
          Npy.header(Element.of(type), dims),
          Element.of(type),
          ByteOrder.LITTLE_ENDIAN,
          shape.size(),
          count);
    }
    if (name.endsWith(".mat")) {
      return new MatSink(file(path, options), shape, type, count);
    }
    if (name.endsWith(".png")) {
      return ImageSink.file(file(path, options), shape, type, count);
    }
    if (name.lastIndexOf('.') <= 0 || Files.isDirectory(path)) {
      return ImageSink.folder(path, shape, type, count, options);
    }
    throw new InputException(
        "cannot write %s: its ending is none of .idx, .idx.gz, .npy, .npz, .mat, .png; a folder of PNG files has no ending"
            .formatted(path));
  }

  private static AtomicFile file(Path path, WriteOptions options) {
    if (Files.isRegularFile(path) && !options.overwrite()) {
      throw new InputException(
          "%s is there already; choose another name, or allow it to be overwritten"
              .formatted(path));
    }
    return AtomicFile.open(path);
  }

  private static OutputStream zipped(OutputStream raw) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(raw);
    ZipEntry entry = new ZipEntry(Npz.DEFAULT_MEMBER + ".npy");
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0)); // the same data give the same file
    zip.putNextEntry(entry);
    return zip;
  }

  private static int[] dims(SampleShape shape, int count) {
    if (shape.channels() > 1) {
      return new int[] {count, shape.height(), shape.width(), shape.channels()};
    }
    return shape.height() > 1
        ? new int[] {count, shape.height(), shape.width()}
        : new int[] {count, shape.width()};
  }

  /** The names of the image files that the samples came from; empty where they came otherwise. */
  public static List<String> names(Samples samples) {
    if (samples instanceof SlicedSamples slice) {
      List<String> all = names(slice.whole());
      return all.isEmpty()
          ? all
          : all.subList((int) slice.first(), (int) (slice.first() + slice.count()));
    }
    return samples instanceof StoredSamples stored ? stored.names() : List.of();
  }

  /**
   * A view of the samples {@code [first, first + count)}; closing it closes the whole.
   *
   * @throws InputException where the range leaves the data set or is empty
   */
  public static Samples slice(Samples samples, long first, long count) {
    if (first < 0 || count < 1 || first > samples.count() - count) {
      throw new InputException(
          "%s has %d samples: %d from number %d on are not there"
              .formatted(samples.source(), samples.count(), count, first));
    }
    return new SlicedSamples(samples, first, count);
  }
}
