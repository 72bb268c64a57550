package org.ricvae.table.schema;

import org.ricvae.data.Samples;
import org.ricvae.table.file.CountedRows;

/** The samples of an array as rows of texts; NaN is a missing cell. */
final class ArrayCursor extends CountedRows {
  private final Samples samples;
  private final float[] values;

  ArrayCursor(Samples samples) {
    super(samples.count());
    this.samples = samples;
    values = new float[samples.shape().size()];
  }

  @Override
  public boolean next() {
    if (!super.next()) {
      return false;
    }
    samples.read(row(), 1, values, 0);
    return true;
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
}
