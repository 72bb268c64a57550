package org.ricvae.table.file;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the bytes at which the cells of a CSV begin and end: RFC 4180, and lenient as FastCSV is. A
 * record ends with LF, CR, CRLF or the file; a quote opens a quoted cell only as its first byte;
 * what stands behind the closing quote belongs to the cell as it is.
 *
 * <p>A blank line is a record without cells. A byte-order mark belongs to the first record, but to
 * none of its cells.
 */
final class CsvScanner {
  private static final byte PLAIN = 0;
  private static final byte STOP = 1;

  private final ByteWindow window;
  private final CsvDialect dialect;
  private final byte[] unquoted = new byte[256];
  private final byte[] quoted = new byte[256];
  private int[] begins = new int[64];
  private int[] ends = new int[64];
  private int cells;
  private long nextLine = 1;
  private int seen;
  private boolean first = true;

  CsvScanner(InputStream in, CsvDialect dialect, Path path) {
    this.window = new ByteWindow(in, path);
    this.dialect = dialect;
    for (byte b : new byte[] {0, '\r', '\n'}) {
      unquoted[b] = STOP;
      quoted[b] = STOP;
    }
    unquoted[dialect.delimiter()] = STOP;
    quoted[dialect.quote()] = STOP;
    quoted[dialect.escape()] = STOP;
  }

  /**
   * Goes to the next record.
   *
   * @return false after the last
   * @throws org.ricvae.data.InputException where a quote is not closed, or the bytes are no text
   */
  boolean next() {
    ByteWindow w = window;
    w.release();
    w.line = nextLine;
    if (!w.has()) {
      return false;
    }
    if (first) {
      w.skipByteOrderMark();
      first = false;
    }
    cells = 0;
    seen = 0;
    boolean more = true;
    while (more) {
      beginCell();
      if (dialect.quote() != 0 && w.has() && w.bytes[w.at] == dialect.quote()) {
        w.at++;
        passQuoted();
      }
      pass(unquoted);
      ends[cells++] = w.at - w.start;
      more = w.at < w.limit && w.bytes[w.at] == dialect.delimiter();
      w.at += more ? 1 : 0;
    }
    if (cells == 1 && begins[0] == ends[0]) {
      cells = 0;
    }
    endRecord();
    return true;
  }

  private void beginCell() {
    if (cells == begins.length) {
      begins = Arrays.copyOf(begins, 2 * cells);
      ends = Arrays.copyOf(ends, 2 * cells);
    }
    begins[cells] = window.at - window.start;
  }

  /** Goes on to the next byte that is special, or to the end of the file. */
  private void pass(byte[] special) {
    ByteWindow w = window;
    do {
      byte[] bytes = w.bytes;
      int limit = w.limit;
      int at = w.at;
      int bits = 0;
      while (at < limit && special[bytes[at] & 0xFF] == PLAIN) {
        bits |= bytes[at++];
      }
      seen |= bits;
      w.at = at;
    } while (w.at == w.limit && w.more());
    if (w.at < w.limit && w.bytes[w.at] == 0) {
      throw w.nul();
    }
  }

  /** Goes from behind the opening quote to behind the closing one. */
  private void passQuoted() {
    ByteWindow w = window;
    while (true) {
      pass(quoted);
      if (w.at == w.limit) {
        throw w.bad(
            "the row that begins there has a quote that is not closed before the end of the file; close it");
      }
      byte b = w.bytes[w.at++];
      if (b == '\n') {
        // The line feed of a CRLF was counted with its carriage return.
        nextLine += w.bytes[w.at - 2] == '\r' ? 0 : 1;
      } else if (b == '\r') {
        nextLine++;
      } else if (dialect.backslash() && b == dialect.escape()) {
        escaped();
      } else {
        if (dialect.backslash() || !w.has() || w.bytes[w.at] != dialect.quote()) {
          return;
        }
        w.at++;
      }
    }
  }

  /** Passes over a quote or backslash behind a backslash. */
  private void escaped() {
    ByteWindow w = window;
    if (w.has() && (w.bytes[w.at] == dialect.quote() || w.bytes[w.at] == dialect.escape())) {
      w.at++;
    }
  }

  private void endRecord() {
    ByteWindow w = window;
    if (seen < 0) {
      w.requireUtf8();
    }
    if (w.at < w.limit) {
      boolean carriageReturn = w.bytes[w.at++] == '\r';
      if (carriageReturn && w.has() && w.bytes[w.at] == '\n') {
        w.at++;
      }
      nextLine++;
    }
  }

  /** How many cells the record has; none: a blank line. */
  int cells() {
    return cells;
  }

  /** The text of every cell, empty where it is missing. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(cells);
    for (int j = 0; j < cells; j++) {
      String text = CsvText.decode(bytes(), begin(j), end(j), dialect);
      texts.add(text == null ? "" : text);
    }
    return texts;
  }

  /** The line on which the record begins, from 1. */
  long line() {
    return window.line;
  }

  /** Holds the record until {@link #next()}. */
  byte[] bytes() {
    return window.bytes;
  }

  /** Where the record begins in {@link #bytes()}. */
  int begin() {
    return window.start;
  }

  /** Behind the record's line end. */
  int end() {
    return window.at;
  }

  int begin(int cell) {
    return window.start + begins[cell];
  }

  int end(int cell) {
    return window.start + ends[cell];
  }
}
