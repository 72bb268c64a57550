package org.ricvae.cli.option;

import java.util.Arrays;
import java.util.List;
import org.ricvae.data.InputException;

/**
 * The widths of hidden layers.
 *
 * @param widths in order; empty for none
 */
public record Widths(List<Integer> widths) {
  /** Reads {@code 512,256} or {@code none}. */
  public static Widths parse(String text) {
    if (text.equalsIgnoreCase("none")) {
      return new Widths(List.of());
    }
    try {
      return new Widths(Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList());
    } catch (NumberFormatException e) {
      throw new InputException(
          "'%s' are no widths of layers: write 512,256 or none".formatted(text), e);
    }
  }
}
