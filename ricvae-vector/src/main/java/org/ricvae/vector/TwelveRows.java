package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;

import jdk.incubator.vector.FloatVector;
import org.ricvae.kernel.Kernels;

/** Twelve rows by two vectors: 24 sums leave 8 of 32 registers. */
final class TwelveRows extends Tile {
  private static final int ROW = Kernels.BLOCK;
  private static final int TILE = Kernels.TILE;

  TwelveRows() {
    super(12);
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
    FloatVector p4 = FloatVector.fromArray(FLOAT, s, so + 4 * ROW);
    FloatVector q4 = FloatVector.fromArray(FLOAT, s, so + 4 * ROW + LENGTH);
    FloatVector p5 = FloatVector.fromArray(FLOAT, s, so + 5 * ROW);
    FloatVector q5 = FloatVector.fromArray(FLOAT, s, so + 5 * ROW + LENGTH);
    FloatVector p6 = FloatVector.fromArray(FLOAT, s, so + 6 * ROW);
    FloatVector q6 = FloatVector.fromArray(FLOAT, s, so + 6 * ROW + LENGTH);
    FloatVector p7 = FloatVector.fromArray(FLOAT, s, so + 7 * ROW);
    FloatVector q7 = FloatVector.fromArray(FLOAT, s, so + 7 * ROW + LENGTH);
    FloatVector p8 = FloatVector.fromArray(FLOAT, s, so + 8 * ROW);
    FloatVector q8 = FloatVector.fromArray(FLOAT, s, so + 8 * ROW + LENGTH);
    FloatVector p9 = FloatVector.fromArray(FLOAT, s, so + 9 * ROW);
    FloatVector q9 = FloatVector.fromArray(FLOAT, s, so + 9 * ROW + LENGTH);
    FloatVector p10 = FloatVector.fromArray(FLOAT, s, so + 10 * ROW);
    FloatVector q10 = FloatVector.fromArray(FLOAT, s, so + 10 * ROW + LENGTH);
    FloatVector p11 = FloatVector.fromArray(FLOAT, s, so + 11 * ROW);
    FloatVector q11 = FloatVector.fromArray(FLOAT, s, so + 11 * ROW + LENGTH);
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
      c = FloatVector.broadcast(FLOAT, a[at + 4]);
      p4 = c.fma(p, p4);
      q4 = c.fma(q, q4);
      c = FloatVector.broadcast(FLOAT, a[at + 5]);
      p5 = c.fma(p, p5);
      q5 = c.fma(q, q5);
      c = FloatVector.broadcast(FLOAT, a[at + 6]);
      p6 = c.fma(p, p6);
      q6 = c.fma(q, q6);
      c = FloatVector.broadcast(FLOAT, a[at + 7]);
      p7 = c.fma(p, p7);
      q7 = c.fma(q, q7);
      c = FloatVector.broadcast(FLOAT, a[at + 8]);
      p8 = c.fma(p, p8);
      q8 = c.fma(q, q8);
      c = FloatVector.broadcast(FLOAT, a[at + 9]);
      p9 = c.fma(p, p9);
      q9 = c.fma(q, q9);
      c = FloatVector.broadcast(FLOAT, a[at + 10]);
      p10 = c.fma(p, p10);
      q10 = c.fma(q, q10);
      c = FloatVector.broadcast(FLOAT, a[at + 11]);
      p11 = c.fma(p, p11);
      q11 = c.fma(q, q11);
    }
    p0.intoArray(y, yo);
    q0.intoArray(y, yo + LENGTH);
    p1.intoArray(y, yo + ROW);
    q1.intoArray(y, yo + ROW + LENGTH);
    p2.intoArray(y, yo + 2 * ROW);
    q2.intoArray(y, yo + 2 * ROW + LENGTH);
    p3.intoArray(y, yo + 3 * ROW);
    q3.intoArray(y, yo + 3 * ROW + LENGTH);
    p4.intoArray(y, yo + 4 * ROW);
    q4.intoArray(y, yo + 4 * ROW + LENGTH);
    p5.intoArray(y, yo + 5 * ROW);
    q5.intoArray(y, yo + 5 * ROW + LENGTH);
    p6.intoArray(y, yo + 6 * ROW);
    q6.intoArray(y, yo + 6 * ROW + LENGTH);
    p7.intoArray(y, yo + 7 * ROW);
    q7.intoArray(y, yo + 7 * ROW + LENGTH);
    p8.intoArray(y, yo + 8 * ROW);
    q8.intoArray(y, yo + 8 * ROW + LENGTH);
    p9.intoArray(y, yo + 9 * ROW);
    q9.intoArray(y, yo + 9 * ROW + LENGTH);
    p10.intoArray(y, yo + 10 * ROW);
    q10.intoArray(y, yo + 10 * ROW + LENGTH);
    p11.intoArray(y, yo + 11 * ROW);
    q11.intoArray(y, yo + 11 * ROW + LENGTH);
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
    FloatVector p4 = FloatVector.fromArray(FLOAT, s, so + 4 * ROW);
    FloatVector q4 = FloatVector.fromArray(FLOAT, s, so + 4 * ROW + LENGTH);
    FloatVector p5 = FloatVector.fromArray(FLOAT, s, so + 5 * ROW);
    FloatVector q5 = FloatVector.fromArray(FLOAT, s, so + 5 * ROW + LENGTH);
    FloatVector p6 = FloatVector.fromArray(FLOAT, s, so + 6 * ROW);
    FloatVector q6 = FloatVector.fromArray(FLOAT, s, so + 6 * ROW + LENGTH);
    FloatVector p7 = FloatVector.fromArray(FLOAT, s, so + 7 * ROW);
    FloatVector q7 = FloatVector.fromArray(FLOAT, s, so + 7 * ROW + LENGTH);
    FloatVector p8 = FloatVector.fromArray(FLOAT, s, so + 8 * ROW);
    FloatVector q8 = FloatVector.fromArray(FLOAT, s, so + 8 * ROW + LENGTH);
    FloatVector p9 = FloatVector.fromArray(FLOAT, s, so + 9 * ROW);
    FloatVector q9 = FloatVector.fromArray(FLOAT, s, so + 9 * ROW + LENGTH);
    FloatVector p10 = FloatVector.fromArray(FLOAT, s, so + 10 * ROW);
    FloatVector q10 = FloatVector.fromArray(FLOAT, s, so + 10 * ROW + LENGTH);
    FloatVector p11 = FloatVector.fromArray(FLOAT, s, so + 11 * ROW);
    FloatVector q11 = FloatVector.fromArray(FLOAT, s, so + 11 * ROW + LENGTH);
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
        c = FloatVector.broadcast(FLOAT, a[at + 4 * TILE]);
        p4 = c.fma(p, p4);
        q4 = c.fma(q, q4);
        c = FloatVector.broadcast(FLOAT, a[at + 5 * TILE]);
        p5 = c.fma(p, p5);
        q5 = c.fma(q, q5);
        c = FloatVector.broadcast(FLOAT, a[at + 6 * TILE]);
        p6 = c.fma(p, p6);
        q6 = c.fma(q, q6);
        c = FloatVector.broadcast(FLOAT, a[at + 7 * TILE]);
        p7 = c.fma(p, p7);
        q7 = c.fma(q, q7);
        c = FloatVector.broadcast(FLOAT, a[at + 8 * TILE]);
        p8 = c.fma(p, p8);
        q8 = c.fma(q, q8);
        c = FloatVector.broadcast(FLOAT, a[at + 9 * TILE]);
        p9 = c.fma(p, p9);
        q9 = c.fma(q, q9);
        c = FloatVector.broadcast(FLOAT, a[at + 10 * TILE]);
        p10 = c.fma(p, p10);
        q10 = c.fma(q, q10);
        c = FloatVector.broadcast(FLOAT, a[at + 11 * TILE]);
        p11 = c.fma(p, p11);
        q11 = c.fma(q, q11);
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
    p4.intoArray(y, yo + 4 * ROW);
    q4.intoArray(y, yo + 4 * ROW + LENGTH);
    p5.intoArray(y, yo + 5 * ROW);
    q5.intoArray(y, yo + 5 * ROW + LENGTH);
    p6.intoArray(y, yo + 6 * ROW);
    q6.intoArray(y, yo + 6 * ROW + LENGTH);
    p7.intoArray(y, yo + 7 * ROW);
    q7.intoArray(y, yo + 7 * ROW + LENGTH);
    p8.intoArray(y, yo + 8 * ROW);
    q8.intoArray(y, yo + 8 * ROW + LENGTH);
    p9.intoArray(y, yo + 9 * ROW);
    q9.intoArray(y, yo + 9 * ROW + LENGTH);
    p10.intoArray(y, yo + 10 * ROW);
    q10.intoArray(y, yo + 10 * ROW + LENGTH);
    p11.intoArray(y, yo + 11 * ROW);
    q11.intoArray(y, yo + 11 * ROW + LENGTH);
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
    FloatVector p4 = FloatVector.fromArray(FLOAT, s, so + 4 * ROW);
    FloatVector q4 = FloatVector.fromArray(FLOAT, s, so + 4 * ROW + LENGTH);
    FloatVector p5 = FloatVector.fromArray(FLOAT, s, so + 5 * ROW);
    FloatVector q5 = FloatVector.fromArray(FLOAT, s, so + 5 * ROW + LENGTH);
    FloatVector p6 = FloatVector.fromArray(FLOAT, s, so + 6 * ROW);
    FloatVector q6 = FloatVector.fromArray(FLOAT, s, so + 6 * ROW + LENGTH);
    FloatVector p7 = FloatVector.fromArray(FLOAT, s, so + 7 * ROW);
    FloatVector q7 = FloatVector.fromArray(FLOAT, s, so + 7 * ROW + LENGTH);
    FloatVector p8 = FloatVector.fromArray(FLOAT, s, so + 8 * ROW);
    FloatVector q8 = FloatVector.fromArray(FLOAT, s, so + 8 * ROW + LENGTH);
    FloatVector p9 = FloatVector.fromArray(FLOAT, s, so + 9 * ROW);
    FloatVector q9 = FloatVector.fromArray(FLOAT, s, so + 9 * ROW + LENGTH);
    FloatVector p10 = FloatVector.fromArray(FLOAT, s, so + 10 * ROW);
    FloatVector q10 = FloatVector.fromArray(FLOAT, s, so + 10 * ROW + LENGTH);
    FloatVector p11 = FloatVector.fromArray(FLOAT, s, so + 11 * ROW);
    FloatVector q11 = FloatVector.fromArray(FLOAT, s, so + 11 * ROW + LENGTH);
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
        c = FloatVector.broadcast(FLOAT, a[at + 4 * ROW]);
        p4 = c.fma(p, p4);
        q4 = c.fma(q, q4);
        c = FloatVector.broadcast(FLOAT, a[at + 5 * ROW]);
        p5 = c.fma(p, p5);
        q5 = c.fma(q, q5);
        c = FloatVector.broadcast(FLOAT, a[at + 6 * ROW]);
        p6 = c.fma(p, p6);
        q6 = c.fma(q, q6);
        c = FloatVector.broadcast(FLOAT, a[at + 7 * ROW]);
        p7 = c.fma(p, p7);
        q7 = c.fma(q, q7);
        c = FloatVector.broadcast(FLOAT, a[at + 8 * ROW]);
        p8 = c.fma(p, p8);
        q8 = c.fma(q, q8);
        c = FloatVector.broadcast(FLOAT, a[at + 9 * ROW]);
        p9 = c.fma(p, p9);
        q9 = c.fma(q, q9);
        c = FloatVector.broadcast(FLOAT, a[at + 10 * ROW]);
        p10 = c.fma(p, p10);
        q10 = c.fma(q, q10);
        c = FloatVector.broadcast(FLOAT, a[at + 11 * ROW]);
        p11 = c.fma(p, p11);
        q11 = c.fma(q, q11);
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
    p4.intoArray(y, yo + 4 * ROW);
    q4.intoArray(y, yo + 4 * ROW + LENGTH);
    p5.intoArray(y, yo + 5 * ROW);
    q5.intoArray(y, yo + 5 * ROW + LENGTH);
    p6.intoArray(y, yo + 6 * ROW);
    q6.intoArray(y, yo + 6 * ROW + LENGTH);
    p7.intoArray(y, yo + 7 * ROW);
    q7.intoArray(y, yo + 7 * ROW + LENGTH);
    p8.intoArray(y, yo + 8 * ROW);
    q8.intoArray(y, yo + 8 * ROW + LENGTH);
    p9.intoArray(y, yo + 9 * ROW);
    q9.intoArray(y, yo + 9 * ROW + LENGTH);
    p10.intoArray(y, yo + 10 * ROW);
    q10.intoArray(y, yo + 10 * ROW + LENGTH);
    p11.intoArray(y, yo + 11 * ROW);
    q11.intoArray(y, yo + 11 * ROW + LENGTH);
  }
}
