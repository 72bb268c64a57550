package org.ricvae.train;

import org.ricvae.data.InputException;

/**
 * How long and how to train.
 *
 * @param epochs passes over the data
 * @param batch samples a step
 * @param learningRate Adam's step size at the start
 * @param schedule how it falls
 * @param warmUp share of the steps at the start in which one pass is run instead of N: a recycled
 *     sample teaches nothing before there is something to recycle
 * @param klWarmUp steps over which the weight of the KL term's gradient rises from 0 to 1, so that
 *     the latent space comes to life before the KL term can shut it down
 * @param weightDecay decoupled decay of the weights
 * @param validation share of the samples that is held out, in [0, 0.9]
 * @param patience epochs without a better validation loss after which to stop; 0: never
 * @param seed of the initial weights, the order of the samples and the noise
 */
public record Plan(
    int epochs,
    int batch,
    double learningRate,
    Schedule schedule,
    double warmUp,
    int klWarmUp,
    double weightDecay,
    double validation,
    int patience,
    long seed) {
  /** The largest batch. */
  public static final int MAX_BATCH = 1 << 16;

  /** Checks the ranges. */
  public Plan {
    require(epochs >= 1 && epochs <= 10_000_000, "--epochs", epochs, "1 to 10000000");
    require(batch >= 1 && batch <= MAX_BATCH, "--batch", batch, "1 to " + MAX_BATCH);
    require(learningRate > 0 && learningRate <= 1, "--lr", learningRate, "numbers over 0, up to 1");
    require(warmUp >= 0 && warmUp <= 1, "--warm-up", warmUp, "shares from 0 to 1");
    require(klWarmUp >= 0, "--kl-warm-up", klWarmUp, "0 and more steps");
    require(
        weightDecay >= 0 && weightDecay <= 1, "--weight-decay", weightDecay, "numbers from 0 to 1");
    require(
        validation >= 0 && validation <= 0.9, "--validation", validation, "shares from 0 to 0.9");
    require(patience >= 0, "--patience", patience, "0 (never stop early) and more epochs");
    require(
        patience == 0 || validation > 0,
        "--patience",
        patience,
        "it only together with a --validation share over 0");
  }

  /** Epochs over so many samples that take no fewer than so many steps. */
  public static int epochs(int steps, int samples, int batch) {
    int stepsAnEpoch = (samples + batch - 1) / batch;
    return (steps + stepsAnEpoch - 1) / stepsAnEpoch;
  }

  /** A copy with another {@link #seed}. */
  Plan withSeed(long other) {
    return new Plan(
        epochs,
        batch,
        learningRate,
        schedule,
        warmUp,
        klWarmUp,
        weightDecay,
        validation,
        patience,
        other);
  }

  private static void require(boolean ok, String option, Object value, String allowed) {
    if (!ok) {
      throw new InputException("%s %s: allowed are %s".formatted(option, value, allowed));
    }
  }
}
