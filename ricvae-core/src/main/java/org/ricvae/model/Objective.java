package org.ricvae.model;

import org.ricvae.data.InputException;

/**
 * What is minimised: Σ_{k=1..N} KL + D of eq. 15.
 *
 * @param likelihood the data term
 * @param passes N, passes in training; 1 is no recurrence
 * @param gradientThroughSample whether gradients flow through the recycled sample x_{k+1} into the
 *     pass before, or stop at it. The paper leaves this open.
 */
public record Objective(Likelihood likelihood, int passes, boolean gradientThroughSample) {
  /** The most passes in training: what fits in memory for a batch. */
  public static final int MAX_PASSES = 64;

  /** Checks the ranges. */
  public Objective {
    if (passes < 1 || passes > MAX_PASSES) {
      throw new InputException(
          "-N %d is out of range, allowed are 1 to %d passes".formatted(passes, MAX_PASSES));
    }
  }
}
