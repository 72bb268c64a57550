package org.ricvae.table.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.ricvae.data.InputException;

/**
 * The record at hand of a text file, whole in memory, and whatever was read behind it.
 *
 * <p>The record begins at {@link #start}; {@link #at} is where its scanner stands. Both move when
 * {@link #more()} reads on, so what is to be kept is kept relative to {@code start}.
 */
final class ByteWindow {
  /** The longest record: 64 MiB; behind a longer one there is a quote that is not closed. */
  static final int MAX_RECORD = 64 << 20;

  private static final int FIRST_SIZE = 256 << 10;

  byte[] bytes = new byte[FIRST_SIZE];
  int start;
  int at;
  int limit;

  /** The line of the file, from 1, on which the record begins. */
  long line = 1;

  private final InputStream in;
  private final Path path;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer decoded = CharBuffer.allocate(8192);

  ByteWindow(InputStream in, Path path) {
    this.in = in;
    this.path = path;
  }

  /** Passes over the byte-order mark, which stays part of the first record. */
  void skipByteOrderMark() {
    while (limit - at < 3 && more()) {
      // Until there are three bytes to look at.
    }
    if (limit - at >= 3
        && bytes[at] == (byte) 0xEF
        && bytes[at + 1] == (byte) 0xBB
        && bytes[at + 2] == (byte) 0xBF) {
      at += 3;
    }
  }

  /** The record ends where the scanner stands: the next begins there. */
  void release() {
    start = at;
  }

  /** Whether there is a byte at {@link #at}; reads on where need be. */
  boolean has() {
    return at < limit || more();
  }

  /**
   * Reads on, with {@code at} at the end of what is there.
   *
   * @return false at the end of the file
   * @throws InputException where the record is too long
   */
  boolean more() {
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, limit - start);
      at -= start;
      limit -= start;
      start = 0;
    }
    if (limit == bytes.length) {
      if (limit >= MAX_RECORD) {
        throw bad(
            "the row that begins there is longer than 64 MiB, so a quote is probably not closed; close it");
      }
      bytes = Arrays.copyOf(bytes, 2 * limit);
    }
    try {
      int read = in.read(bytes, limit, bytes.length - limit);
      limit += Math.max(read, 0);
      return read > 0;
    } catch (IOException e) {
      throw TextInput.failure(path, e);
    }
  }

  /** Throws where the bytes of the record, up to {@link #at}, are not UTF-8. */
  void requireUtf8() {
    ByteBuffer record = ByteBuffer.wrap(bytes, start, at - start);
    decoder.reset();
    CoderResult result;
    do {
      decoded.clear();
      result = decoder.decode(record, decoded, true);
    } while (result.isOverflow());
    if (result.isError()) {
      throw bad("the text is not UTF-8; convert the file with iconv -t UTF-8");
    }
  }

  InputException nul() {
    return bad("a NUL byte, which no text has; is the file UTF-16, or not text at all?");
  }

  /** What is wrong with the record. */
  InputException bad(String what) {
    return new InputException("%s, line %d: %s".formatted(path, line, what));
  }
}
