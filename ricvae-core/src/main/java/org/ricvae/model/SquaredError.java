package org.ricvae.model;

/**
 * The plain autoencoder: D = Σ r², no noise on z, no KL term, and no Σx to draw from, so that a
 * further pass starts from the mean itself.
 */
public record SquaredError() implements Likelihood {
  @Override
  public boolean variational() {
    return false;
  }

  @Override
  public void evaluate(Term t) {
    FixedVariance.quadratic(t, 1);
  }

  @Override
  public void sample(Term t) {
    System.arraycopy(t.mean, t.mean0, t.next, t.next0, t.n);
  }

  @Override
  public void sampleGradient(Term t) {
    t.passToMean();
  }

  @Override
  public double deviation(double residual, double logVariance) {
    return 0;
  }
}
