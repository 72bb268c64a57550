package org.ricvae.openblas;

import org.bytedeco.javacpp.FloatPointer;

/**
 * The operands of one thread outside the heap. JavaCPP copies a whole array for each call, and has
 * no offsets; so what a product needs, and no more, is copied here. Grows, never shrinks.
 */
final class Staging {
  private FloatPointer memory = new FloatPointer(0);
  private long capacity;

  /** Makes room for n floats; what was there is lost. */
  FloatPointer reserve(int n) {
    if (n > capacity) {
      memory.close();
      memory = new FloatPointer(n);
      capacity = n;
    }
    return memory.position(0);
  }

  /** Copies n floats in, to the front. */
  FloatPointer load(float[] a, int from, int n) {
    return reserve(n).put(a, from, n);
  }

  /** What lies {@code at} floats from the front. */
  FloatPointer at(int at) {
    return memory.position(at);
  }

  /** Copies n floats out, from the front. */
  void store(float[] a, int to, int n) {
    memory.position(0).get(a, to, n);
  }
}
