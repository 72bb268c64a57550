package org.ricvae.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.ValueType;

/**
 * Writes a MATLAB v5 file with the one variable {@code X}: plain vectors as rows of a table,
 * samples × values; images as pages, height × width [× channels] × samples, as is the custom there.
 * MATLAB's first dimension runs fastest, so the values are spooled and turned at the end.
 */
final class MatSink implements SampleSink {
  /** MATLAB's own limit for a variable of this format. */
  private static final long MAX_BYTES = Integer.MAX_VALUE;

  private static final String NAME = "X";

  private final AtomicFile file;
  private final SampleShape shape;
  private final Element element;
  private final long count;
  private final Spool spool;
  private long missing;

  MatSink(AtomicFile file, SampleShape shape, ValueType type, long count) {
    this.file = file;
    this.shape = shape;
    this.element = Element.of(type);
    this.count = count;
    this.missing = count;
    if (bytes() > MAX_BYTES) {
      file.close();
      throw new InputException(
          "%s: %d bytes are more than a MATLAB v5 file holds (%d); write .npy"
              .formatted(file.target(), bytes(), MAX_BYTES));
    }
    this.spool = new Spool(bytes(), file.target().toString());
  }

  private long bytes() {
    return count * shape.size() * element.bytes();
  }

  @Override
  public void write(float[] values, int offset, int n) {
    if (n > missing) {
      throw new IllegalStateException("more samples than announced");
    }
    missing -= n;
    ByteBuffer buffer =
        ByteBuffer.allocate(shape.size() * element.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < n; i++) {
      buffer.clear();
      for (int j = 0; j < shape.size(); j++) {
        element.put(buffer, values[offset + i * shape.size() + j]);
      }
      spool.write(buffer.array(), 0, buffer.position());
    }
  }

  @Override
  public void commit() {
    if (missing > 0) {
      throw new IllegalStateException("%d samples fewer than announced".formatted(missing));
    }
    Store store = spool.finish(ByteOrder.LITTLE_ENDIAN);
    try {
      OutputStream out =
          new BufferedOutputStream(Channels.newOutputStream(file.channel()), 1 << 16);
      out.write(header());
      if (isTable()) {
        long[] column = new long[(int) count];
        for (int i = 0; i < column.length; i++) {
          column[i] = (long) i * shape.size();
        }
        Layout.gather(store, element.bytes(), shape.size(), 1, column, out);
      } else {
        Layout.gather(store, element.bytes(), count, shape.size(), page(), out);
      }
      out.write(new byte[padding()]);
      out.flush();
    } catch (IOException e) {
      throw file.failure(e);
    }
    file.commit();
  }

  private boolean isTable() {
    return shape.height() == 1 && shape.channels() == 1;
  }

  /** Where the values of a page, column by column and channel by channel, lie in a sample. */
  private long[] page() {
    long[] page = new long[shape.size()];
    int next = 0;
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int column = 0; column < shape.width(); column++) {
        for (int row = 0; row < shape.height(); row++) {
          page[next++] = ((long) row * shape.width() + column) * shape.channels() + channel;
        }
      }
    }
    return page;
  }

  private int padding() {
    return (int) (-bytes() & 7);
  }

  private byte[] header() {
    int[] dims = dims();
    int dimBytes = 4 * dims.length;
    int paddedDims = (dimBytes + 7) / 8 * 8;
    int head = 16 + 8 + paddedDims + 16 + 8; // flags, sides, name, the tag of the values
    ByteBuffer out = ByteBuffer.allocate(Mat.HEADER + 8 + head).order(ByteOrder.LITTLE_ENDIAN);
    out.put("%-116s".formatted("MATLAB 5.0 MAT-file, written by ricvae").getBytes(US_ASCII));
    out.putLong(0).putShort((short) 0x0100).put((byte) 'I').put((byte) 'M');
    out.putInt(14).putInt((int) (head + bytes() + padding()));
    out.putInt(6).putInt(8).putInt(matClass()).putInt(0);
    out.putInt(5).putInt(dimBytes);
    for (int side : dims) {
      out.putInt(side);
    }
    out.position(out.position() + paddedDims - dimBytes);
    out.putInt(1).putInt(NAME.length()).put(NAME.getBytes(US_ASCII));
    out.position(out.position() + 8 - NAME.length());
    out.putInt(miType()).putInt((int) bytes());
    return out.array();
  }

  private int[] dims() {
    int n = (int) count;
    if (isTable()) {
      return new int[] {n, shape.width()};
    }
    return shape.channels() == 1
        ? new int[] {shape.height(), shape.width(), n}
        : new int[] {shape.height(), shape.width(), shape.channels(), n};
  }

  private int matClass() {
    return switch (element) {
      case F64 -> 6;
      case F32 -> 7;
      case I8 -> 8;
      case U8 -> 9;
      case I16 -> 10;
      case U16 -> 11;
      case I32 -> 12;
      case U32 -> 13;
      case I64 -> 14;
    };
  }

  private int miType() {
    return switch (element) {
      case I8 -> 1;
      case U8 -> 2;
      case I16 -> 3;
      case U16 -> 4;
      case I32 -> 5;
      case U32 -> 6;
      case F32 -> 7;
      case F64 -> 9;
      case I64 -> 12;
    };
  }

  @Override
  public void close() {
    spool.close();
    file.close();
  }
}
