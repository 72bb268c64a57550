package org.ricvae.data;

/**
 * How values meet the model: scaled = (value − offset) · factor.
 *
 * <p>8-bit images are divided by 255, so that black and white are 0 and 1 in every data set. Other
 * data that already lie in [0, 1] are left alone; the rest is mapped from its range to [0, 1].
 *
 * @param offset in the data's own units
 * @param factor per unit of the data, finite and over 0
 */
public record Scaling(double offset, double factor) {
  /** Checks the ranges. */
  public Scaling {
    if (!(Double.isFinite(offset) && factor > 0 && Double.isFinite(factor))) {
      throw new InputException(
          "a scaling with offset %s and factor %s: both must be finite, the factor over 0"
              .formatted(offset, factor));
    }
  }

  /** The scaling that suits a data set. */
  public static Scaling of(DataProfile profile) {
    if (profile.type() == ValueType.U8) {
      return new Scaling(0, 1.0 / 255);
    }
    if (profile.min() >= 0 && profile.max() <= 1) {
      return new Scaling(0, 1);
    }
    double range = (double) profile.max() - profile.min();
    return new Scaling(profile.min(), range > 0 ? 1 / range : 1);
  }

  /** From the data's units to the model's. */
  public float scale(float value) {
    return (float) ((value - offset) * factor);
  }

  /** From the model's units to the data's. */
  public float unscale(float scaled) {
    return (float) (scaled / factor + offset);
  }
}
