package org.ricvae.model;

import org.ricvae.data.InputException;

/**
 * The LC-VAE: Σx = diag v(z) from a second decoder head that gives log v, D = Σ r²/v + log v.
 *
 * @param floor the least v, in squared units of the scaled data: without one the likelihood is
 *     unbounded where a value can be reproduced exactly
 */
public record LearnedVariance(double floor) implements Likelihood {
  /** A tenth of a grey level of 8-bit images scaled to [0, 1]: below what the data resolve. */
  public static final double DEFAULT_FLOOR = 1.5e-7;

  /** Checks the range. */
  public LearnedVariance {
    if (!(floor > 0 && floor < 1e6)) {
      throw new InputException(
          "variance floor %s is out of range, allowed are numbers over 0".formatted(floor));
    }
  }

  @Override
  public boolean varianceHead() {
    return true;
  }

  @Override
  public void evaluate(Term t) {
    float least = (float) Math.log(floor);
    t.residual();
    for (int i = 0; i < t.n; i++) {
      t.dMean[t.dMean0 + i] = t.work[i];
      t.work[i] = -Math.max(least, t.logVariance[t.logVariance0 + i]);
    }
    t.kernels.exp(t.work, 0, t.n);
    for (int i = 0; i < t.n; i++) {
      float r = t.dMean[t.dMean0 + i];
      float precision = t.work[i];
      float h = t.logVariance[t.logVariance0 + i];
      float known = t.mask == null ? 1 : t.mask[t.mask0 + i];
      float g = known * (1 - r * r * precision);
      t.dMean[t.dMean0 + i] = -2 * r * precision;
      // Under the floor only a gradient that leads back up is let through.
      t.dLogVariance[t.dLogVariance0 + i] = h > least || g < 0 ? g : 0;
      t.work[i] = r * r * precision + Math.max(least, h);
    }
    t.addLoss();
  }

  @Override
  public void sample(Term t) {
    deviation(t);
    for (int i = 0; i < t.n; i++) {
      t.next[t.next0 + i] = t.mean[t.mean0 + i] + t.work[i] * t.noise[i];
    }
  }

  @Override
  public void sampleGradient(Term t) {
    float least = (float) Math.log(floor);
    deviation(t);
    for (int i = 0; i < t.n; i++) {
      float g = t.dNext[t.dNext0 + i];
      t.dMean[t.dMean0 + i] += g;
      if (t.logVariance[t.logVariance0 + i] > least) {
        t.dLogVariance[t.dLogVariance0 + i] += 0.5f * g * t.work[i] * t.noise[i];
      }
    }
  }

  /** Writes √v to {@code work}. */
  private void deviation(Term t) {
    float least = (float) Math.log(floor);
    for (int i = 0; i < t.n; i++) {
      t.work[i] = 0.5f * Math.max(least, t.logVariance[t.logVariance0 + i]);
    }
    t.kernels.exp(t.work, 0, t.n);
  }

  @Override
  public double deviation(double residual, double logVariance) {
    return Math.exp(Math.max(Math.log(floor), logVariance) / 2);
  }
}
