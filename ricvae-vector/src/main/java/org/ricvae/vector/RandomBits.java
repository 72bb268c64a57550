package org.ricvae.vector;

import static org.ricvae.vector.Lanes.INT;
import static org.ricvae.vector.Lanes.LENGTH;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Threefry;

/** {@link Threefry} for 32 samples at a time. */
final class RandomBits {
  private RandomBits() {}

  /**
   * Four rows of random words for 32 samples, kept as the bits of floats: where they lie, the
   * caller makes numbers of them.
   */
  static void fill(int[] key, int[] samples, int s0, int quad, float[] dst, int dst0) {
    int parity = Threefry.PARITY ^ key[0] ^ key[1] ^ key[2] ^ key[3];
    for (int l = 0; l < Kernels.BLOCK; l += LENGTH) {
      IntVector x0 = IntVector.broadcast(INT, quad + key[0]);
      IntVector x1 = IntVector.broadcast(INT, key[1]);
      IntVector x2 = IntVector.fromArray(INT, samples, s0 + l).add(key[2]);
      IntVector x3 = IntVector.broadcast(INT, key[3]);
      for (int round = 0; round < Threefry.ROUNDS; round += 4) {
        x0 = x0.add(x1);
        x1 = rotate(x1, Threefry.rotateFirst(round)).lanewise(VectorOperators.XOR, x0);
        x2 = x2.add(x3);
        x3 = rotate(x3, Threefry.rotateSecond(round)).lanewise(VectorOperators.XOR, x2);
        x0 = x0.add(x3);
        x3 = rotate(x3, Threefry.rotateFirst(round + 1)).lanewise(VectorOperators.XOR, x0);
        x2 = x2.add(x1);
        x1 = rotate(x1, Threefry.rotateSecond(round + 1)).lanewise(VectorOperators.XOR, x2);
        x0 = x0.add(x1);
        x1 = rotate(x1, Threefry.rotateFirst(round + 2)).lanewise(VectorOperators.XOR, x0);
        x2 = x2.add(x3);
        x3 = rotate(x3, Threefry.rotateSecond(round + 2)).lanewise(VectorOperators.XOR, x2);
        x0 = x0.add(x3);
        x3 = rotate(x3, Threefry.rotateFirst(round + 3)).lanewise(VectorOperators.XOR, x0);
        x2 = x2.add(x1);
        x1 = rotate(x1, Threefry.rotateSecond(round + 3)).lanewise(VectorOperators.XOR, x2);
        int s = round / 4 + 1;
        x0 = x0.add(Threefry.word(key, parity, s));
        x1 = x1.add(Threefry.word(key, parity, s + 1));
        x2 = x2.add(Threefry.word(key, parity, s + 2));
        x3 = x3.add(Threefry.word(key, parity, s + 3) + s);
      }
      x0.reinterpretAsFloats().intoArray(dst, dst0 + l);
      x1.reinterpretAsFloats().intoArray(dst, dst0 + l + Kernels.BLOCK);
      x2.reinterpretAsFloats().intoArray(dst, dst0 + l + 2 * Kernels.BLOCK);
      x3.reinterpretAsFloats().intoArray(dst, dst0 + l + 3 * Kernels.BLOCK);
    }
  }

  /** Two shifts: not every vector unit has a rotation. */
  private static IntVector rotate(IntVector x, int bits) {
    return x.lanewise(VectorOperators.LSHL, bits)
        .or(x.lanewise(VectorOperators.LSHR, Integer.SIZE - bits));
  }
}
