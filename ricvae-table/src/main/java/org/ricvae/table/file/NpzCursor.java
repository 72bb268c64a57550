package org.ricvae.table.file;

import org.ricvae.format.NpzMatrix;

/** The rows of a matrix. */
final class NpzCursor extends CountedRows {
  private final NpzMatrix matrix;

  NpzCursor(NpzMatrix matrix) {
    super(matrix.rows());
    this.matrix = matrix;
  }

  @Override
  public String cell(int column) {
    return matrix.text(row(), column);
  }
}
