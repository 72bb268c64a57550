package org.ricvae.nn;

import org.ricvae.kernel.AdamStep;
import org.ricvae.kernel.Kernels;

/**
 * Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019), fused with
 * the weight gradient: a panel range is summed over the batch and updated while it is in the cache.
 */
public final class Adam {
  private final float[] weights;
  private final float[] first;
  private final float[] second;
  private final AdamStep step = new AdamStep();
  private final double weightDecay;
  private long updates;

  /**
   * Starts with zero moments.
   *
   * @param weights the shared parameter array, updated in place
   * @param weightDecay λ: weights, not biases, shrink by lr · λ an update
   */
  public Adam(float[] weights, double weightDecay) {
    this(weights, new float[weights.length], new float[weights.length], 0, weightDecay);
  }

  /** Continues from saved moments after {@code updates} updates. */
  public Adam(float[] weights, float[] first, float[] second, long updates, double weightDecay) {
    this.weights = weights;
    this.first = first;
    this.second = second;
    this.updates = updates;
    this.weightDecay = weightDecay;
  }

  /** First moments m, in the layout of the parameters. */
  public float[] first() {
    return first;
  }

  /** Second moments v, in the layout of the parameters. */
  public float[] second() {
    return second;
  }

  /** Updates made so far: t of the paper. */
  public long updates() {
    return updates;
  }

  /**
   * Begins the next update.
   *
   * @param learningRate α
   * @param scale factor on every gradient: one over the samples of the batch
   */
  public void next(double learningRate, double scale) {
    updates++;
    step.set(updates, learningRate, scale);
  }

  /** Updates n parameters from {@code w0} with the gradient at {@code g0}; biases do not decay. */
  public void update(Kernels k, int w0, float[] g, int g0, int n, boolean bias) {
    float decay = bias ? 0 : (float) (weightDecay * step.bias1());
    k.adam(step, decay, weights, w0, first, second, g, g0, n);
  }

  /** Updates all parameters of a layer with the gradients at their places in {@code g}. */
  public void update(Kernels k, Dense layer, float[] g) {
    int weights = layer.in() * Kernels.TILE;
    for (int p = 0; p < layer.panels(); p++) {
      int at = layer.offset() + p * layer.panelStride();
      update(k, at, g, at, Kernels.TILE, true);
      update(k, at + Kernels.TILE, g, at + Kernels.TILE, weights, false);
    }
  }
}
