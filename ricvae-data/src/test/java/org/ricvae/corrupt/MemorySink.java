package org.ricvae.corrupt;

import java.util.Arrays;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;

/** Keeps what is written. */
final class MemorySink implements SampleSink {
  private final int size;
  private float[] values = new float[0];

  MemorySink(Samples like) {
    this.size = like.shape().size();
  }

  @Override
  public void write(float[] batch, int offset, int n) {
    int old = values.length;
    values = Arrays.copyOf(values, old + n * size);
    System.arraycopy(batch, offset, values, old, n * size);
  }

  @Override
  public void commit() {}

  @Override
  public void close() {}

  float[] values() {
    return values;
  }

  float[] sample(int i) {
    return Arrays.copyOfRange(values, i * size, (i + 1) * size);
  }

  Samples samples(SampleShape shape) {
    return Samples.of(shape, values);
  }
}
