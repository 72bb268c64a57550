package org.ricvae.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * A long run of bytes in memory or in a mapped file, read at random by any number of threads.
 *
 * <p>A buffer of Java's ends at 2 GiB, so a file is mapped in windows. Their size is a multiple of
 * every element's, and the first begins with the first element: no value crosses a border.
 */
final class Store {
  private static final int WINDOW_BITS = 30;
  private static final int WINDOW_MASK = (1 << WINDOW_BITS) - 1;

  private final ByteBuffer[] windows;

  private Store(ByteBuffer[] windows) {
    this.windows = windows;
  }

  static Store of(byte[] bytes, ByteOrder order) {
    return new Store(new ByteBuffer[] {ByteBuffer.wrap(bytes).order(order)});
  }

  /** Maps {@code size} bytes of a file; the channel may be closed afterwards. */
  static Store map(FileChannel file, long from, long size, ByteOrder order) throws IOException {
    ByteBuffer[] windows = new ByteBuffer[(int) ((size + WINDOW_MASK) >>> WINDOW_BITS)];
    for (int i = 0; i < windows.length; i++) {
      long start = (long) i << WINDOW_BITS;
      long length = Math.min(size - start, 1L << WINDOW_BITS);
      windows[i] = file.map(MapMode.READ_ONLY, from + start, length).order(order);
    }
    return new Store(windows);
  }

  /** Reads n values, the first at byte {@code position}. */
  void read(Element element, long position, int n, float[] dst, int offset) {
    int done = 0;
    while (done < n) {
      long from = position + (long) done * element.bytes();
      ByteBuffer window = windows[(int) (from >>> WINDOW_BITS)];
      int at = (int) from & WINDOW_MASK;
      int run = Math.min(n - done, (window.limit() - at) / element.bytes());
      element.get(window, at, run, dst, offset + done);
      done += run;
    }
  }

  /** Copies the bytes of one value of 1, 2, 4 or 8 bytes as they are. */
  void copy(int bytes, long position, byte[] dst, int offset) {
    ByteBuffer window = windows[(int) (position >>> WINDOW_BITS)];
    int at = (int) position & WINDOW_MASK;
    for (int i = 0; i < bytes; i++) {
      dst[offset + i] = window.get(at + i);
    }
  }
}
