package org.ricvae.model;

/** What may differ from step to step; mutable, so that a step allocates nothing. */
public final class StepSettings {
  private int passes = 1;
  private float epsilon;
  private float klWeight = 1;
  private long seed;
  private int epoch;
  private boolean learn;

  /**
   * Sets all of it.
   *
   * @param passCount passes to run: N, or fewer while training warms up
   * @param eps ε of the iC-VAE, in squared units of the scaled data
   * @param weight factor on the gradient of the KL term: 1, or less while training warms up
   * @param noiseSeed keys the noise, with the epoch, the sample, the pass and the element
   * @param noiseEpoch keys the noise
   * @param back whether to go back; without it the losses alone are left
   */
  public void set(
      int passCount, float eps, float weight, long noiseSeed, int noiseEpoch, boolean back) {
    passes = passCount;
    epsilon = eps;
    klWeight = weight;
    seed = noiseSeed;
    epoch = noiseEpoch;
    learn = back;
  }

  int passes() {
    return passes;
  }

  float epsilon() {
    return epsilon;
  }

  float klWeight() {
    return klWeight;
  }

  long seed() {
    return seed;
  }

  int epoch() {
    return epoch;
  }

  /** Whether gradients are wanted. */
  public boolean learn() {
    return learn;
  }
}
