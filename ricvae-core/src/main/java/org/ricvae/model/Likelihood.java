package org.ricvae.model;

/**
 * The data term D(x, μx) of the objective, a sum over the values of a sample, and how the next
 * input of the recurrence is drawn, x' ~ N(μx, Σx). The residual is r = x − μx; a missing value has
 * residual 0 and no part in the sum.
 *
 * <p>Common constants and a factor ½ are dropped, as in the paper.
 */
public sealed interface Likelihood
    permits SquaredError, FixedVariance, LearnedVariance, ConditionedVariance, MixedLikelihood {
  /** Whether z is drawn from a posterior with a KL term; false for the plain autoencoder. */
  default boolean variational() {
    return true;
  }

  /** Whether the decoder has a second head for log Σx. */
  default boolean varianceHead() {
    return false;
  }

  /**
   * How many cells the encoder is told of whether it sees them: as many inputs follow the values, 1
   * for a cell that is seen, 0 for one that is hidden or missing. None, unless the samples are rows
   * of a table.
   */
  default int indicators() {
    return 0;
  }

  /**
   * Adds D and r² of each sample of a block to {@code t.loss} and {@code t.squared}, and writes
   * dD/dμx (and dD/dlog v) over {@code t.dMean} (and {@code t.dLogVariance}).
   */
  void evaluate(Term t);

  /** Writes x' = μx + √Σx ε' to {@code t.next}. */
  void sample(Term t);

  /**
   * The gradient of {@link #sample}: given dL/dx' in {@code t.dNext}, adds to {@code t.dMean},
   * {@code t.dX} and {@code t.dLogVariance}.
   */
  void sampleGradient(Term t);

  /**
   * √Σx of one value: how far a draw of x' lies from μx.
   *
   * @param residual r = x − μx
   * @param logVariance the second head's output, for the LC-VAE
   */
  double deviation(double residual, double logVariance);
}
