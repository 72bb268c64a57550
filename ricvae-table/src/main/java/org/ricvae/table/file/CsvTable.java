package org.ricvae.table.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ricvae.data.InputException;

/** Cells between delimiters, rows between line ends. All columns are {@link SourceType#TEXT}. */
final class CsvTable extends TableFile {
  private final CsvDialect dialect;

  private CsvTable(Path path, List<Column> columns, List<String> notes, CsvDialect dialect) {
    super(path, columns, notes);
    this.dialect = dialect;
  }

  static CsvTable read(Path path, CsvOptions options) {
    CsvSample sample = CsvSample.read(path);
    CsvDialect dialect = CsvSniffer.sniff(sample, options);
    List<String> notes = new ArrayList<>();
    if (sample.byteOrderMark()) {
      notes.add("the file begins with a byte-order mark, which is kept");
    }
    notes.add("the delimiter is %s".formatted(CsvCursor.name(dialect.delimiter())));
    if (dialect.quote() == 0) {
      notes.add("quotes do not pair, so they are taken as letters like others");
    }
    ColumnNames names = ColumnNames.of(header(path, dialect));
    if (dialect.header()) {
      notes.addAll(names.notes());
    } else {
      notes.add(
          "the first line holds no names, so the columns are called %s and so on; say so if it does"
              .formatted(names.names().get(0)));
    }
    List<Column> columns =
        names.names().stream().map(name -> new Column(name, SourceType.TEXT)).toList();
    return new CsvTable(path, columns, notes, dialect);
  }

  /** The names in the first record, blank where there is no header; the file has at least a row. */
  private static List<String> header(Path path, CsvDialect dialect) {
    try (TextInput in = TextInput.open(path)) {
      CsvScanner scanner = new CsvScanner(in, dialect, path);
      if (!nextRecord(scanner)) {
        throw new InputException("%s is empty; a table needs at least one row".formatted(path));
      }
      List<String> names =
          dialect.header() ? scanner.texts() : Collections.nCopies(scanner.cells(), "");
      if (dialect.header() && !nextRecord(scanner)) {
        throw new InputException(
            "%s has a header but no rows; a table needs at least one".formatted(path));
      }
      return names;
    }
  }

  private static boolean nextRecord(CsvScanner scanner) {
    while (scanner.next()) {
      if (scanner.cells() > 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public CsvCursor rows() {
    return new CsvCursor(path(), dialect, columns().size());
  }

  @Override
  void copy(Path out, Patches patches) {
    TextCursor.copy(this::rows, columns().size(), out, patches);
  }

  @Override
  String encode(RowCursor row, int column, String text) {
    boolean quoted = ((CsvCursor) row).isQuoted(column);
    if (dialect.quote() != 0) {
      return quoted || CsvText.needsQuotes(text, dialect) ? CsvText.quote(text, dialect) : text;
    }
    if (CsvText.needsQuotes(text, dialect)) {
      throw new InputException(
          "%s, row %d, column \"%s\": the new text holds the delimiter or a line break or is empty, and quotes have no meaning in this file"
              .formatted(path(), row.row() + 1, columns().get(column).name()));
    }
    return text;
  }
}
