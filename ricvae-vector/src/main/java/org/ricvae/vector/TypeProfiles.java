package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.ricvae.kernel.Kernels;

/**
 * Shows the JVM every operation of the kernels before the first product.
 *
 * <p>A product is multiply-adds, millions of them. If they come first, C2 compiles the Vector API's
 * own helpers for an operator of that one class, and the first operator of another is trapped
 * there. These traps are counted for good, and again with each operation that a method holds: past
 * 100 of them (PerMethodTrapLimit) C2 no longer trusts what it knows of the classes of vectors,
 * keeps a virtual call beside each operation, and for its sake makes an object of every vector.
 * Adam then took two and a half times as long, the noise three times.
 *
 * <p>Often enough for the profiles that are kept from a helper's first compilation on; and every
 * operator, since the first use of one goes a way of its own (to fill a cache), which is trapped in
 * the same manner.
 */
final class TypeProfiles {
  /** The JVM begins to keep profiles after 200 calls of a helper, and compiles it after 5,000. */
  private static final int CALLS = 500;

  private TypeProfiles() {}

  /** Takes some hundredths of a second. */
  static void widen() {
    float[] a = new float[Kernels.BLOCK];
    for (int i = 0; i < CALLS; i++) {
      floats(a);
      integers(a);
    }
  }

  private static void floats(float[] a) {
    FloatVector x = FloatVector.fromArray(FLOAT, a, 0);
    FloatVector y = x.fma(x, x).neg().abs().sqrt();
    FloatVector z = y.add(x).sub(y).mul(x).div(y).min(x).max(y);
    VectorMask<Float> below = z.compare(VectorOperators.LT, x);
    x.blend(y, below).blend(z, z.compare(VectorOperators.LE, x)).intoArray(a, 0);
  }

  private static void integers(float[] a) {
    IntVector x = FloatVector.fromArray(FLOAT, a, 0).reinterpretAsInts();
    IntVector y = x.lanewise(VectorOperators.LSHR, 1).lanewise(VectorOperators.ASHR, 1);
    IntVector z = y.lanewise(VectorOperators.LSHL, 1).lanewise(VectorOperators.ROL, 1);
    z.add(x).sub(y).or(x).lanewise(VectorOperators.XOR, z).reinterpretAsFloats().intoArray(a, 0);
  }
}
