package org.ricvae.model;

import org.ricvae.data.InputException;

/**
 * The ℓ2-VAE: Σx = s² I, D = Σ r² / s².
 *
 * @param deviation s, in units of the scaled data
 */
public record FixedVariance(double deviation) implements Likelihood {
  /** "Σx = I" in the units of 8-bit images: one grey level of data scaled to [0, 1]. */
  public static final double DEFAULT_DEVIATION = 1.0 / 255;

  /** Checks the range. */
  public FixedVariance {
    if (!(deviation > 0 && deviation < 1e6)) {
      throw new InputException(
          "standard deviation %s is out of range, allowed are numbers over 0".formatted(deviation));
    }
  }

  @Override
  public void evaluate(Term t) {
    quadratic(t, (float) (1 / (deviation * deviation)));
  }

  /** D = precision Σ r². */
  static void quadratic(Term t, float precision) {
    t.residual();
    for (int i = 0; i < t.n; i++) {
      float r = t.work[i];
      t.dMean[t.dMean0 + i] = -2 * precision * r;
      t.work[i] = precision * r * r;
    }
    t.addLoss();
  }

  @Override
  public void sample(Term t) {
    float s = (float) deviation;
    t.kernels.addScaled(t.mean, t.mean0, s, t.noise, 0, t.next, t.next0, t.n);
  }

  @Override
  public void sampleGradient(Term t) {
    t.passToMean();
  }

  @Override
  public double deviation(double residual, double logVariance) {
    return deviation;
  }
}
