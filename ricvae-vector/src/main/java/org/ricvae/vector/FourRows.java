package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;

import jdk.incubator.vector.FloatVector;
import org.ricvae.kernel.Kernels;

/** Four rows by two vectors: eight sums, for machines with 16 registers. */
final class FourRows extends Tile {
  private static final int ROW = Kernels.BLOCK;
  private static final int TILE = Kernels.TILE;

  FourRows() {
    super(4);
  }

  @Override
  void forward(float[] a, int ao, float[] x, int xo, int n, float[] s, int so, float[] y, int yo) {
    FloatVector p0 = FloatVector.fromArray(FLOAT, s, so);
    FloatVector q0 = FloatVector.fromArray(FLOAT, s, so + LENGTH);
    FloatVector p1 = FloatVector.fromArray(FLOAT, s, so + ROW);
    FloatVector q1 = FloatVector.fromArray(FLOAT, s, so + ROW + LENGTH);
    FloatVector p2 = FloatVector.fromArray(FLOAT, s, so + 2 * ROW);
    FloatVector q2 = FloatVector.fromArray(FLOAT, s, so + 2 * ROW + LENGTH);
    FloatVector p3 = FloatVector.fromArray(FLOAT, s, so + 3 * ROW);
    FloatVector q3 = FloatVector.fromArray(FLOAT, s, so + 3 * ROW + LENGTH);
    for (int k = 0; k < n; k++) {
      FloatVector p = FloatVector.fromArray(FLOAT, x, xo + k * ROW);
      FloatVector q = FloatVector.fromArray(FLOAT, x, xo + k * ROW + LENGTH);
      int at = ao + k * TILE;
      FloatVector c = FloatVector.broadcast(FLOAT, a[at]);
      p0 = c.fma(p, p0);
      q0 = c.fma(q, q0);
      c = FloatVector.broadcast(FLOAT, a[at + 1]);
      p1 = c.fma(p, p1);
      q1 = c.fma(q, q1);
      c = FloatVector.broadcast(FLOAT, a[at + 2]);
      p2 = c.fma(p, p2);
      q2 = c.fma(q, q2);
      c = FloatVector.broadcast(FLOAT, a[at + 3]);
      p3 = c.fma(p, p3);
      q3 = c.fma(q, q3);
    }
    p0.intoArray(y, yo);
    q0.intoArray(y, yo + LENGTH);
    p1.intoArray(y, yo + ROW);
    q1.intoArray(y, yo + ROW + LENGTH);
    p2.intoArray(y, yo + 2 * ROW);
    q2.intoArray(y, yo + 2 * ROW + LENGTH);
    p3.intoArray(y, yo + 3 * ROW);
    q3.intoArray(y, yo + 3 * ROW + LENGTH);
  }

  @Override
  void backward(
      float[] a, int ao, int leap, float[] x, int xo, int n, float[] s, int so, float[] y, int yo) {
    FloatVector p0 = FloatVector.fromArray(FLOAT, s, so);
    FloatVector q0 = FloatVector.fromArray(FLOAT, s, so + LENGTH);
    FloatVector p1 = FloatVector.fromArray(FLOAT, s, so + ROW);
    FloatVector q1 = FloatVector.fromArray(FLOAT, s, so + ROW + LENGTH);
    FloatVector p2 = FloatVector.fromArray(FLOAT, s, so + 2 * ROW);
    FloatVector q2 = FloatVector.fromArray(FLOAT, s, so + 2 * ROW + LENGTH);
    FloatVector p3 = FloatVector.fromArray(FLOAT, s, so + 3 * ROW);
    FloatVector q3 = FloatVector.fromArray(FLOAT, s, so + 3 * ROW + LENGTH);
    for (int panel = 0, xk = xo; panel < n; panel++) {
      for (int k = 0; k < TILE; k++, xk += ROW) {
        FloatVector p = FloatVector.fromArray(FLOAT, x, xk);
        FloatVector q = FloatVector.fromArray(FLOAT, x, xk + LENGTH);
        int at = ao + panel * leap + k;
        FloatVector c = FloatVector.broadcast(FLOAT, a[at]);
        p0 = c.fma(p, p0);
        q0 = c.fma(q, q0);
        c = FloatVector.broadcast(FLOAT, a[at + TILE]);
        p1 = c.fma(p, p1);
        q1 = c.fma(q, q1);
        c = FloatVector.broadcast(FLOAT, a[at + 2 * TILE]);
        p2 = c.fma(p, p2);
        q2 = c.fma(q, q2);
        c = FloatVector.broadcast(FLOAT, a[at + 3 * TILE]);
        p3 = c.fma(p, p3);
        q3 = c.fma(q, q3);
      }
    }
    p0.intoArray(y, yo);
    q0.intoArray(y, yo + LENGTH);
    p1.intoArray(y, yo + ROW);
    q1.intoArray(y, yo + ROW + LENGTH);
    p2.intoArray(y, yo + 2 * ROW);
    q2.intoArray(y, yo + 2 * ROW + LENGTH);
    p3.intoArray(y, yo + 3 * ROW);
    q3.intoArray(y, yo + 3 * ROW + LENGTH);
  }

  @Override
  void gradient(
      float[] a, int ao, int leap, float[] x, int xo, int n, float[] s, int so, float[] y, int yo) {
    FloatVector p0 = FloatVector.fromArray(FLOAT, s, so);
    FloatVector q0 = FloatVector.fromArray(FLOAT, s, so + LENGTH);
    FloatVector p1 = FloatVector.fromArray(FLOAT, s, so + ROW);
    FloatVector q1 = FloatVector.fromArray(FLOAT, s, so + ROW + LENGTH);
    FloatVector p2 = FloatVector.fromArray(FLOAT, s, so + 2 * ROW);
    FloatVector q2 = FloatVector.fromArray(FLOAT, s, so + 2 * ROW + LENGTH);
    FloatVector p3 = FloatVector.fromArray(FLOAT, s, so + 3 * ROW);
    FloatVector q3 = FloatVector.fromArray(FLOAT, s, so + 3 * ROW + LENGTH);
    for (int chunk = 0, xk = xo; chunk < n; chunk++) {
      for (int k = 0; k < ROW; k++, xk += ROW) {
        FloatVector p = FloatVector.fromArray(FLOAT, x, xk);
        FloatVector q = FloatVector.fromArray(FLOAT, x, xk + LENGTH);
        int at = ao + chunk * leap + k;
        FloatVector c = FloatVector.broadcast(FLOAT, a[at]);
        p0 = c.fma(p, p0);
        q0 = c.fma(q, q0);
        c = FloatVector.broadcast(FLOAT, a[at + ROW]);
        p1 = c.fma(p, p1);
        q1 = c.fma(q, q1);
        c = FloatVector.broadcast(FLOAT, a[at + 2 * ROW]);
        p2 = c.fma(p, p2);
        q2 = c.fma(q, q2);
        c = FloatVector.broadcast(FLOAT, a[at + 3 * ROW]);
        p3 = c.fma(p, p3);
        q3 = c.fma(q, q3);
      }
    }
    p0.intoArray(y, yo);
    q0.intoArray(y, yo + LENGTH);
    p1.intoArray(y, yo + ROW);
    q1.intoArray(y, yo + ROW + LENGTH);
    p2.intoArray(y, yo + 2 * ROW);
    q2.intoArray(y, yo + 2 * ROW + LENGTH);
    p3.intoArray(y, yo + 3 * ROW);
    q3.intoArray(y, yo + 3 * ROW + LENGTH);
  }
}
