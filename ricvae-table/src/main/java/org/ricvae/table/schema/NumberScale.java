package org.ricvae.table.schema;

import java.util.Arrays;
import org.ricvae.data.InputException;

/**
 * How the numbers of a column meet the model: in robust standard deviations from the median, and
 * what lies beyond {@value #LINEAR} of them drawn in logarithmically, so that heavy tails and gross
 * errors stay within reach. Monotone, and without units: a column in other units gives the same
 * model. (A logarithm of skewed positive columns was tried and left: it hides the outliers of just
 * those columns.)
 *
 * @param center the median
 * @param scale one robust standard deviation; over 0
 */
public record NumberScale(double center, double scale) {
  /** Deviations up to which the scale is linear. */
  public static final double LINEAR = 3;

  /** The interquartile range of a normal distribution, in standard deviations. */
  private static final double QUARTILES = 1.349;

  /** A spread that is so small beside the numbers is that of their rounding. */
  private static final double SAME = 1e-12;

  /** Checks the ranges. */
  public NumberScale {
    if (!(Double.isFinite(center) && scale > 0 && Double.isFinite(scale))) {
      throw new InputException(
          "a column's scale with center %s and scale %s: both must be finite, the scale over 0"
              .formatted(center, scale));
    }
  }

  /**
   * The scale that suits a column.
   *
   * @param values some of its numbers, two different ones at least; sorted here
   */
  static NumberScale of(double[] values) {
    Arrays.sort(values);
    double scale = (quantile(values, 0.75) - quantile(values, 0.25)) / QUARTILES;
    double center = quantile(values, 0.5);
    if (!(scale > SAME * Math.abs(center))) {
      // Most values are one and the same: what is left of a spread is that of all.
      double squares = 0;
      for (double v : values) {
        squares += (v - center) * (v - center);
      }
      scale = Math.sqrt(squares / values.length);
    }
    return new NumberScale(center, scale > 0 ? scale : 1);
  }

  static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int i = (int) at;
    double next = sorted[Math.min(i + 1, sorted.length - 1)];
    return sorted[i] + (at - i) * (next - sorted[i]);
  }

  /** From the column's units to the model's. */
  public float scale(double value) {
    double y = (value - center) / scale;
    double a = Math.abs(y);
    return (float) (a <= LINEAR ? y : Math.signum(y) * (LINEAR * (1 + Math.log(a / LINEAR))));
  }

  /** From the model's units to the column's. */
  public double unscale(double y) {
    double a = Math.abs(y);
    double linear = a <= LINEAR ? y : Math.signum(y) * (LINEAR * Math.exp(a / LINEAR - 1));
    return linear * scale + center;
  }
}
