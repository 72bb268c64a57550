package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;
import static org.ricvae.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.ricvae.kernel.Kernels;

/**
 * Exponentials and logarithms over arrays, in place, to about two units in the last place. Range
 * reduction and polynomials are those of the Cephes library (Moshier 1992: {@code expf}, {@code
 * logf}), evaluated with fused multiply-adds.
 */
final class ElementWise {
  private static final int MANTISSA = 23;

  /** 1.5 · 2^23: a number that is added to it ends up, rounded, in the lowest bits. */
  private static final float SHIFTER = 12582912;

  private static final int SHIFTER_BITS = Float.floatToRawIntBits(SHIFTER);
  private static final int ROOT_HALF_BITS = Float.floatToRawIntBits((float) Math.sqrt(0.5));
  private static final FloatVector SHIFT = all(SHIFTER);
  private static final FloatVector LOG2_E = all((float) (1 / Math.log(2)));
  private static final FloatVector LN2_HIGH = all(0.693359375f);
  private static final FloatVector LN2_LOW = all(-2.12194440e-4f);
  private static final FloatVector MINUS_LN2_HIGH = LN2_HIGH.neg();
  private static final FloatVector MINUS_LN2_LOW = LN2_LOW.neg();
  private static final IntVector ONE_BITS = all(1).reinterpretAsInts();
  private static final FloatVector ZERO = all(0);
  private static final FloatVector MINUS_HALF = all(-0.5f);

  /** (exp(r) - 1 - r) / r². */
  private static final FloatVector E7 = all(1.9875691500e-4f);

  private static final FloatVector E6 = all(1.3981999507e-3f);
  private static final FloatVector E5 = all(8.3334519073e-3f);
  private static final FloatVector E4 = all(4.1665795894e-2f);
  private static final FloatVector E3 = all(1.6666665459e-1f);
  private static final FloatVector E2 = all(5.0000001201e-1f);

  /** (ln(1 + x) - x + x²/2) / x³. */
  private static final FloatVector L11 = all(7.0376836292e-2f);

  private static final FloatVector L10 = all(-1.1514610310e-1f);
  private static final FloatVector L9 = all(1.1676998740e-1f);
  private static final FloatVector L8 = all(-1.2420140846e-1f);
  private static final FloatVector L7 = all(1.4249322787e-1f);
  private static final FloatVector L6 = all(-1.6668057665e-1f);
  private static final FloatVector L5 = all(2.0000714765e-1f);
  private static final FloatVector L4 = all(-2.4999993993e-1f);
  private static final FloatVector L3 = all(3.3333331174e-1f);

  private ElementWise() {}

  static void exp(float[] a, int a0, int n) {
    exponential(a, a0, n, 1, 0, Kernels.EXP_LIMIT);
  }

  /** 1 / (1 + exp(-a)). */
  static void sigmoid(float[] a, int a0, int n) {
    exponential(a, a0, n, -1, 0, Kernels.SIGMOID_LIMIT);
    FloatVector one = all(1);
    for (int i = a0; i < a0 + n; i += LENGTH) {
      one.div(FloatVector.fromArray(FLOAT, a, i).add(1)).intoArray(a, i);
    }
  }

  /** t / (t + 2) with t = exp(2a) - 1, which is exact where a is small. */
  static void tanh(float[] a, int a0, int n) {
    exponential(a, a0, n, 2, 1, Kernels.EXP_LIMIT);
    for (int i = a0; i < a0 + n; i += LENGTH) {
      FloatVector t = FloatVector.fromArray(FLOAT, a, i);
      t.div(t.add(2)).intoArray(a, i);
    }
  }

  /**
   * {@code a = exp(factor · a) - less} with less 0 or 1, the argument at {@code most}: n is the
   * whole number nearest to x / ln 2, r = x - n ln 2 is at most ½ ln 2 from zero, and 2^n (exp(r) -
   * 1) + (2^n - less) is the result.
   */
  private static void exponential(
      float[] a, int a0, int count, float factor, float less, float most) {
    for (int i = a0; i < a0 + count; i += LENGTH) {
      FloatVector x = FloatVector.fromArray(FLOAT, a, i).mul(factor);
      x = x.min(most).max(-Kernels.EXP_LIMIT);
      FloatVector shifted = x.fma(LOG2_E, SHIFT);
      FloatVector n = shifted.sub(SHIFT);
      FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, x));
      FloatVector p = E7.fma(r, E6).fma(r, E5).fma(r, E4).fma(r, E3).fma(r, E2).fma(r.mul(r), r);
      IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA);
      FloatVector scale = exponent.add(ONE_BITS).reinterpretAsFloats();
      scale.fma(p, scale.sub(less)).intoArray(a, i);
    }
  }

  /** e ln 2 + ln(1 + x) for a = 2^e (1 + x); NaN for NaN, infinity and what is not positive. */
  static void log(float[] a, int a0, int count) {
    for (int i = a0; i < a0 + count; i += LENGTH) {
      FloatVector value = FloatVector.fromArray(FLOAT, a, i);
      IntVector bits = value.reinterpretAsInts();
      IntVector n = bits.sub(ROOT_HALF_BITS).lanewise(VectorOperators.ASHR, MANTISSA);
      FloatVector e = n.add(SHIFTER_BITS).reinterpretAsFloats().sub(SHIFT);
      IntVector mantissa = bits.sub(n.lanewise(VectorOperators.LSHL, MANTISSA));
      FloatVector x = mantissa.reinterpretAsFloats().sub(1);
      FloatVector p = L11.fma(x, L10).fma(x, L9).fma(x, L8).fma(x, L7).fma(x, L6);
      p = p.fma(x, L5).fma(x, L4).fma(x, L3).mul(x);
      FloatVector z = x.mul(x);
      FloatVector tail = z.fma(MINUS_HALF, e.fma(LN2_LOW, p.mul(z)));
      FloatVector log = e.fma(LN2_HIGH, tail.add(x));
      // Adding 0 · a changes no number, but makes NaN of NaN and infinity.
      value
          .fma(ZERO, log)
          .blend(Float.NaN, value.compare(VectorOperators.LE, ZERO))
          .intoArray(a, i);
    }
  }
}
