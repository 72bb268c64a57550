package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;

/** Comparison of floats bit by bit: 0 is not -0, and any NaN is NaN. */
final class Bits {
  private Bits() {}

  static void same(float actual, float expected, int i) {
    if (Float.floatToIntBits(actual) != Float.floatToIntBits(expected)) {
      assertThat(actual + "").as("value %d", i).isEqualTo(expected + "");
    }
  }

  /** Of whole arrays, what lies around the values included. */
  static void same(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      same(actual[i], expected[i], i);
    }
  }
}
