package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;

/**
 * An array at an odd offset with gaps, whose unused places hold canaries: NaN where nothing may be
 * read, and whatever is in a place that was not meant to be written must survive.
 */
final class Guarded {
  /** Nothing a kernel computes. */
  private static final float CANARY = -7.25e33f;

  final float[] data;
  final int start;
  final int stride;
  private final BitSet written = new BitSet();

  private Guarded(int blocks, int blockSize, int start, int gap, float unused) {
    this.start = start;
    this.stride = blockSize + gap;
    this.data = new float[start + blocks * stride + 9];
    Arrays.fill(data, unused);
  }

  /** What a kernel reads: random where it may, NaN elsewhere. */
  static Guarded input(Random random, int blocks, int blockSize, int used) {
    Guarded g = new Guarded(blocks, blockSize, 5, 13, Float.NaN);
    for (int b = 0; b < blocks; b++) {
      for (int i = 0; i < used; i++) {
        g.data[g.at(b, i)] = (float) random.nextGaussian();
      }
    }
    return g;
  }

  /** What a kernel writes: the first {@code used} of each block, nothing else. */
  static Guarded output(int blocks, int blockSize, int used) {
    Guarded g = new Guarded(blocks, blockSize, 3, 11, CANARY);
    for (int b = 0; b < blocks; b++) {
      g.written.set(g.at(b, 0), g.at(b, 0) + used);
    }
    return g;
  }

  int at(int block, int i) {
    return start + block * stride + i;
  }

  float get(int block, int i) {
    return data[at(block, i)];
  }

  /** Nothing outside the places that were to be written has changed, and all of those have. */
  void check() {
    for (int i = 0; i < data.length; i++) {
      boolean canary = data[i] == CANARY;
      if (canary == written.get(i)) {
        assertThat(data[i]).as(canary ? "not written: %d" : "written: %d", i).isNaN();
      }
    }
  }
}
