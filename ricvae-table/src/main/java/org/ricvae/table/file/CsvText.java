package org.ricvae.table.file;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The text of a cell and how it is written, from one to the other. */
final class CsvText {
  private CsvText() {}

  /** The text of a cell; {@code null} where it is empty and not quoted. */
  static String decode(byte[] bytes, int begin, int end, CsvDialect dialect) {
    if (begin == end) {
      return null;
    }
    if (!isQuoted(bytes, begin, end, dialect)) {
      return new String(bytes, begin, end - begin, UTF_8);
    }
    int last = end - 1;
    boolean plain = bytes[last] == dialect.quote();
    for (int i = begin + 1; plain && i < last; i++) {
      plain = bytes[i] != dialect.quote() && bytes[i] != dialect.escape();
    }
    return plain
        ? new String(bytes, begin + 1, last - begin - 1, UTF_8)
        : unescape(bytes, begin, end, dialect);
  }

  private static String unescape(byte[] bytes, int begin, int end, CsvDialect dialect) {
    byte[] text = new byte[end - begin];
    int n = 0;
    int i = begin + 1;
    boolean inside = true;
    while (i < end) {
      byte b = bytes[i++];
      boolean next = i < end && (bytes[i] == dialect.quote() || (bytes[i] == dialect.escape()));
      if (inside && b == dialect.escape() && next) {
        text[n++] = bytes[i++];
      } else if (inside && b == dialect.quote()) {
        inside = false;
      } else {
        text[n++] = b;
      }
    }
    return new String(text, 0, n, UTF_8);
  }

  static boolean isQuoted(byte[] bytes, int begin, int end, CsvDialect dialect) {
    return dialect.quote() != 0 && begin < end && bytes[begin] == dialect.quote();
  }

  /** Whether a text reads as another, or as nothing, if it is written without quotes. */
  static boolean needsQuotes(String text, CsvDialect dialect) {
    if (text.isEmpty()) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == dialect.delimiter()
          || c == '\r'
          || c == '\n'
          || (dialect.quote() != 0 && c == dialect.quote())) {
        return true;
      }
    }
    return false;
  }

  /** A text in quotes. */
  static String quote(String text, CsvDialect dialect) {
    String quote = Character.toString(dialect.quote());
    String escape = Character.toString(dialect.escape());
    String inner = dialect.backslash() ? text.replace(escape, escape + escape) : text;
    return quote + inner.replace(quote, escape + quote) + quote;
  }
}
