package org.ricvae.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.ricvae.data.InputException;

/**
 * Takes bytes whose number is known beforehand and gives them back as a {@link Store}: in memory
 * where they are few, otherwise in a temporary file in {@code java.io.tmpdir}.
 *
 * <p>The file has no name from the moment it is open (on Windows: until it is closed), so nothing
 * is left behind, however the JVM ends.
 */
final class Spool extends OutputStream {
  /** Up to this many bytes stay in memory: 64 MiB, less than a data set's training takes anyway. */
  static final long IN_MEMORY = 64L << 20;

  private final String source;
  private final long size;
  private final byte[] memory;
  private final FileChannel file;
  private long written;

  /**
   * @param size how many bytes will come
   * @param source whose they are, for messages
   */
  Spool(long size, String source) {
    this.size = size;
    this.source = source;
    this.memory = size <= IN_MEMORY ? new byte[(int) size] : null;
    this.file = memory == null ? temporary() : null;
  }

  private FileChannel temporary() {
    try {
      Path path = Files.createTempFile("ricvae-", ".spool");
      long free = Files.getFileStore(path).getUsableSpace();
      if (free < size) {
        Files.delete(path);
        throw new InputException(
            "%s needs %s of temporary space and %s has %s free; free some, or name another folder with -Djava.io.tmpdir=FOLDER"
                .formatted(source, mebibytes(size), path.getParent(), mebibytes(free)));
      }
      return FileChannel.open(
          path,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
  }

  private InputException failure(IOException e) {
    return new InputException(
        "%s could not be unpacked into %s: %s; free some space, or name another folder with -Djava.io.tmpdir=FOLDER"
            .formatted(source, System.getProperty("java.io.tmpdir"), e.getMessage()),
        e);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int n) {
    if (n > size - written) {
      throw new IllegalStateException("more than the %d bytes announced".formatted(size));
    }
    if (memory != null) {
      System.arraycopy(bytes, offset, memory, (int) written, n);
    } else {
      try {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, n);
        while (buffer.hasRemaining()) {
          file.write(buffer);
        }
      } catch (IOException e) {
        throw failure(e);
      }
    }
    written += n;
  }

  /** All that was written, which must be all that was announced. */
  Store finish(ByteOrder order) {
    if (written != size) {
      throw new IllegalStateException("%d bytes of %d".formatted(written, size));
    }
    if (memory != null) {
      return Store.of(memory, order);
    }
    try {
      return Store.map(file, 0, size, order);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void close() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }
}
