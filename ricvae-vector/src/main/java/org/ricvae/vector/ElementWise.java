package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;
import static org.ricvae.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.ricvae.kernel.Elementary;
import org.ricvae.kernel.Kernels;

/** The functions of {@link Elementary} over arrays, in place, operation by operation the same. */
final class ElementWise {
  private static final int SHIFTER_BITS = Float.floatToRawIntBits(Elementary.SHIFTER);
  private static final FloatVector SHIFT = all(Elementary.SHIFTER);
  private static final FloatVector LOG2_E = all(Elementary.LOG2_E);
  private static final FloatVector LN2_HIGH = all(Elementary.LN2_HIGH);
  private static final FloatVector LN2_LOW = all(Elementary.LN2_LOW);
  private static final FloatVector MINUS_LN2_HIGH = LN2_HIGH.neg();
  private static final FloatVector MINUS_LN2_LOW = LN2_LOW.neg();
  private static final IntVector ONE_BITS = all(1).reinterpretAsInts();
  private static final FloatVector ZERO = all(0);
  private static final FloatVector MINUS_HALF = all(-0.5f);

  private static final FloatVector E7 = all(Elementary.expFactor(7));
  private static final FloatVector E6 = all(Elementary.expFactor(6));
  private static final FloatVector E5 = all(Elementary.expFactor(5));
  private static final FloatVector E4 = all(Elementary.expFactor(4));
  private static final FloatVector E3 = all(Elementary.expFactor(3));
  private static final FloatVector E2 = all(Elementary.expFactor(2));
  private static final FloatVector L11 = all(Elementary.logFactor(11));
  private static final FloatVector L10 = all(Elementary.logFactor(10));
  private static final FloatVector L9 = all(Elementary.logFactor(9));
  private static final FloatVector L8 = all(Elementary.logFactor(8));
  private static final FloatVector L7 = all(Elementary.logFactor(7));
  private static final FloatVector L6 = all(Elementary.logFactor(6));
  private static final FloatVector L5 = all(Elementary.logFactor(5));
  private static final FloatVector L4 = all(Elementary.logFactor(4));
  private static final FloatVector L3 = all(Elementary.logFactor(3));

  private ElementWise() {}

  static void exp(float[] a, int a0, int n) {
    exponential(a, a0, n, 1, 0, Kernels.EXP_LIMIT);
  }

  static void sigmoid(float[] a, int a0, int n) {
    exponential(a, a0, n, -1, 0, Kernels.SIGMOID_LIMIT);
    FloatVector one = all(1);
    for (int i = a0; i < a0 + n; i += LENGTH) {
      one.div(FloatVector.fromArray(FLOAT, a, i).add(1)).intoArray(a, i);
    }
  }

  static void tanh(float[] a, int a0, int n) {
    exponential(a, a0, n, 2, 1, Kernels.EXP_LIMIT);
    for (int i = a0; i < a0 + n; i += LENGTH) {
      FloatVector t = FloatVector.fromArray(FLOAT, a, i);
      t.div(t.add(2)).intoArray(a, i);
    }
  }

  /** {@code a = exp(factor · a) - less} with less 0 or 1, the argument at {@code most}. */
  private static void exponential(
      float[] a, int a0, int count, float factor, float less, float most) {
    for (int i = a0; i < a0 + count; i += LENGTH) {
      FloatVector x = FloatVector.fromArray(FLOAT, a, i).mul(factor);
      x = x.min(most).max(-Kernels.EXP_LIMIT);
      FloatVector shifted = x.fma(LOG2_E, SHIFT);
      FloatVector n = shifted.sub(SHIFT);
      FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, x));
      FloatVector p = E7.fma(r, E6).fma(r, E5).fma(r, E4).fma(r, E3).fma(r, E2).fma(r.mul(r), r);
      IntVector exponent =
          shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, Elementary.MANTISSA);
      FloatVector scale = exponent.add(ONE_BITS).reinterpretAsFloats();
      scale.fma(p, scale.sub(less)).intoArray(a, i);
    }
  }

  static void log(float[] a, int a0, int count) {
    for (int i = a0; i < a0 + count; i += LENGTH) {
      FloatVector value = FloatVector.fromArray(FLOAT, a, i);
      IntVector bits = value.reinterpretAsInts();
      IntVector n =
          bits.sub(Elementary.ROOT_HALF_BITS).lanewise(VectorOperators.ASHR, Elementary.MANTISSA);
      FloatVector e = n.add(SHIFTER_BITS).reinterpretAsFloats().sub(SHIFT);
      IntVector mantissa = bits.sub(n.lanewise(VectorOperators.LSHL, Elementary.MANTISSA));
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
