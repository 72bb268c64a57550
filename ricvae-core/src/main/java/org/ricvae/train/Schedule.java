package org.ricvae.train;

/** How the learning rate falls as training goes on. */
public enum Schedule {
  /** The same rate throughout. */
  CONSTANT {
    @Override
    public double factor(double progress) {
      return 1;
    }
  },
  /** × 0.3 from half-way on, × 0.1 from four fifths on. */
  STEP {
    @Override
    public double factor(double progress) {
      return progress < 0.5 ? 1 : progress < 0.8 ? 0.3 : 0.1;
    }
  },
  /** Half a cosine from 1 to 0.01 (Loshchilov and Hutter 2017, without restarts). */
  COSINE {
    @Override
    public double factor(double progress) {
      return 0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
    }
  };

  /**
   * The factor on the learning rate.
   *
   * @param progress share of all steps done, 0 to 1
   */
  public abstract double factor(double progress);
}
