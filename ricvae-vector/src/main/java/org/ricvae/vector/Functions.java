package org.ricvae.vector;

import static org.ricvae.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.ricvae.kernel.Kernels;

/**
 * exp, log and what is made of them, in single precision to about two units in the last place.
 * Range reduction and polynomials are those of the Cephes library (Moshier 1992: {@code expf},
 * {@code logf}), evaluated with fused multiply-adds.
 */
final class Functions {
  /** 1.5 · 2^23: a float near it has its integer part in its lowest bits. */
  private static final float SHIFTER = 12582912;

  private static final int SHIFTER_BITS = Float.floatToRawIntBits(SHIFTER);
  private static final int MANTISSA = 23;
  private static final int ROOT_HALF_BITS = Float.floatToRawIntBits((float) Math.sqrt(0.5));
  private static final float LOG2_E = (float) (1 / Math.log(2));
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;

  /** tanh(10) rounds to 1. */
  private static final float TANH_LIMIT = 10;

  private Functions() {}

  static FloatVector exp(FloatVector a) {
    FloatVector x = a.min(Kernels.EXP_LIMIT).max(-Kernels.EXP_LIMIT);
    FloatVector shifted = shifted(x);
    FloatVector one = expm1Reduced(reduced(x, shifted)).add(1);
    return one.reinterpretAsInts().add(exponent(shifted)).reinterpretAsFloats();
  }

  static FloatVector sigmoid(FloatVector a) {
    return all(1).div(exp(a.neg()).add(1));
  }

  /** tanh|a| = t / (t + 2) with t = exp(2|a|) - 1, which is exact where a is small. */
  static FloatVector tanh(FloatVector a) {
    FloatVector x = a.abs().min(TANH_LIMIT).mul(2);
    FloatVector shifted = shifted(x);
    FloatVector e = expm1Reduced(reduced(x, shifted));
    FloatVector scale =
        all(1).reinterpretAsInts().add(exponent(shifted)).reinterpretAsFloats();
    FloatVector t = scale.fma(e, scale.sub(1));
    IntVector sign = a.reinterpretAsInts().and(Integer.MIN_VALUE);
    return t.div(t.add(2)).reinterpretAsInts().or(sign).reinterpretAsFloats();
  }

  /** The whole number nearest to x / ln 2, in the lowest bits. */
  private static FloatVector shifted(FloatVector x) {
    return x.fma(all(LOG2_E), all(SHIFTER));
  }

  /** That number, where a float has its exponent. */
  private static IntVector exponent(FloatVector shifted) {
    return shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA);
  }

  /** x - n ln 2, at most ½ ln 2 from zero. */
  private static FloatVector reduced(FloatVector x, FloatVector shifted) {
    FloatVector n = shifted.sub(SHIFTER);
    return n.fma(all(-LN2_LOW), n.fma(all(-LN2_HIGH), x));
  }

  /** exp(r) - 1 for |r| up to ½ ln 2. */
  private static FloatVector expm1Reduced(FloatVector r) {
    FloatVector p = r.fma(all(1.9875691500e-4f), all(1.3981999507e-3f));
    p = p.fma(r, all(8.3334519073e-3f));
    p = p.fma(r, all(4.1665795894e-2f));
    p = p.fma(r, all(1.6666665459e-1f));
    p = p.fma(r, all(5.0000001201e-1f));
    return p.fma(r.mul(r), r);
  }

  /** NaN for NaN, infinity and what is not positive. */
  static FloatVector log(FloatVector a) {
    IntVector bits = a.reinterpretAsInts();
    IntVector n = bits.sub(ROOT_HALF_BITS).lanewise(VectorOperators.ASHR, MANTISSA);
    FloatVector e = n.add(SHIFTER_BITS).reinterpretAsFloats().sub(SHIFTER);
    FloatVector x =
        bits.sub(n.lanewise(VectorOperators.LSHL, MANTISSA)).reinterpretAsFloats().sub(1);
    FloatVector log = e.fma(all(LN2_HIGH), logTail(x, e).add(x));
    // Of no effect on a number, but NaN and infinity turn to NaN.
    return a.fma(all(0), log).blend(Float.NaN, a.compare(VectorOperators.LE, 0));
  }

  /** ln(1 + x) - x for x from √½ - 1 to √2 - 1, with e times the lower bits of ln 2. */
  private static FloatVector logTail(FloatVector x, FloatVector e) {
    FloatVector p = x.fma(all(7.0376836292e-2f), all(-1.1514610310e-1f));
    p = p.fma(x, all(1.1676998740e-1f));
    p = p.fma(x, all(-1.2420140846e-1f));
    p = p.fma(x, all(1.4249322787e-1f));
    p = p.fma(x, all(-1.6668057665e-1f));
    p = p.fma(x, all(2.0000714765e-1f));
    p = p.fma(x, all(-2.4999993993e-1f));
    p = p.fma(x, all(3.3333331174e-1f));
    FloatVector z = x.mul(x);
    p = p.mul(x).mul(z);
    return z.fma(all(-0.5f), e.fma(all(LN2_LOW), p));
  }
}
