package org.ricvae.data;

import java.util.Objects;

/** Samples in a float array. */
record ArraySamples(SampleShape shape, ValueType type, float[] values) implements Samples {
  ArraySamples {
    if (values.length == 0 || values.length % shape.size() != 0) {
      throw new InputException(
          "%d values are not a whole number of %s samples (%d values each), or none"
              .formatted(values.length, shape, shape.size()));
    }
  }

  @Override
  public long count() {
    return values.length / shape.size();
  }

  @Override
  public void read(long start, int n, float[] dst, int offset) {
    Objects.checkFromIndexSize(start, n, count());
    System.arraycopy(values, (int) start * shape.size(), dst, offset, n * shape.size());
  }

  @Override
  public String source() {
    return "memory";
  }
}
