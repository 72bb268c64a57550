package org.ricvae.train;

import java.util.Optional;
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
  public static TrainingState start(
      RecurrentVae vae, TrainingData data, long seed, double weightDecay) {
    double deviation = data.typical().deviation();
    float[] weights = vae.initialize(seed, data.typical().medians(), deviation * deviation);
    EpochSums sums = new EpochSums(vae.objective().passes(), vae.architecture().latent());
    return new TrainingState(weights, new Adam(weights, weightDecay), sums);
  }

  /**
   * Where a saved training stood.
   *
   * @param saved of the same model; its arrays become the state's own
   * @param weightDecay of the plan
   */
  public static TrainingState of(Checkpoint saved, double weightDecay) {
    Checkpoint.Progress progress = saved.progress();
    float[] weights = saved.weights();
    Adam adam = new Adam(weights, saved.first(), saved.second(), progress.updates(), weightDecay);
    double[][] savedSums = progress.sums();
    EpochSums sums = new EpochSums(savedSums[0].length, savedSums[savedSums.length - 1].length);
    sums.samples = progress.samples();
    double[][] all = sums.all();
    for (int i = 0; i < all.length; i++) {
      System.arraycopy(savedSums[i], 0, all[i], 0, all[i].length);
    }
    TrainingState state = new TrainingState(weights, adam, sums);
    state.epoch = progress.epoch();
    state.batch = progress.batch();
    state.runningResidual = progress.runningResidual();
    state.bestValidation = progress.bestValidation();
    state.bestEpoch = progress.bestEpoch();
    state.bestWeights = saved.bestWeights().orElse(null);
    return state;
  }

  /** All that {@link #of} needs; shares the arrays of this state. */
  public Checkpoint checkpoint() {
    Checkpoint.Progress progress =
        new Checkpoint.Progress(
            adam.updates(),
            epoch,
            batch,
            runningResidual,
            bestValidation,
            bestEpoch,
            sums.samples,
            sums.all());
    return new Checkpoint(
        weights, adam.first(), adam.second(), Optional.ofNullable(bestWeights), progress);
  }

  /** The weights with the best validation loss, where that is watched; else those at hand. */
  public float[] bestOrCurrent() {
    return bestWeights == null ? weights : bestWeights;
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
