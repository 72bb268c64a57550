package org.ricvae.table.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import org.ricvae.data.InputException;

/** The rows of a CSV. */
final class CsvCursor implements TextCursor {
  private final Path path;
  private final CsvDialect dialect;
  private final int width;
  private final TextInput in;
  private final CsvScanner scanner;
  private boolean headerAhead;
  private long row = -1;

  CsvCursor(Path path, CsvDialect dialect, int width) {
    this.path = path;
    this.dialect = dialect;
    this.width = width;
    this.headerAhead = dialect.header();
    this.in = TextInput.open(path);
    this.scanner = new CsvScanner(in, dialect, path);
  }

  @Override
  public boolean next() {
    while (scanner.next()) {
      if (takesRow()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean next(TextOutput copy) {
    while (scanner.next()) {
      if (takesRow()) {
        return true;
      }
      copy.write(scanner.bytes(), scanner.begin(), scanner.end());
    }
    return false;
  }

  private boolean takesRow() {
    int cells = scanner.cells();
    if (cells == 0) {
      return false;
    }
    if (headerAhead) {
      headerAhead = false;
      return false;
    }
    if (cells != width) {
      throw new InputException(
          "%s, line %d: the row has %d cells, but the first line has %d; add or remove cells, or quote those that hold the delimiter %s"
              .formatted(path, scanner.line(), cells, width, name(dialect.delimiter())));
    }
    row++;
    return true;
  }

  static String name(byte delimiter) {
    return delimiter == '\t' ? "tab" : Character.toString(delimiter);
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public String cell(int column) {
    return CsvText.decode(scanner.bytes(), scanner.begin(column), scanner.end(column), dialect);
  }

  @Override
  public String raw(int column) {
    int begin = scanner.begin(column);
    return new String(scanner.bytes(), begin, scanner.end(column) - begin, UTF_8);
  }

  boolean isQuoted(int column) {
    return CsvText.isQuoted(scanner.bytes(), scanner.begin(column), scanner.end(column), dialect);
  }

  @Override
  public void write(TextOutput copy, String[] raw) {
    int done = scanner.begin();
    for (int j = 0; j < width; j++) {
      if (raw[j] != null) {
        copy.write(scanner.bytes(), done, scanner.begin(j));
        copy.write(raw[j]);
        done = scanner.end(j);
      }
    }
    copy.write(scanner.bytes(), done, scanner.end());
  }

  @Override
  public long position() {
    return in.position();
  }

  @Override
  public long size() {
    return in.size();
  }

  @Override
  public void close() {
    in.close();
  }
}
