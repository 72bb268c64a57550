package org.ricvae.table.file;

/**
 * How a CSV is written.
 *
 * @param delimiter between two cells
 * @param quote around a cell; 0 where quotes mean nothing
 * @param escape before a quote in a quoted cell: {@code quote} itself (RFC 4180), or a backslash
 * @param header whether the first record holds names
 */
record CsvDialect(byte delimiter, byte quote, byte escape, boolean header) {
  static CsvDialect standard(byte delimiter) {
    return new CsvDialect(delimiter, (byte) '"', (byte) '"', true);
  }

  CsvDialect withHeader(boolean header) {
    return new CsvDialect(delimiter, quote, escape, header);
  }

  boolean backslash() {
    return quote != 0 && escape != quote;
  }
}
