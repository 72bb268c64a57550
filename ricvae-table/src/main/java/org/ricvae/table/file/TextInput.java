package org.ricvae.table.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import org.ricvae.data.InputException;

/** The content of a file, unpacked where its name ends in {@code .gz}. */
final class TextInput extends FilterInputStream {
  private static final int BUFFER = 64 << 10;

  private final FileChannel channel;
  private final Path path;

  private TextInput(InputStream content, FileChannel channel, Path path) {
    super(content);
    this.channel = channel;
    this.path = path;
  }

  static TextInput open(Path path) {
    try {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      return new TextInput(unpacked(path, Channels.newInputStream(channel)), channel, path);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /** The content of a file, of which it closes the bytes where it cannot be unpacked. */
  static InputStream unpacked(Path path, InputStream bytes) throws IOException {
    try {
      return TableFormat.isPacked(path) ? new GZIPInputStream(bytes, BUFFER) : bytes;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    try {
      return super.read(into, offset, length);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /** How many bytes of the file, packed or not, were read. */
  long position() {
    try {
      return channel.position();
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /** The bytes of the file. */
  long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  @Override
  public void close() {
    try {
      super.close();
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  static InputException failure(Path path, IOException e) {
    return new InputException(
        "cannot read %s: %s; check that it is whole and that you may read it"
            .formatted(path, reason(e)),
        e);
  }

  /** Why a file could not be read: of a packed one that ends too soon, Java says nothing. */
  static String reason(IOException e) {
    return e.getMessage() == null ? "it is cut off" : e.getMessage();
  }
}
