package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;
import static org.ricvae.vector.Lanes.LENGTH;
import static org.ricvae.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Back through the non-linearities, in place; operation by operation as plain Java does it. */
final class Gradients {
  private static final FloatVector ZERO = all(0);
  private static final FloatVector ONE = all(1);

  private Gradients() {}

  static void relu(float[] y, int y0, float[] dy, int dy0, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector d = FloatVector.fromArray(FLOAT, dy, dy0 + i);
      ZERO.blend(d, FloatVector.fromArray(FLOAT, y, y0 + i).compare(VectorOperators.GT, 0))
          .intoArray(dy, dy0 + i);
    }
  }

  static void sigmoid(float[] y, int y0, float[] dy, int dy0, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(FLOAT, y, y0 + i);
      FloatVector.fromArray(FLOAT, dy, dy0 + i).mul(v.mul(ONE.sub(v))).intoArray(dy, dy0 + i);
    }
  }

  static void tanh(float[] y, int y0, float[] dy, int dy0, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(FLOAT, y, y0 + i);
      FloatVector.fromArray(FLOAT, dy, dy0 + i).mul(ONE.sub(v.mul(v))).intoArray(dy, dy0 + i);
    }
  }
}
