package org.ricvae.use;

import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;

/**
 * A view of some of the samples of a data set, evenly spread.
 *
 * @param base the data set
 * @param count samples of it, at most as many as it has
 */
record SpreadSamples(Samples base, long count) implements Samples {
  @Override
  public SampleShape shape() {
    return base.shape();
  }

  @Override
  public ValueType type() {
    return base.type();
  }

  @Override
  public String source() {
    return base.source();
  }

  @Override
  public void read(long start, int n, float[] dst, int offset) {
    for (int i = 0; i < n; i++) {
      long sample = base.count() * (start + i) / count;
      base.read(sample, 1, dst, offset + i * shape().size());
    }
  }
}
