package org.ricvae.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;

/** Files that hold one array and nothing else, IDX or {@code .npy}: mapped, or unpacked once. */
final class ArrayFile {
  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 8;

  private ArrayFile() {}

  static boolean matches(byte[] head) {
    return Idx.matches(head) || Npy.matches(head);
  }

  static boolean isGzip(byte[] head) {
    return head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
  }

  /** Maps the values where they are. */
  static Samples open(Path path, byte[] head, ReadOptions options, Consumer<String> notes)
      throws IOException {
    String source = path.toString();
    try (FileChannel file = FileChannel.open(path)) {
      ArrayHeader header = header(head, Channels.newInputStream(file), source);
      long start = file.position();
      long bytes = header.bytes(source);
      Layout layout = new Layout(header, options, source);
      if (file.size() - start != bytes) {
        throw wrongLength(source, header, bytes, file.size() - start);
      }
      layout.explain(notes);
      return layout.arrange(Store.map(file, start, bytes, header.order()));
    }
  }

  /** Unpacks a gzip file, to its end, where its checksum is. */
  static Samples openGzip(Path path, ReadOptions options, Consumer<String> notes)
      throws IOException {
    try (InputStream in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(path), BUFFER), BUFFER)) {
      return unpack(in, path.toString(), options, notes);
    }
  }

  /** Reads an array from a stream that cannot be mapped but supports marks. */
  static Samples unpack(InputStream in, String source, ReadOptions options, Consumer<String> notes)
      throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    ArrayHeader header = header(head, in, source);
    Layout layout = new Layout(header, options, source);
    Store store = store(in, header, source);
    layout.explain(notes);
    return layout.arrange(store);
  }

  /** The values behind a header: as many as it says, to the end of the stream. */
  static Store store(InputStream in, ArrayHeader header, String source) throws IOException {
    long bytes = header.bytes(source);
    try (Spool spool = new Spool(bytes, source)) {
      long present = copy(in, bytes, spool);
      if (present != bytes) {
        throw wrongLength(source, header, bytes, present);
      }
      if (in.read() >= 0) {
        throw wrongLength(source, header, bytes, bytes + 1);
      }
      return spool.finish(header.order());
    }
  }

  private static ArrayHeader header(byte[] head, InputStream in, String source) throws IOException {
    if (Idx.matches(head)) {
      return Idx.header(in, source);
    }
    if (Npy.matches(head)) {
      return Npy.header(in, source);
    }
    throw new InputException(
        "%s holds neither an IDX nor a .npy array: unpack it, or convert it to one of them"
            .formatted(source));
  }

  /** Copies at most {@code bytes} bytes and says how many there were. */
  static long copy(InputStream in, long bytes, Spool to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    while (done < bytes) {
      int n;
      try {
        n = in.read(buffer, 0, (int) Math.min(buffer.length, bytes - done));
      } catch (EOFException e) {
        return done;
      }
      if (n < 0) {
        return done;
      }
      to.write(buffer, 0, n);
      done += n;
    }
    return done;
  }

  private static InputException wrongLength(
      String source, ArrayHeader header, long bytes, long present) {
    return new InputException(
        present < bytes
            ? "%s is truncated: its header speaks of %s values in %d bytes, and only %d follow; copy it again"
                .formatted(source, header.describe(), bytes, present)
            : "%s is damaged: its header speaks of %s values in %d bytes, and more follow"
                .formatted(source, header.describe(), bytes));
  }
}
