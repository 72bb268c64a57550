package org.ricvae.table.file;

/** Rows of which there is a known number in memory, one after the other. */
public abstract class CountedRows implements RowCursor {
  private final long rows;
  private long row = -1;

  /** Starts before the first of so many rows. */
  protected CountedRows(long rows) {
    this.rows = rows;
  }

  @Override
  public boolean next() {
    if (row + 1 >= rows) {
      return false;
    }
    row++;
    return true;
  }

  @Override
  public final long row() {
    return row;
  }

  @Override
  public final String raw(int column) {
    String text = cell(column);
    return text == null ? "" : text;
  }

  @Override
  public final long position() {
    return row + 1;
  }

  @Override
  public final long size() {
    return rows;
  }

  @Override
  public void close() {}
}
