package org.ricvae.cli.option;

import org.ricvae.data.InputException;

/**
 * Two numbers, as {@code 3:12}; one alone, as {@code 5}, is both.
 *
 * @param min the first
 * @param max the second
 */
public record Range(double min, double max) {
  /** Reads a range. */
  public static Range parse(String text) {
    String[] parts = text.split(":", -1);
    try {
      if (parts.length <= 2) {
        return new Range(Double.parseDouble(parts[0]), Double.parseDouble(parts[parts.length - 1]));
      }
    } catch (NumberFormatException notNumbers) {
      // told below
    }
    throw new InputException("'%s' is not a range: write MIN:MAX, such as 3:12".formatted(text));
  }
}
