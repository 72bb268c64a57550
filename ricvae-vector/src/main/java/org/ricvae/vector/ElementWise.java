package org.ricvae.vector;

import static org.ricvae.vector.Lanes.LENGTH;
import static org.ricvae.vector.Lanes.load;

/** {@link Functions} over arrays, in place. */
final class ElementWise {
  private ElementWise() {}

  static void exp(float[] a, int a0, int n) {
    for (int i = a0; i < a0 + n; i += LENGTH) {
      Functions.exp(load(a, i)).intoArray(a, i);
    }
  }

  static void log(float[] a, int a0, int n) {
    for (int i = a0; i < a0 + n; i += LENGTH) {
      Functions.log(load(a, i)).intoArray(a, i);
    }
  }

  static void sigmoid(float[] a, int a0, int n) {
    for (int i = a0; i < a0 + n; i += LENGTH) {
      Functions.sigmoid(load(a, i)).intoArray(a, i);
    }
  }

  static void tanh(float[] a, int a0, int n) {
    for (int i = a0; i < a0 + n; i += LENGTH) {
      Functions.tanh(load(a, i)).intoArray(a, i);
    }
  }
}
