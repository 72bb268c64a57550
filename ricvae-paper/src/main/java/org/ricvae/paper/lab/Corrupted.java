package org.ricvae.paper.lab;

import java.util.List;
import org.ricvae.corrupt.Corruption;
import org.ricvae.corrupt.Corruptor;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;

/**
 * Images that were made dirty, in memory.
 *
 * @param images the dirty ones
 * @param mask 0 where a value was left as it was
 */
public record Corrupted(Images images, Samples mask) {

  /** Makes images dirty; the same ones for the same seed. */
  public static Corrupted of(Images clean, Corruption corruption, long seed) {
    Bytes dirty = new Bytes(clean);
    Bytes mask = new Bytes(clean);
    Corruptor.corrupt(clean.samples(), List.of(corruption), seed, dirty, mask);
    return new Corrupted(
        Images.of(Samples.of(clean.shape(), dirty.bytes)), Samples.of(clean.shape(), mask.bytes));
  }

  /** Takes 8-bit values. */
  private static final class Bytes implements SampleSink {
    private final int size;
    private final byte[] bytes;
    private int filled;

    Bytes(Images like) {
      size = like.shape().size();
      bytes = new byte[like.count() * size];
    }

    @Override
    public void write(float[] values, int offset, int n) {
      for (int i = 0; i < n * size; i++) {
        bytes[filled++] = (byte) Math.round(values[offset + i]);
      }
    }

    @Override
    public void commit() {}

    @Override
    public void close() {}
  }
}
