package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;
import static org.ricvae.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.ricvae.kernel.Kernels;

/** What is done with residuals; operation by operation as plain Java does it: the same bits. */
final class Residuals {
  private static final FloatVector ZERO = all(0);
  private static final FloatVector ONE = all(1);
  private static final FloatVector MINUS_ONE = all(-1);
  private static final FloatVector MINUS_TWO = all(-2);

  private Residuals() {}

  static void residual(
      float[] x,
      int x0,
      float[] mean,
      int mean0,
      float[] r,
      int r0,
      float[] squared,
      int squared0,
      int n) {
    for (int l = 0; l < Kernels.BLOCK; l += 2 * LENGTH) {
      columns(x, x0 + l, mean, mean0 + l, r, r0 + l, squared, squared0 + l, n);
    }
  }

  /** Two vectors of each row. */
  private static void columns(
      float[] x,
      int x0,
      float[] mean,
      int mean0,
      float[] r,
      int r0,
      float[] squared,
      int squared0,
      int n) {
    FloatVector sp = FloatVector.fromArray(FLOAT, squared, squared0);
    FloatVector sq = FloatVector.fromArray(FLOAT, squared, squared0 + LENGTH);
    for (int i = 0; i < n; i += Kernels.BLOCK) {
      FloatVector p = FloatVector.fromArray(FLOAT, x, x0 + i);
      FloatVector q = FloatVector.fromArray(FLOAT, x, x0 + i + LENGTH);
      p = p.sub(FloatVector.fromArray(FLOAT, mean, mean0 + i));
      q = q.sub(FloatVector.fromArray(FLOAT, mean, mean0 + i + LENGTH));
      p.intoArray(r, r0 + i);
      q.intoArray(r, r0 + i + LENGTH);
      sp = sp.add(p.mul(p));
      sq = sq.add(q.mul(q));
    }
    sp.intoArray(squared, squared0);
    sq.intoArray(squared, squared0 + LENGTH);
  }

  static void logPenalty(float epsilon, float[] r, int r0, float[] dMean, int dMean0, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector value = FloatVector.fromArray(FLOAT, r, r0 + i);
      FloatVector argument = value.mul(value).add(epsilon);
      value.mul(MINUS_TWO).div(argument).intoArray(dMean, dMean0 + i);
      argument.intoArray(r, r0 + i);
    }
  }

  static void recycle(
      float[] x,
      int x0,
      float[] mean,
      int mean0,
      float[] noise,
      int noise0,
      float[] next,
      int next0,
      int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector mu = FloatVector.fromArray(FLOAT, mean, mean0 + i);
      FloatVector deviation = FloatVector.fromArray(FLOAT, x, x0 + i).sub(mu).abs();
      FloatVector e = FloatVector.fromArray(FLOAT, noise, noise0 + i);
      mu.add(deviation.mul(e)).intoArray(next, next0 + i);
    }
  }

  static void recycleGradient(
      float[] x,
      int x0,
      float[] mean,
      int mean0,
      float[] noise,
      int noise0,
      float[] dNext,
      int dNext0,
      float[] dMean,
      int dMean0,
      float[] dX,
      int dX0,
      int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector r = FloatVector.fromArray(FLOAT, x, x0 + i);
      r = r.sub(FloatVector.fromArray(FLOAT, mean, mean0 + i));
      // What is neither above nor below zero is its own sign: 0, -0, NaN.
      FloatVector sign = r.blend(ONE, r.compare(VectorOperators.GT, ZERO));
      sign = sign.blend(MINUS_ONE, r.compare(VectorOperators.LT, ZERO));
      FloatVector slope = sign.mul(FloatVector.fromArray(FLOAT, noise, noise0 + i));
      FloatVector g = FloatVector.fromArray(FLOAT, dNext, dNext0 + i);
      FloatVector m = FloatVector.fromArray(FLOAT, dMean, dMean0 + i);
      m.add(g.mul(ONE.sub(slope))).intoArray(dMean, dMean0 + i);
      FloatVector d = FloatVector.fromArray(FLOAT, dX, dX0 + i);
      d.add(g.mul(slope)).intoArray(dX, dX0 + i);
    }
  }
}
