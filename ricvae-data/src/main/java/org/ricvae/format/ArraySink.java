package org.ricvae.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.zip.DeflaterOutputStream;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.SampleSink;

/** Writes a header, then the values as they come, into a file, plain or compressed. */
final class ArraySink implements SampleSink {
  private static final int BUFFER = 1 << 16;

  private final AtomicFile file;
  private final OutputStream out;
  private final Element element;
  private final ByteBuffer buffer;
  private final int size;
  private long missing;

  /** What lies between the values and the file. */
  interface Wrapping {
    OutputStream wrap(OutputStream raw) throws IOException;
  }

  /**
   * @param size values a sample
   * @param count how many samples will come
   */
  ArraySink(
      AtomicFile file,
      Wrapping wrapping,
      byte[] header,
      Element element,
      ByteOrder order,
      int size,
      long count) {
    this.file = file;
    this.element = element;
    this.size = size;
    this.missing = count;
    this.buffer = ByteBuffer.allocate(BUFFER).order(order);
    try {
      out =
          wrapping.wrap(new BufferedOutputStream(Channels.newOutputStream(file.channel()), BUFFER));
      out.write(header);
    } catch (IOException e) {
      file.close();
      throw file.failure(e);
    }
  }

  @Override
  public void write(float[] values, int offset, int n) {
    if (n > missing) {
      throw new IllegalStateException("more samples than announced");
    }
    missing -= n;
    try {
      for (int i = 0; i < n * size; i++) {
        if (buffer.remaining() < element.bytes()) {
          flush();
        }
        element.put(buffer, values[offset + i]);
      }
      flush();
    } catch (IOException e) {
      throw file.failure(e);
    }
  }

  private void flush() throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  @Override
  public void commit() {
    if (missing > 0) {
      throw new IllegalStateException("%d samples fewer than announced".formatted(missing));
    }
    try {
      finish();
    } catch (IOException e) {
      throw file.failure(e);
    }
    file.commit();
  }

  /** Writes what a compression holds back, and leaves the channel open to be forced. */
  private void finish() throws IOException {
    if (out instanceof DeflaterOutputStream compressed) {
      compressed.finish();
    }
    out.flush();
  }

  @Override
  public void close() {
    file.close();
  }
}
