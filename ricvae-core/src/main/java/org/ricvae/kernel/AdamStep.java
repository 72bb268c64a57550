package org.ricvae.kernel;

/**
 * The constants of one Adam update, shared by all parameters; mutable so that a step allocates
 * nothing.
 */
public final class AdamStep {
  /** Decay of the first moment. */
  public static final double BETA1 = 0.9;

  /** Decay of the second moment. */
  public static final double BETA2 = 0.999;

  /** Added to the root of the second moment. */
  public static final double EPSILON = 1e-8;

  /**
   * Gradients and first moments below this count as zero. Those of dead units shrink until they are
   * denormal, on which processors work a hundred times slower; beside ε they have no effect long
   * before that.
   */
  public static final double TINY = 1e-16;

  /** Where second moments stop shrinking, for the same reason; its root is far below ε. */
  public static final double LEAST_SECOND = 1e-34;

  float gradientScale;
  float rate;
  float invSqrtBias2;
  float bias1;

  /**
   * Sets the constants of update t.
   *
   * @param t number of the update, from 1
   * @param learningRate step size α
   * @param scale factor on the gradient: one over the number of samples in the batch
   */
  public void set(long t, double learningRate, double scale) {
    double b1 = -Math.expm1(t * Math.log(BETA1));
    double b2 = -Math.expm1(t * Math.log(BETA2));
    gradientScale = (float) scale;
    bias1 = (float) b1;
    rate = (float) (learningRate / b1);
    invSqrtBias2 = (float) (1 / Math.sqrt(b2));
  }

  /** Factor on the gradient. */
  public float gradientScale() {
    return gradientScale;
  }

  /** α / (1 - β1^t). */
  public float rate() {
    return rate;
  }

  /** 1 / √(1 - β2^t). */
  public float invSqrtBias2() {
    return invSqrtBias2;
  }

  /** 1 - β1^t, by which a weight decay is multiplied before it meets {@link #rate()}. */
  public float bias1() {
    return bias1;
  }
}
