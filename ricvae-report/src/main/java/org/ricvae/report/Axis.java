package org.ricvae.report;

/**
 * An axis of a {@link Chart}, or the range of its colours.
 *
 * @param label what it measures, with the unit: "loss (nats a sample)"
 * @param logarithmic whether equal lengths are equal ratios; values of zero and below are then not
 *     drawn
 */
public record Axis(String label, boolean logarithmic) {
  /** An axis on which equal lengths are equal differences. */
  public static Axis linear(String label) {
    return new Axis(label, false);
  }

  /** An axis on which equal lengths are equal ratios. */
  public static Axis logarithmic(String label) {
    return new Axis(label, true);
  }

  /** Whether a value has a place on this axis. */
  boolean shows(double value) {
    return Double.isFinite(value) && (!logarithmic || value > 0);
  }
}
