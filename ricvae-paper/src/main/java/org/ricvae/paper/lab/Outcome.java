package org.ricvae.paper.lab;

import java.util.List;
import java.util.Map;

/**
 * The result of a {@link Cell}.
 *
 * @param values by name, as JSON gives them back
 * @param seconds it took
 */
public record Outcome(Map<String, Object> values, double seconds) {
  /** Whether there is a value of this name that is not null. */
  public boolean has(String name) {
    return values.get(name) != null;
  }

  /** A number; NaN where it was not finite or is not there. */
  public double number(String name) {
    return number(values.get(name));
  }

  /** A list of numbers; empty where it is not there. */
  public List<Double> numbers(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(Outcome::number).toList()
        : List.of();
  }

  /** A text; empty where it is not there. */
  public String text(String name) {
    return has(name) ? values.get(name).toString() : "";
  }

  private static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
