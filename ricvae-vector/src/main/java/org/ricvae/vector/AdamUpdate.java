package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.ricvae.kernel.AdamStep;

/**
 * One Adam update, operation by operation as plain Java does it: the same bits. Two vectors at a
 * time, not for speed by itself, but so that the method is too large for C2 to inline: inside a
 * caller's loops it would be compiled to code three times slower.
 */
final class AdamUpdate {
  private static final float B1 = (float) AdamStep.BETA1;
  private static final float B2 = (float) AdamStep.BETA2;
  private static final float C1 = (float) (1 - AdamStep.BETA1);
  private static final float C2 = (float) (1 - AdamStep.BETA2);
  private static final float EPSILON = (float) AdamStep.EPSILON;
  private static final float TINY = (float) AdamStep.TINY;
  private static final float LEAST_SECOND = (float) AdamStep.LEAST_SECOND;

  private AdamUpdate() {}

  /** Updates n parameters, a multiple of 32. */
  static void apply(
      AdamStep step,
      float decay,
      float[] w,
      int w0,
      float[] m,
      float[] v,
      float[] g,
      int g0,
      int n) {
    float scale = step.gradientScale();
    float root = step.invSqrtBias2();
    float rate = step.rate();
    for (int i = 0; i < n; i += 2 * LENGTH) {
      int p = w0 + i;
      int q = p + LENGTH;
      FloatVector gp = orZero(FloatVector.fromArray(FLOAT, g, g0 + i).mul(scale));
      FloatVector gq = orZero(FloatVector.fromArray(FLOAT, g, g0 + i + LENGTH).mul(scale));
      FloatVector mp = orZero(FloatVector.fromArray(FLOAT, m, p).mul(B1).add(gp.mul(C1)));
      FloatVector mq = orZero(FloatVector.fromArray(FLOAT, m, q).mul(B1).add(gq.mul(C1)));
      FloatVector vp = FloatVector.fromArray(FLOAT, v, p).mul(B2).add(gp.mul(C2).mul(gp));
      FloatVector vq = FloatVector.fromArray(FLOAT, v, q).mul(B2).add(gq.mul(C2).mul(gq));
      vp = vp.max(LEAST_SECOND);
      vq = vq.max(LEAST_SECOND);
      mp.intoArray(m, p);
      mq.intoArray(m, q);
      vp.intoArray(v, p);
      vq.intoArray(v, q);
      FloatVector wp = FloatVector.fromArray(FLOAT, w, p);
      FloatVector wq = FloatVector.fromArray(FLOAT, w, q);
      FloatVector sp = mp.div(vp.sqrt().mul(root).add(EPSILON)).add(wp.mul(decay));
      FloatVector sq = mq.div(vq.sqrt().mul(root).add(EPSILON)).add(wq.mul(decay));
      wp.sub(sp.mul(rate)).intoArray(w, p);
      wq.sub(sq.mul(rate)).intoArray(w, q);
    }
  }

  private static FloatVector orZero(FloatVector value) {
    return value.blend(0, value.abs().compare(VectorOperators.LT, TINY));
  }
}
