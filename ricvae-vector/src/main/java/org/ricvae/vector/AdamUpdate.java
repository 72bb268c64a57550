package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;

import jdk.incubator.vector.FloatVector;
import org.ricvae.kernel.AdamStep;

/** One Adam update, operation by operation as plain Java does it: the same bits. */
final class AdamUpdate {
  private static final float B1 = (float) AdamStep.BETA1;
  private static final float B2 = (float) AdamStep.BETA2;
  private static final float C1 = (float) (1 - AdamStep.BETA1);
  private static final float C2 = (float) (1 - AdamStep.BETA2);
  private static final float EPSILON = (float) AdamStep.EPSILON;

  private AdamUpdate() {}

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
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector gi = FloatVector.fromArray(FLOAT, g, g0 + i).mul(scale);
      FloatVector mi = FloatVector.fromArray(FLOAT, m, w0 + i).mul(B1).add(gi.mul(C1));
      FloatVector vi = FloatVector.fromArray(FLOAT, v, w0 + i).mul(B2).add(gi.mul(C2).mul(gi));
      mi.intoArray(m, w0 + i);
      vi.intoArray(v, w0 + i);
      FloatVector wi = FloatVector.fromArray(FLOAT, w, w0 + i);
      FloatVector slope = mi.div(vi.sqrt().mul(root).add(EPSILON)).add(wi.mul(decay));
      wi.sub(slope.mul(rate)).intoArray(w, w0 + i);
    }
  }
}
