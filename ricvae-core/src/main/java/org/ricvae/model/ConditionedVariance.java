package org.ricvae.model;

import org.ricvae.data.InputException;

/**
 * The iC-VAE (Section 3): conditioned on the sample's index, Σx is free for every sample and solved
 * for, diag Σx = r² (eq. 7). What is left of the Gaussian is D = Σ log(r² + ε) (eq. 8): the
 * quadratic penalty has become a logarithmic one that is all but blind to gross errors.
 *
 * <p>The paper has no ε; without one, eq. 8 is unbounded. It is the square of the residual below
 * which a value counts as reproduced.
 *
 * @param epsilon ε, in squared units of the scaled data; or, if relative, as a factor on a running
 *     mean of r²
 * @param relative whether ε follows the running mean of r²
 */
public record ConditionedVariance(double epsilon, boolean relative) implements Likelihood {
  /** Decay of the running mean of r², a step, for a relative ε. */
  public static final double RUNNING_MEAN_DECAY = 0.99;

  /** Smallest ε: its root is a hundredth of a grey level, where single precision still resolves. */
  public static final double MIN_EPSILON = 1e-9;

  /** Checks the range. */
  public ConditionedVariance {
    if (!(epsilon >= MIN_EPSILON && epsilon <= 1e3)) {
      throw new InputException(
          "--epsilon %s is out of range, allowed are auto and numbers from %s to 1000"
              .formatted(epsilon, MIN_EPSILON));
    }
  }

  @Override
  public void evaluate(Term t) {
    t.residual();
    t.kernels.logPenalty(t.epsilon, t.work, 0, t.dMean, t.dMean0, t.n);
    t.kernels.log(t.work, 0, t.n);
    t.addLoss();
  }

  /** x' = μx + |r| ε': eq. 15 with eq. 7; a missing value has r = 0 and becomes μx. */
  @Override
  public void sample(Term t) {
    t.kernels.recycle(t.x, t.x0, t.mean, t.mean0, t.noise, 0, t.next, t.next0, t.n);
    if (t.mask != null) {
      for (int i = 0; i < t.n; i++) {
        if (t.mask[t.mask0 + i] == 0) {
          t.next[t.next0 + i] = t.mean[t.mean0 + i];
        }
      }
    }
  }

  @Override
  public void sampleGradient(Term t) {
    if (t.mask == null) {
      t.kernels.recycleGradient(
          t.x, t.x0, t.mean, t.mean0, t.noise, 0, t.dNext, t.dNext0, t.dMean, t.dMean0, t.dX, t.dX0,
          t.n);
      return;
    }
    for (int i = 0; i < t.n; i++) {
      float g = t.dNext[t.dNext0 + i];
      float known = t.mask[t.mask0 + i];
      float slope = known * Math.signum(t.x[t.x0 + i] - t.mean[t.mean0 + i]) * t.noise[i];
      t.dMean[t.dMean0 + i] += g * (1 - slope);
      t.dX[t.dX0 + i] += g * slope;
    }
  }

  @Override
  public double deviation(double residual, double logVariance) {
    return Math.abs(residual);
  }
}
