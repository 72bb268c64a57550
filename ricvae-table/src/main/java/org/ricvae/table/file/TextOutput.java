package org.ricvae.table.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;

/** A file that appears whole or not at all, packed where its name ends in {@code .gz}. */
final class TextOutput implements AutoCloseable {
  private static final int BUFFER = 256 << 10;

  private final AtomicFile file;
  private final GZIPOutputStream packed;
  private final OutputStream out;

  TextOutput(Path path) {
    file = AtomicFile.open(path);
    try {
      OutputStream bytes = Channels.newOutputStream(file.channel());
      packed = TableFormat.isPacked(path) ? new GZIPOutputStream(bytes, BUFFER) : null;
      out = new BufferedOutputStream(packed == null ? bytes : packed, BUFFER);
    } catch (IOException e) {
      file.close();
      throw file.failure(e);
    }
  }

  void write(byte[] bytes, int begin, int end) {
    try {
      out.write(bytes, begin, end - begin);
    } catch (IOException e) {
      throw file.failure(e);
    }
  }

  void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(bytes, 0, bytes.length);
  }

  /** Where to write otherwise than by this class; what fails there is a {@link #failure}. */
  OutputStream stream() {
    return out;
  }

  InputException failure(IOException cause) {
    return file.failure(cause);
  }

  /** Gives the file its name; nothing may be written after it. */
  void commit() {
    try {
      // The channel must stay open for AtomicFile, so a GZIPOutputStream is finished by hand.
      out.flush();
      if (packed != null) {
        packed.finish();
      }
    } catch (IOException e) {
      throw file.failure(e);
    }
    file.commit();
  }

  @Override
  public void close() {
    file.close();
  }
}
