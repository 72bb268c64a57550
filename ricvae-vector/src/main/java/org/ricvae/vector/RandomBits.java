package org.ricvae.vector;

import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.INT;
import static org.ricvae.vector.Lanes.LENGTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Threefry;

/**
 * {@link Threefry} for 32 samples at a time. The state lies in four rows of the array that receives
 * the noise, as the bits of floats, so that each method stays small.
 */
final class RandomBits {
  private static final int ROW = Kernels.BLOCK;
  private static final int FIRST_0 = Threefry.rotateFirst(0);
  private static final int SECOND_0 = Threefry.rotateSecond(0);
  private static final int FIRST_1 = Threefry.rotateFirst(1);
  private static final int SECOND_1 = Threefry.rotateSecond(1);
  private static final int FIRST_2 = Threefry.rotateFirst(2);
  private static final int SECOND_2 = Threefry.rotateSecond(2);
  private static final int FIRST_3 = Threefry.rotateFirst(3);
  private static final int SECOND_3 = Threefry.rotateSecond(3);
  private static final int FIRST_4 = Threefry.rotateFirst(4);
  private static final int SECOND_4 = Threefry.rotateSecond(4);
  private static final int FIRST_5 = Threefry.rotateFirst(5);
  private static final int SECOND_5 = Threefry.rotateSecond(5);
  private static final int FIRST_6 = Threefry.rotateFirst(6);
  private static final int SECOND_6 = Threefry.rotateSecond(6);
  private static final int FIRST_7 = Threefry.rotateFirst(7);
  private static final int SECOND_7 = Threefry.rotateSecond(7);

  private RandomBits() {}

  /** Four rows of random words at {@code at}, for the counters (quad, 0, sample, 0). */
  static void fill(int[] key, int[] samples, int s0, int quad, float[] d, int at) {
    start(key, samples, s0, quad, d, at);
    int parity = Threefry.PARITY ^ key[0] ^ key[1] ^ key[2] ^ key[3];
    for (int s = 1; s <= Threefry.ROUNDS / 4; s++) {
      int k0 = Threefry.word(key, parity, s);
      int k1 = Threefry.word(key, parity, s + 1);
      int k2 = Threefry.word(key, parity, s + 2);
      int k3 = Threefry.word(key, parity, s + 3) + s;
      if (s % 2 == 1) {
        upperRounds(d, at, k0, k1, k2, k3);
      } else {
        lowerRounds(d, at, k0, k1, k2, k3);
      }
    }
  }

  private static void start(int[] key, int[] samples, int s0, int quad, float[] d, int at) {
    for (int l = 0; l < ROW; l += LENGTH) {
      IntVector x0 = IntVector.broadcast(INT, quad + key[0]);
      IntVector x1 = IntVector.broadcast(INT, key[1]);
      IntVector x2 = IntVector.fromArray(INT, samples, s0 + l).add(key[2]);
      IntVector x3 = IntVector.broadcast(INT, key[3]);
      x0.reinterpretAsFloats().intoArray(d, at + l);
      x1.reinterpretAsFloats().intoArray(d, at + l + ROW);
      x2.reinterpretAsFloats().intoArray(d, at + l + 2 * ROW);
      x3.reinterpretAsFloats().intoArray(d, at + l + 3 * ROW);
    }
  }

  /** Rounds 0 to 3 of every eight, then a key. */
  private static void upperRounds(float[] d, int at, int k0, int k1, int k2, int k3) {
    for (int i = at; i < at + ROW; i += LENGTH) {
      IntVector x0 = FloatVector.fromArray(FLOAT, d, i).reinterpretAsInts();
      IntVector x1 = FloatVector.fromArray(FLOAT, d, i + ROW).reinterpretAsInts();
      IntVector x2 = FloatVector.fromArray(FLOAT, d, i + 2 * ROW).reinterpretAsInts();
      IntVector x3 = FloatVector.fromArray(FLOAT, d, i + 3 * ROW).reinterpretAsInts();
      x0 = x0.add(x1);
      x1 = x1.lanewise(ROL, FIRST_0).lanewise(XOR, x0);
      x2 = x2.add(x3);
      x3 = x3.lanewise(ROL, SECOND_0).lanewise(XOR, x2);
      x0 = x0.add(x3);
      x3 = x3.lanewise(ROL, FIRST_1).lanewise(XOR, x0);
      x2 = x2.add(x1);
      x1 = x1.lanewise(ROL, SECOND_1).lanewise(XOR, x2);
      x0 = x0.add(x1);
      x1 = x1.lanewise(ROL, FIRST_2).lanewise(XOR, x0);
      x2 = x2.add(x3);
      x3 = x3.lanewise(ROL, SECOND_2).lanewise(XOR, x2);
      x0 = x0.add(x3);
      x3 = x3.lanewise(ROL, FIRST_3).lanewise(XOR, x0);
      x2 = x2.add(x1);
      x1 = x1.lanewise(ROL, SECOND_3).lanewise(XOR, x2);
      x0.add(k0).reinterpretAsFloats().intoArray(d, i);
      x1.add(k1).reinterpretAsFloats().intoArray(d, i + ROW);
      x2.add(k2).reinterpretAsFloats().intoArray(d, i + 2 * ROW);
      x3.add(k3).reinterpretAsFloats().intoArray(d, i + 3 * ROW);
    }
  }

  /** Rounds 4 to 7 of every eight, then a key. */
  private static void lowerRounds(float[] d, int at, int k0, int k1, int k2, int k3) {
    for (int i = at; i < at + ROW; i += LENGTH) {
      IntVector x0 = FloatVector.fromArray(FLOAT, d, i).reinterpretAsInts();
      IntVector x1 = FloatVector.fromArray(FLOAT, d, i + ROW).reinterpretAsInts();
      IntVector x2 = FloatVector.fromArray(FLOAT, d, i + 2 * ROW).reinterpretAsInts();
      IntVector x3 = FloatVector.fromArray(FLOAT, d, i + 3 * ROW).reinterpretAsInts();
      x0 = x0.add(x1);
      x1 = x1.lanewise(ROL, FIRST_4).lanewise(XOR, x0);
      x2 = x2.add(x3);
      x3 = x3.lanewise(ROL, SECOND_4).lanewise(XOR, x2);
      x0 = x0.add(x3);
      x3 = x3.lanewise(ROL, FIRST_5).lanewise(XOR, x0);
      x2 = x2.add(x1);
      x1 = x1.lanewise(ROL, SECOND_5).lanewise(XOR, x2);
      x0 = x0.add(x1);
      x1 = x1.lanewise(ROL, FIRST_6).lanewise(XOR, x0);
      x2 = x2.add(x3);
      x3 = x3.lanewise(ROL, SECOND_6).lanewise(XOR, x2);
      x0 = x0.add(x3);
      x3 = x3.lanewise(ROL, FIRST_7).lanewise(XOR, x0);
      x2 = x2.add(x1);
      x1 = x1.lanewise(ROL, SECOND_7).lanewise(XOR, x2);
      x0.add(k0).reinterpretAsFloats().intoArray(d, i);
      x1.add(k1).reinterpretAsFloats().intoArray(d, i + ROW);
      x2.add(k2).reinterpretAsFloats().intoArray(d, i + 2 * ROW);
      x3.add(k3).reinterpretAsFloats().intoArray(d, i + 3 * ROW);
    }
  }
}
