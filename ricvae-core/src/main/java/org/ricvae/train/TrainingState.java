package org.ricvae.train;

import org.ricvae.model.RecurrentVae;
import org.ricvae.nn.Adam;

/**
 * Where training stands, between two batches: all that is needed to go on to the same bits. Shuffle
 * and noise are functions of the seed and the epoch, so no generator has a state to keep.
 */
public final class TrainingState {
  final float[] weights;
  final Adam adam;
  int epoch;
  int batch;
  final EpochSums sums;

  /** Running mean of r², for a relative ε; negative before the first batch. */
  double runningResidual = -1;

  double bestValidation = Double.POSITIVE_INFINITY;
  int bestEpoch = -1;
  float[] bestWeights;

  TrainingState(float[] weights, Adam adam, EpochSums sums) {
    this.weights = weights;
    this.adam = adam;
    this.sums = sums;
  }

  /** Before the first batch. */
  static TrainingState start(RecurrentVae vae, float[] weights, double weightDecay) {
    EpochSums sums = new EpochSums(vae.objective().passes(), vae.architecture().latent());
    return new TrainingState(weights, new Adam(weights, weightDecay), sums);
  }

  /** The epoch in progress, from 0. */
  public int epoch() {
    return epoch;
  }

  /** The next batch of it, from 0. */
  public int batch() {
    return batch;
  }
}
