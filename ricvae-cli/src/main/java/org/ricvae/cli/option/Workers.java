package org.ricvae.cli.option;

import org.ricvae.Options;
import org.ricvae.data.InputException;
import picocli.CommandLine.Option;

/** How many threads work. */
public final class Workers {
  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      description =
          "How many threads work (default: one a processor). Results do not depend on it.")
  Integer threads;

  /** The number; that of the processors where none was given. */
  public int threads() {
    if (threads == null) {
      return Options.defaults().threads();
    }
    if (threads < 1 || threads > Options.MAX_THREADS) {
      throw new InputException(
          "--threads %d is out of range, allowed are 1 to %d"
              .formatted(threads, Options.MAX_THREADS));
    }
    return threads;
  }
}
