package org.ricvae.data;

import java.util.Objects;

/** Samples in an array of unsigned bytes. */
record ByteSamples(SampleShape shape, byte[] values) implements Samples {
  ByteSamples {
    if (values.length == 0 || values.length % shape.size() != 0) {
      throw new InputException(
          "%d bytes are not a whole number of %s samples (%d values each), or none"
              .formatted(values.length, shape, shape.size()));
    }
  }

  @Override
  public long count() {
    return values.length / shape.size();
  }

  @Override
  public ValueType type() {
    return ValueType.U8;
  }

  @Override
  public void read(long start, int n, float[] dst, int offset) {
    Objects.checkFromIndexSize(start, n, count());
    int from = (int) start * shape.size();
    for (int i = 0; i < n * shape.size(); i++) {
      dst[offset + i] = values[from + i] & 0xff;
    }
  }

  @Override
  public String source() {
    return "memory";
  }
}
