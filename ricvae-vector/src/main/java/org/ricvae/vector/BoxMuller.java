package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;
import static org.ricvae.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.ricvae.kernel.Elementary;
import org.ricvae.kernel.Kernels;

/**
 * Box and Muller's transform of two rows of random words to two rows of normal numbers, as {@link
 * org.ricvae.kernel.Noise} defines it, operation by operation as {@link Elementary#normal}.
 */
final class BoxMuller {
  private static final int ROW = Kernels.BLOCK;

  /** Bits of a word that {@link org.ricvae.kernel.Noise#uniform} does not use. */
  private static final int UNUSED = 9;

  private static final float TWO_TO_23 = 1 << 23;
  private static final int TWO_TO_23_BITS = Float.floatToRawIntBits(TWO_TO_23);

  private static final FloatVector ONE = all(1);
  private static final FloatVector S1 = all(Elementary.circleFactor(1));
  private static final FloatVector S3 = all(Elementary.circleFactor(3));
  private static final FloatVector S5 = all(Elementary.circleFactor(5));
  private static final FloatVector S7 = all(Elementary.circleFactor(7));
  private static final FloatVector S9 = all(Elementary.circleFactor(9));
  private static final FloatVector S11 = all(Elementary.circleFactor(11));
  private static final FloatVector C2 = all(Elementary.circleFactor(2));
  private static final FloatVector C4 = all(Elementary.circleFactor(4));
  private static final FloatVector C6 = all(Elementary.circleFactor(6));
  private static final FloatVector C8 = all(Elementary.circleFactor(8));
  private static final FloatVector C10 = all(Elementary.circleFactor(10));
  private static final FloatVector C12 = all(Elementary.circleFactor(12));

  private BoxMuller() {}

  /** Two rows of words at {@code at}, as the bits of floats; become two rows of numbers. */
  static void transform(float[] a, int at) {
    uniform(a, at);
    ElementWise.log(a, at, ROW);
    turn(a, at);
  }

  private static void uniform(float[] a, int at) {
    for (int i = at; i < at + 2 * ROW; i += LENGTH) {
      IntVector words = FloatVector.fromArray(FLOAT, a, i).reinterpretAsInts();
      // 23 bits are the mantissa of a number in [2^23, 2^24).
      IntVector bits = words.lanewise(VectorOperators.LSHR, UNUSED).or(TWO_TO_23_BITS);
      bits.reinterpretAsFloats().sub(TWO_TO_23 - 0.5f).mul(1 / TWO_TO_23).intoArray(a, i);
    }
  }

  /** From ln u0 and u1 to √(-2 ln u0) times cosine and sine of 2πu1. */
  private static void turn(float[] a, int at) {
    for (int i = at; i < at + ROW; i += LENGTH) {
      FloatVector radius = FloatVector.fromArray(FLOAT, a, i).mul(-2).sqrt();
      FloatVector t = FloatVector.fromArray(FLOAT, a, i + ROW).sub(0.5f);
      FloatVector z = t.mul(t);
      FloatVector s = S11.fma(z, S9).fma(z, S7).fma(z, S5).fma(z, S3).fma(z, S1).mul(t);
      FloatVector c = C12.fma(z, C10).fma(z, C8).fma(z, C6).fma(z, C4).fma(z, C2).fma(z, ONE);
      FloatVector chord = s.mul(-2);
      s.fma(chord, ONE).neg().mul(radius).intoArray(a, i);
      c.mul(chord).mul(radius).intoArray(a, i + ROW);
    }
  }
}
