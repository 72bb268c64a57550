package org.ricvae.cli.option;

import org.ricvae.data.InputException;
import picocli.CommandLine.Option;

/** How many to draw, and from which seed. */
public final class Draws {
  @Option(
      names = {"-n", "--count"},
      paramLabel = "COUNT",
      defaultValue = "100",
      description = "How many (default: ${DEFAULT-VALUE}).")
  long count;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Seed of the draws (default: ${DEFAULT-VALUE}).")
  long seed;

  /**
   * How many.
   *
   * @param what their name, for a message
   * @throws InputException where there would be none, or too many
   */
  public long count(String what) {
    if (count < 1 || count > Integer.MAX_VALUE) {
      throw new InputException(
          "-n %d is out of range, allowed are 1 to %d %s"
              .formatted(count, Integer.MAX_VALUE, what));
    }
    return count;
  }

  /** The seed. */
  public long seed() {
    return seed;
  }
}
