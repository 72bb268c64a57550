package org.ricvae.paper.digits;

import org.ricvae.kernel.Kernels;

/**
 * Softmax and cross entropy of a block of 32 samples, {@code [classes × 32]}: L = log Σ_c exp(y_c)
 * − y_label, whose gradient is dL/dy_c = softmax(y)_c − 1[c = label].
 */
final class Softmax {
  private Softmax() {}

  /**
   * The gradient of each sample's loss.
   *
   * @param y the logits, from {@code y0}
   * @param labels of the samples, from {@code l0}
   * @param dy receives the gradient, from {@code dy0}
   * @return the sum of the losses
   */
  static double gradient(
      int classes, float[] y, int y0, int[] labels, int l0, float[] dy, int dy0) {
    double loss = 0;
    for (int l = 0; l < Kernels.BLOCK; l++) {
      loss += lane(classes, y, y0 + l, labels[l0 + l], dy, dy0 + l);
    }
    return loss;
  }

  private static double lane(int classes, float[] y, int y0, int label, float[] dy, int dy0) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      largest = Math.max(largest, y[y0 + c * Kernels.BLOCK]);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += Math.exp(y[y0 + c * Kernels.BLOCK] - largest);
    }
    for (int c = 0; c < classes; c++) {
      double p = Math.exp(y[y0 + c * Kernels.BLOCK] - largest) / sum;
      dy[dy0 + c * Kernels.BLOCK] = (float) (p - (c == label ? 1 : 0));
    }
    return Math.log(sum) + largest - y[y0 + label * Kernels.BLOCK];
  }
}
