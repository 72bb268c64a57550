package org.ricvae.corrupt;

import org.ricvae.data.Samples;

/** Goes through a data set in batches of about a megabyte. */
final class Batches {
  private static final int VALUES = 1 << 18;

  private Batches() {}

  /** What is done with each batch. */
  interface Body {
    /** Takes n samples, the first of them number {@code start} of the data set. */
    void take(float[] values, long start, int n);
  }

  static int samples(Samples samples) {
    return (int) Math.min(samples.count(), Math.max(1, VALUES / samples.shape().size()));
  }

  static void forEach(Samples samples, Body body) {
    int batch = samples(samples);
    float[] values = new float[batch * samples.shape().size()];
    for (long start = 0; start < samples.count(); start += batch) {
      int n = (int) Math.min(batch, samples.count() - start);
      samples.read(start, n, values, 0);
      body.take(values, start, n);
    }
  }
}
