package org.ricvae.evaluate.detection;

import java.util.OptionalDouble;
import org.ricvae.use.WithinClassScatter;

/**
 * What a detector says of rows.
 *
 * @param values one a row: the higher, the more of an outlier; not copied
 * @param threshold above which a row is an outlier, where the method has a rule of its own
 */
public record Scores(double[] values, OptionalDouble threshold) {
  /** Scores of a method without a rule of its own. */
  public static Scores of(double[] values) {
    return new Scores(values, OptionalDouble.empty());
  }

  /** Scores of a method that decides itself. */
  public static Scores of(double[] values, double threshold) {
    return new Scores(values, OptionalDouble.of(threshold));
  }

  /** The method's own threshold, or the one with the least scatter within classes. */
  double effectiveThreshold() {
    return threshold.orElseGet(() -> WithinClassScatter.threshold(values));
  }
}
