package org.ricvae.table.file;

import java.io.InputStream;
import java.nio.file.Path;

/** Finds the lines of a text file, which end with LF or the file. */
final class LineScanner {
  private final ByteWindow window;
  private boolean first = true;
  private int content;
  private int length;

  LineScanner(InputStream in, Path path) {
    window = new ByteWindow(in, path);
  }

  /** Goes to the next line; false after the last. */
  boolean next() {
    ByteWindow w = window;
    w.line += first ? 0 : 1;
    w.release();
    if (!w.has()) {
      return false;
    }
    if (first) {
      w.skipByteOrderMark();
      first = false;
    }
    content = w.at - w.start;
    boolean ascii = pass();
    length = w.at - w.start - content;
    if (!ascii) {
      w.requireUtf8();
    }
    w.at += w.at < w.limit ? 1 : 0;
    return true;
  }

  /** Goes on to the line feed or the end of the file. */
  private boolean pass() {
    ByteWindow w = window;
    int bits = 0;
    while (w.has() && w.bytes[w.at] != '\n') {
      byte b = w.bytes[w.at++];
      if (b == 0) {
        throw w.nul();
      }
      bits |= b;
    }
    return bits >= 0;
  }

  /** Whether there is nothing but blanks. */
  boolean isBlank() {
    for (int i = begin(); i < begin() + length; i++) {
      byte b = window.bytes[i];
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  /** The line and what was read behind it. */
  ByteWindow window() {
    return window;
  }

  /** Where the line begins in the window, behind a byte-order mark. */
  int begin() {
    return window.start + content;
  }

  /** Without the line feed. */
  int length() {
    return length;
  }
}
