package org.ricvae.paper.lab;

import java.util.Collection;

/**
 * Mean and spread of repetitions.
 *
 * @param mean NaN where there are none
 * @param deviation standard deviation (n − 1); 0 of a single one
 * @param count how many
 */
public record Spread(double mean, double deviation, int count) {

  /** Of the values that are finite. */
  public static Spread of(Collection<Double> values) {
    double[] finite =
        values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
    double sum = 0;
    for (double value : finite) {
      sum += value;
    }
    double mean = sum / finite.length;
    double squares = 0;
    for (double value : finite) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = finite.length > 1 ? Math.sqrt(squares / (finite.length - 1)) : 0;
    return new Spread(finite.length == 0 ? Double.NaN : mean, deviation, finite.length);
  }

  /** "0.874 ± 0.012", with the deviation only where there is more than one; "–" of none. */
  public String text(int digits) {
    String format = "%." + digits + "f";
    if (count == 0) {
      return "–";
    }
    String text = format.formatted(mean);
    return count == 1 ? text : text + " ± " + format.formatted(deviation);
  }
}
