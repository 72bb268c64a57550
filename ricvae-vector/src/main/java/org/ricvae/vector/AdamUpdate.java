package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;
import static org.ricvae.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.ricvae.kernel.AdamStep;

/**
 * One Adam update, operation by operation as plain Java does it: the same bits. The constants are
 * vectors before the loop begins: with a broadcast at each use the method outgrew, in one process
 * of two, what C2 inlines, which then made an object of every vector and took 4.5 times as long.
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

  /** Updates n parameters, a multiple of the vector's length. */
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
    for (int i = 0; i < n; i += LENGTH) {
      int at = w0 + i;
      FloatVector gi = orZero(FloatVector.fromArray(FLOAT, g, g0 + i).mul(scale), tiny, zero);
      FloatVector mi = FloatVector.fromArray(FLOAT, m, at).mul(b1).add(gi.mul(c1));
      mi = orZero(mi, tiny, zero);
      FloatVector vi = FloatVector.fromArray(FLOAT, v, at).mul(b2).add(gi.mul(c2).mul(gi));
      vi = vi.max(least);
      mi.intoArray(m, at);
      vi.intoArray(v, at);
      FloatVector wi = FloatVector.fromArray(FLOAT, w, at);
      FloatVector change = mi.div(vi.sqrt().mul(root).add(epsilon)).add(wi.mul(shrink));
      wi.sub(change.mul(rate)).intoArray(w, at);
    }
  }

  private static FloatVector orZero(FloatVector value, FloatVector tiny, FloatVector zero) {
    return value.blend(zero, value.abs().compare(VectorOperators.LT, tiny));
  }
}
