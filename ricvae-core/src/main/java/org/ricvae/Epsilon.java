package org.ricvae;

import org.ricvae.model.ConditionedVariance;

/** Where ε of the iC-VAE comes from. */
public sealed interface Epsilon {
  /** Chosen by the data: known corruption is injected into them and its recovery measured. */
  record Auto() implements Epsilon {
    @Override
    public String toString() {
      return "auto";
    }
  }

  /**
   * A fixed value.
   *
   * @param value in squared units of the scaled data
   */
  record Fixed(double value) implements Epsilon {
    /** Checks the range. */
    public Fixed {
      var unused = new ConditionedVariance(value, false);
    }

    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /**
   * Relative to a running mean of the squared residual.
   *
   * @param factor on the running mean
   */
  record Relative(double factor) implements Epsilon {
    /** Checks the range. */
    public Relative {
      var unused = new ConditionedVariance(factor, true);
    }

    @Override
    public String toString() {
      return "relative:" + factor;
    }
  }
}
