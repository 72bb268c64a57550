package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;
import static org.ricvae.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.ricvae.kernel.AdamStep;

/**
 * One Adam update, operation by operation as plain Java does it: the same bits.
 *
 * <p>Two vectors at a time, so that the method is too large for C2 to inline it into a caller's
 * loops, and the constants are vectors before the loop begins: both keep the number of operations
 * in a compiled method small ({@link TypeProfiles} says what happens past a limit).
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

  /** Updates n parameters, a whole number of pairs of vectors. */
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
    FloatVector scale = all(step.gradientScale());
    FloatVector root = all(step.invSqrtBias2());
    FloatVector rate = all(step.rate());
    FloatVector shrink = all(decay);
    FloatVector b1 = all(B1);
    FloatVector b2 = all(B2);
    FloatVector c1 = all(C1);
    FloatVector c2 = all(C2);
    FloatVector epsilon = all(EPSILON);
    FloatVector least = all(LEAST_SECOND);
    FloatVector tiny = all(TINY);
    FloatVector zero = all(0);
    for (int i = 0; i < n; i += 2 * LENGTH) {
      int p = w0 + i;
      int q = p + LENGTH;
      FloatVector gp = orZero(FloatVector.fromArray(FLOAT, g, g0 + i).mul(scale), tiny, zero);
      FloatVector gq =
          orZero(FloatVector.fromArray(FLOAT, g, g0 + i + LENGTH).mul(scale), tiny, zero);
      FloatVector mp = FloatVector.fromArray(FLOAT, m, p).mul(b1).add(gp.mul(c1));
      FloatVector mq = FloatVector.fromArray(FLOAT, m, q).mul(b1).add(gq.mul(c1));
      mp = orZero(mp, tiny, zero);
      mq = orZero(mq, tiny, zero);
      FloatVector vp = FloatVector.fromArray(FLOAT, v, p).mul(b2).add(gp.mul(c2).mul(gp));
      FloatVector vq = FloatVector.fromArray(FLOAT, v, q).mul(b2).add(gq.mul(c2).mul(gq));
      vp = vp.max(least);
      vq = vq.max(least);
      mp.intoArray(m, p);
      mq.intoArray(m, q);
      vp.intoArray(v, p);
      vq.intoArray(v, q);
      FloatVector wp = FloatVector.fromArray(FLOAT, w, p);
      FloatVector wq = FloatVector.fromArray(FLOAT, w, q);
      FloatVector sp = mp.div(vp.sqrt().mul(root).add(epsilon)).add(wp.mul(shrink));
      FloatVector sq = mq.div(vq.sqrt().mul(root).add(epsilon)).add(wq.mul(shrink));
      wp.sub(sp.mul(rate)).intoArray(w, p);
      wq.sub(sq.mul(rate)).intoArray(w, q);
    }
  }

  private static FloatVector orZero(FloatVector value, FloatVector tiny, FloatVector zero) {
    return value.blend(zero, value.abs().compare(VectorOperators.LT, tiny));
  }
}
