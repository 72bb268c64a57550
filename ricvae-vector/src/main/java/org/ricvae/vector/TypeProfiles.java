package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.INT;
import static org.ricvae.vector.Lanes.LENGTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.ricvae.kernel.Kernels;

/**
 * Shows the JVM every kind of vector operation before the first product.
 *
 * <p>A product is multiply-adds, millions of them. If they come first, C2 compiles the Vector API's
 * own helpers for an operator of that one class, and the first operator of another is trapped
 * there. These traps are counted for good, and again with each operation that a method holds: past
 * 100 of them (PerMethodTrapLimit) C2 no longer trusts what it knows of the classes of vectors,
 * keeps a virtual call beside each operation, and for its sake makes an object of every vector.
 * Adam then took two and a half times as long, the noise three times.
 */
final class TypeProfiles {
  /** The JVM begins to count classes after 200 calls, and compiles for good after 5,000. */
  private static final int CALLS = 2_000;

  private TypeProfiles() {}

  /** Takes some milliseconds. */
  static void widen() {
    float[] a = new float[Kernels.BLOCK];
    for (int i = 0; i < CALLS; i++) {
      operate(a);
    }
  }

  private static void operate(float[] a) {
    for (int i = 0; i < LENGTH; i += LENGTH) {
      FloatVector x = FloatVector.fromArray(FLOAT, a, i);
      FloatVector y = x.fma(x, x).neg().mul(x);
      VectorMask<Float> below = y.compare(VectorOperators.LT, x);
      IntVector bits = x.blend(y, below).reinterpretAsInts();
      IntVector moved = bits.lanewise(VectorOperators.LSHR, 1).add(IntVector.zero(INT));
      moved.reinterpretAsFloats().intoArray(a, i);
    }
  }
}
