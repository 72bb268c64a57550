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

  /** Updates all parameters of a layer with the gradients at their places in {@code g}. */
  public void update(Kernels k, Dense layer, float[] g) {
    update(k, WeightTile.whole(layer), g, layer.offset(), layer.panelStride());
  }

  /** Updates a tile with its {@link WeightTile#gradient}. */
  public void update(Kernels k, WeightTile tile, float[] g, int g0, int gPanel) {
    int biases = tile.row() == 0 ? Kernels.TILE : 0;
    for (int p = 0; p < tile.panels(); p++) {
      int w0 = tile.layer().index(tile.row() - 1, tile.output() + p * Kernels.TILE);
      int gp = g0 + p * gPanel;
      update(k, w0, g, gp, biases, true);
      update(k, w0 + biases, g, gp + biases, tile.panel() - biases, false);
    }
  }

  /** Updates n parameters from {@code w0} with the gradient at {@code g0}; biases do not decay. */
  private void update(Kernels k, int w0, float[] g, int g0, int n, boolean bias) {
    float decay = bias ? 0 : (float) (weightDecay * step.bias1());
    k.adam(step, decay, weights, w0, first, second, g, g0, n);
  }
}
