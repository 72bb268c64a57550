package org.ricvae.table.file;

import org.ricvae.format.NpzMatrix;

/** The rows of a matrix. */
final class NpzCursor implements RowCursor {
  private final NpzMatrix matrix;
  private long row = -1;

  NpzCursor(NpzMatrix matrix) {
    this.matrix = matrix;
  }

  @Override
  public boolean next() {
    if (row + 1 >= matrix.rows()) {
      return false;
    }
    row++;
    return true;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public String cell(int column) {
    return matrix.text(row, column);
  }

  @Override
  public String raw(int column) {
    String text = cell(column);
    return text == null ? "" : text;
  }

  @Override
  public long position() {
    return row + 1;
  }

  @Override
  public long size() {
    return matrix.rows();
  }

  @Override
  public void close() {}
}
