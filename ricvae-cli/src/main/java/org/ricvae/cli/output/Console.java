package org.ricvae.cli.output;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out takes results
 * @param err takes progress, messages and errors
 * @param terminal whether {@code err} is a terminal, where a progress bar may move
 * @param columns characters a line
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, int columns) {
  /** Set by the launcher to the columns of the terminal that stderr is, or 0; Java cannot tell. */
  private static final String COLUMNS_PROPERTY = "ricvae.columns";

  private static final int DEFAULT_COLUMNS = 100;
  private static final int MIN_COLUMNS = 60;

  /** The streams of the process. */
  public static Console system() {
    int columns = Integer.getInteger(COLUMNS_PROPERTY, 0);
    return columns > 0
        ? new Console(System.out, System.err, true, Math.max(MIN_COLUMNS, columns))
        : plain(System.out, System.err);
  }

  /** Streams that are no terminal. */
  public static Console plain(PrintStream out, PrintStream err) {
    return new Console(out, err, false, DEFAULT_COLUMNS);
  }
}
