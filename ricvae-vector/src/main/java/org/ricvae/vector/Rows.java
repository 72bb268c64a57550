package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;

import jdk.incubator.vector.FloatVector;
import org.ricvae.kernel.Kernels;

/** Rows of 32 summed, shifted, scaled; operation by operation as plain Java does it. */
final class Rows {
  private Rows() {}

  static void normalize(float gain, float[] center, float[] x, int x0, float[] dst, int dst0) {
    int n = center.length * Kernels.BLOCK;
    for (int i = 0; i < n; i += LENGTH) {
      float shift = center[i / Kernels.BLOCK] * gain;
      FloatVector.fromArray(FLOAT, x, x0 + i).mul(gain).sub(shift).intoArray(dst, dst0 + i);
    }
  }

  static void addRows(float[] a, int a0, float[] sums, int sums0, int n) {
    for (int l = 0; l < Kernels.BLOCK; l += 2 * LENGTH) {
      addColumns(a, a0 + l, sums, sums0 + l, n);
    }
  }

  /** Two vectors of each row. */
  private static void addColumns(float[] a, int a0, float[] sums, int sums0, int n) {
    FloatVector p = FloatVector.fromArray(FLOAT, sums, sums0);
    FloatVector q = FloatVector.fromArray(FLOAT, sums, sums0 + LENGTH);
    for (int i = 0; i < n; i += Kernels.BLOCK) {
      p = p.add(FloatVector.fromArray(FLOAT, a, a0 + i));
      q = q.add(FloatVector.fromArray(FLOAT, a, a0 + i + LENGTH));
    }
    p.intoArray(sums, sums0);
    q.intoArray(sums, sums0 + LENGTH);
  }

  static void addScaled(
      float[] a, int a0, float factor, float[] b, int b0, float[] dst, int dst0, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector scaled = FloatVector.fromArray(FLOAT, b, b0 + i).mul(factor);
      FloatVector.fromArray(FLOAT, a, a0 + i).add(scaled).intoArray(dst, dst0 + i);
    }
  }

  static void negate(float[] a, int a0, float[] dst, int dst0, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector.fromArray(FLOAT, a, a0 + i).neg().intoArray(dst, dst0 + i);
    }
  }
}
