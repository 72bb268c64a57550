package org.ricvae.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;

/**
 * Images, one a file, all of one size and kind: 8-bit ones become {@link
 * org.ricvae.data.ValueType#U8}, 16-bit ones {@link org.ricvae.data.ValueType#I32} with values
 * 0..65535. They are decoded once.
 */
final class ImageFiles {
  private static final List<String> ENDINGS =
      List.of(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp");

  private ImageFiles() {}

  /** Whether the path is a file whose name ends as an image's does. */
  static boolean isImage(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(path);
  }

  /** Whether a file begins as an image of the formats named does. */
  static boolean hasMagic(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 4), ISO_8859_1);
    return Stream.of("\u0089PNG", "\u00ff\u00d8\u00ff", "II*\0", "MM\0*", "BM")
        .anyMatch(start::startsWith);
  }

  /** Whether an entry of a folder may be lost when the folder is overwritten. */
  static boolean isOurs(Path path) {
    return isImage(path) || isHidden(path);
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  /** The images of a folder in the natural order of their names; folders in it are not entered. */
  static Samples openFolder(Path folder, ReadOptions options, Consumer<String> notes)
      throws IOException {
    Map<Boolean, List<Path>> entries;
    try (Stream<Path> list = Files.list(folder)) {
      entries =
          list.filter(entry -> !isHidden(entry))
              .sorted(NaturalOrder.BY_NAME)
              .collect(Collectors.partitioningBy(ImageFiles::isImage));
    }
    List<Path> images = entries.get(true);
    List<Path> others = entries.get(false);
    if (images.isEmpty()) {
      throw new InputException(
          "the folder %s holds no images (%s): %s"
              .formatted(
                  folder,
                  String.join(", ", ENDINGS),
                  others.isEmpty()
                      ? "it is empty"
                      : "%d other entries, the first is %s"
                          .formatted(others.size(), others.get(0).getFileName())));
    }
    if (!others.isEmpty()) {
      notes.accept(
          "%s: entries that are not images were left out: %d, the first is %s"
              .formatted(folder, others.size(), others.get(0).getFileName()));
    }
    return open(images, folder.toString(), options, notes);
  }

  /** The images of the given files, at least one. */
  static Samples open(
      List<Path> files, String source, ReadOptions options, Consumer<String> notes) {
    if (options.shape().isPresent() || options.member().isPresent() || options.columnMajor()) {
      throw new InputException(
          "%s: images have a shape and no members of their own; leave those options out, or resize"
              .formatted(source));
    }
    Picture first = Picture.read(files.get(0), options.resize());
    Element element = first.deep() ? Element.U16 : Element.U8;
    int bytes = first.shape().size() * element.bytes();
    long transparent = 0;
    try (Spool spool = new Spool((long) bytes * files.size(), source)) {
      for (Path file : files) {
        Picture picture = Picture.read(file, options.resize());
        if (!picture.kind().equals(first.kind())) {
          throw new InputException(
              "%s: the images differ: %s is %s and %s is %s; make them the same%s"
                  .formatted(
                      source,
                      files.get(0).getFileName(),
                      first.kind(),
                      file.getFileName(),
                      picture.kind(),
                      picture.shape().channels() == first.shape().channels()
                              && picture.deep() == first.deep()
                          ? ", or give a size to resize to"
                          : ", all grey or all colour, of the same depth"));
        }
        transparent += picture.transparent() ? 1 : 0;
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        for (float value : picture.values()) {
          element.put(buffer, value);
        }
        spool.write(buffer.array(), 0, bytes);
      }
      if (transparent > 0) {
        notes.accept(
            "%s: the transparency of %d images was left out, their colours taken as they are"
                .formatted(source, transparent));
      }
      return new StoredSamples(
          spool.finish(ByteOrder.BIG_ENDIAN),
          element,
          element.type(),
          files.size(),
          first.shape(),
          files.stream().map(file -> file.getFileName().toString()).toList(),
          source);
    }
  }
}
