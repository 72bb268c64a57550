package org.ricvae.format;

import java.util.Objects;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;

/** A run of another data set's samples; closing it closes the other. */
record SlicedSamples(Samples whole, long first, long count) implements Samples {
  @Override
  public SampleShape shape() {
    return whole.shape();
  }

  @Override
  public ValueType type() {
    return whole.type();
  }

  @Override
  public void read(long start, int n, float[] dst, int offset) {
    Objects.checkFromIndexSize(start, n, count);
    whole.read(first + start, n, dst, offset);
  }

  @Override
  public String source() {
    return whole.source();
  }

  @Override
  public void close() {
    whole.close();
  }
}
