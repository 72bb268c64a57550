package org.ricvae.f64.kernel;

/** What the engine computes in single precision by polynomials is here that of {@link Math}. */
final class Elementary {
  private Elementary() {}

  static double exp(double x) {
    return Math.exp(Math.max(-Kernels.EXP_LIMIT, Math.min(Kernels.EXP_LIMIT, x)));
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-Math.max(-Kernels.SIGMOID_LIMIT, x)));
  }

  static double tanh(double x) {
    return Math.tanh(x);
  }

  static double log(double a) {
    return Math.log(a);
  }

  static void normal(int word0, int word1, double[] dst, int cosine, int sine) {
    double radius = Math.sqrt(-2 * Math.log(Noise.uniform(word0)));
    double angle = 2 * Math.PI * Noise.uniform(word1);
    dst[cosine] = radius * Math.cos(angle);
    dst[sine] = radius * Math.sin(angle);
  }
}
