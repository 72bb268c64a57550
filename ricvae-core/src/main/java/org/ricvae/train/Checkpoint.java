package org.ricvae.train;

import java.util.Optional;

/**
 * A {@link TrainingState} in plain values, for a file. The arrays are the state's own: to be
 * written before the next step.
 *
 * @param weights the parameters, in the layout of the kernels
 * @param first Adam's first moments, likewise
 * @param second Adam's second moments, likewise
 * @param bestWeights the parameters of the best epoch, where they are kept
 * @param progress all the rest
 */
public record Checkpoint(
    float[] weights,
    float[] first,
    float[] second,
    Optional<float[]> bestWeights,
    Progress progress) {

  /**
   * What is counted and summed up.
   *
   * @param updates Adam has made
   * @param epoch in progress, from 0
   * @param batch the next of it, from 0
   * @param runningResidual running mean of r², negative before the first batch
   * @param bestValidation the best validation loss so far; +∞ without one
   * @param bestEpoch its epoch; -1 without one
   * @param samples of the epoch in progress that are done
   * @param sums over them: D, KL and r², {@code [passes]} each, then μz and μz², {@code [latent]}
   *     each
   */
  public record Progress(
      long updates,
      int epoch,
      int batch,
      double runningResidual,
      double bestValidation,
      int bestEpoch,
      long samples,
      double[][] sums) {}
}
