package org.ricvae.use;

import org.ricvae.data.InputException;

/**
 * How to recover samples.
 *
 * @param passes M: each pass starts from the mean of the one before
 * @param recycle whether a further pass starts from a draw x' ~ N(μx, Σx) instead of the mean
 * @param draws draws of z from which the uncertainty is measured; 0: no uncertainty
 * @param onlyFlagged whether values that are not flagged stay as they were
 * @param seed of the draws
 */
public record RecoveryOptions(
    int passes, boolean recycle, int draws, boolean onlyFlagged, long seed) {
  /** The most passes and draws. */
  public static final int MAX = 10_000;

  /** Draws of z when an uncertainty is asked for: its own relative error is then about 1 / 6. */
  public static final int DEFAULT_DRAWS = 16;

  /** One pass on the mean, no uncertainty, all values recovered. */
  public static final RecoveryOptions DEFAULT = new RecoveryOptions(1, false, 0, false, 0);

  /** Checks the ranges. */
  public RecoveryOptions {
    if (passes < 1 || passes > MAX) {
      throw new InputException(
          "-M %d is out of range, allowed are 1 to %d passes".formatted(passes, MAX));
    }
    if (draws < 0 || draws > MAX || draws == 1) {
      throw new InputException(
          "%d draws are out of range, allowed are 0 (no uncertainty) and 2 to %d"
              .formatted(draws, MAX));
    }
  }
}
