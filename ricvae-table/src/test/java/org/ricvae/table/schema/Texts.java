package org.ricvae.table.schema;

import java.util.List;
import java.util.stream.IntStream;
import org.ricvae.table.file.Column;
import org.ricvae.table.file.RowCursor;
import org.ricvae.table.file.SourceType;

/** Tables of texts in memory. */
public final class Texts {
  private Texts() {}

  /** A table with columns {@code c0}, {@code c1}, …; null is a missing cell. */
  public static TableSource table(List<String[]> rows) {
    List<Column> columns =
        IntStream.range(0, rows.get(0).length)
            .mapToObj(j -> new Column("c" + j, SourceType.TEXT))
            .toList();
    return new TableSource("texts", columns, () -> new Cursor(rows));
  }

  private static final class Cursor implements RowCursor {
    private final List<String[]> rows;
    private int row = -1;

    Cursor(List<String[]> rows) {
      this.rows = rows;
    }

    @Override
    public boolean next() {
      return ++row < rows.size();
    }

    @Override
    public long row() {
      return row;
    }

    @Override
    public String cell(int column) {
      return rows.get(row)[column];
    }

    @Override
    public String raw(int column) {
      return cell(column) == null ? "" : cell(column);
    }

    @Override
    public long position() {
      return row + 1L;
    }

    @Override
    public long size() {
      return rows.size();
    }

    @Override
    public void close() {}
  }
}
