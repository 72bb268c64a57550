package org.ricvae.vector;

import static org.ricvae.vector.Lanes.LENGTH;
import static org.ricvae.vector.Lanes.all;
import static org.ricvae.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Back through the non-linearities, in place; operation by operation as plain Java does it. */
final class Gradients {
  private Gradients() {}

  static void relu(float[] y, int y0, float[] dy, int dy0, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector d = load(dy, dy0 + i);
      all(0).blend(d, load(y, y0 + i).compare(VectorOperators.GT, 0)).intoArray(dy, dy0 + i);
    }
  }

  static void sigmoid(float[] y, int y0, float[] dy, int dy0, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = load(y, y0 + i);
      load(dy, dy0 + i).mul(v.mul(all(1).sub(v))).intoArray(dy, dy0 + i);
    }
  }

  static void tanh(float[] y, int y0, float[] dy, int dy0, int n) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = load(y, y0 + i);
      load(dy, dy0 + i).mul(all(1).sub(v.mul(v))).intoArray(dy, dy0 + i);
    }
  }
}
