package org.ricvae.table.schema;

import org.ricvae.data.Samples;
import org.ricvae.table.file.RowCursor;

/** The samples of an array as rows of texts; NaN is a missing cell. */
final class ArrayCursor implements RowCursor {
  private final Samples samples;
  private final float[] values;
  private long row = -1;

  ArrayCursor(Samples samples) {
    this.samples = samples;
    values = new float[samples.shape().size()];
  }

  @Override
  public boolean next() {
    if (row + 1 >= samples.count()) {
      return false;
    }
    samples.read(++row, 1, values, 0);
    return true;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public String cell(int column) {
    float value = values[column];
    if (Float.isNaN(value)) {
      return null;
    }
    return value == Math.rint(value) && Math.abs(value) < 1e7f
        ? String.valueOf((long) value)
        : String.valueOf(value);
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
    return samples.count();
  }

  @Override
  public void close() {}
}
