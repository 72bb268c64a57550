package org.ricvae.vector;

import static org.ricvae.vector.Lanes.LENGTH;
import static org.ricvae.vector.Lanes.all;
import static org.ricvae.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.ricvae.kernel.Kernels;

/**
 * Box and Muller's transform of two rows of random words to two rows of normal numbers, as {@link
 * org.ricvae.kernel.Noise} defines it. Sine and cosine have the polynomials of the Cephes library
 * ({@code sinf}); the reduction to an eighth of a turn is exact, on the bits.
 */
final class BoxMuller {
  /** Bits of a word that are not used. */
  private static final int UNUSED = 9;

  private static final int UNIFORM_BITS = Integer.SIZE - UNUSED;
  private static final float UNIT = 1f / (1 << UNIFORM_BITS);
  private static final float TURN = (float) (2 * Math.PI / (1 << UNIFORM_BITS));
  private static final int QUARTER_BITS = UNIFORM_BITS - 2;
  private static final int EIGHTH_TURN = 1 << (QUARTER_BITS - 1);

  /** From bit 1 to the sign. */
  private static final int SIGN_OF_TWO = 30;

  /** 1.5 · 2^23: added as bits, it makes a float of a small integer. */
  private static final float SHIFTER = 12582912;

  private static final int SHIFTER_BITS = Float.floatToRawIntBits(SHIFTER);

  private BoxMuller() {}

  /** Two rows of words at {@code at}, as the bits of floats; become two rows of numbers. */
  static void transform(float[] a, int at) {
    for (int i = at; i < at + Kernels.BLOCK; i += LENGTH) {
      FloatVector radius = radius(words(a, i));
      turn(words(a, i + Kernels.BLOCK), radius, a, i);
    }
  }

  private static IntVector words(float[] a, int at) {
    return load(a, at).reinterpretAsInts().lanewise(VectorOperators.LSHR, UNUSED);
  }

  /** √(-2 ln u). */
  private static FloatVector radius(IntVector j) {
    // j has 23 bits: as the mantissa of a number in [2^23, 2^24), it is one.
    FloatVector u =
        j.or(Float.floatToRawIntBits(1 << UNIFORM_BITS))
            .reinterpretAsFloats()
            .sub((1 << UNIFORM_BITS) - 0.5f)
            .mul(UNIT);
    return Functions.log(u).mul(-2).sqrt();
  }

  /** radius · cos 2πu to row at, radius · sin 2πu to the row after it. */
  private static void turn(IntVector j, FloatVector radius, float[] a, int at) {
    IntVector quarter = j.add(EIGHTH_TURN).lanewise(VectorOperators.LSHR, QUARTER_BITS);
    IntVector rest = j.sub(quarter.lanewise(VectorOperators.LSHL, QUARTER_BITS));
    FloatVector r =
        rest.add(SHIFTER_BITS).reinterpretAsFloats().sub(SHIFTER).add(0.5f).mul(TURN);
    FloatVector z = r.mul(r);
    IntVector cos = cos(z).reinterpretAsInts();
    IntVector sin = sin(r, z).reinterpretAsInts();
    // In odd quarters sine and cosine change places.
    IntVector odd = quarter.and(1).neg();
    IntVector swap = cos.lanewise(VectorOperators.XOR, sin).and(odd);
    IntVector cosSign = quarter.add(1).and(2).lanewise(VectorOperators.LSHL, SIGN_OF_TWO);
    IntVector sinSign = quarter.and(2).lanewise(VectorOperators.LSHL, SIGN_OF_TWO);
    signed(cos, swap, cosSign).mul(radius).intoArray(a, at);
    signed(sin, swap, sinSign).mul(radius).intoArray(a, at + Kernels.BLOCK);
  }

  private static FloatVector signed(IntVector value, IntVector swap, IntVector sign) {
    return value
        .lanewise(VectorOperators.XOR, swap)
        .lanewise(VectorOperators.XOR, sign)
        .reinterpretAsFloats();
  }

  private static FloatVector sin(FloatVector r, FloatVector z) {
    FloatVector p = z.fma(all(-1.9515295891e-4f), all(8.3321608736e-3f));
    p = p.fma(z, all(-1.6666654611e-1f));
    return p.fma(z.mul(r), r);
  }

  private static FloatVector cos(FloatVector z) {
    FloatVector p = z.fma(all(2.443315711809948e-5f), all(-1.388731625493765e-3f));
    p = p.fma(z, all(4.166664568298827e-2f));
    return p.fma(z.mul(z), z.fma(all(-0.5f), all(1)));
  }
}
