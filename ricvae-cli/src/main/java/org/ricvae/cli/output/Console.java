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
  /** Set by the launcher where stderr is a terminal, to its number of columns; Java cannot tell. */
  private static final String COLUMNS_PROPERTY = "ricvae.columns";

  private static final int DEFAULT_COLUMNS = 100;
  private static final int MIN_COLUMNS = 60;

  /** The streams of the process. */
  public static Console system() {
    Integer columns = Integer.getInteger(COLUMNS_PROPERTY);
    return new Console(
        System.out,
        System.err,
        columns != null,
        columns == null || columns <= 0 ? DEFAULT_COLUMNS : Math.max(MIN_COLUMNS, columns));
  }

  /** Streams that are no terminal. */
  public static Console plain(PrintStream out, PrintStream err) {
    return new Console(out, err, false, DEFAULT_COLUMNS);
  }
}
