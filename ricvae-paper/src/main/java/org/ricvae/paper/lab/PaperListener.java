package org.ricvae.paper.lab;

/** Hears of experiments as they go on. Called on the thread that runs them all. */
public interface PaperListener {
  /** Hears nothing. */
  PaperListener NONE = new PaperListener() {};

  /**
   * An item begins.
   *
   * @param item its name
   * @param cost of all its cells, in seconds of one core, as estimated beforehand
   */
  default void begin(String item, long cost) {}

  /**
   * Work went on.
   *
   * @param done cost that is behind, that of earlier runs included
   */
  default void done(long done) {}

  /**
   * Something was found done, and took no time.
   *
   * @param cost of it; {@link #done} counts it too
   */
  default void skipped(long cost) {}

  /** A cell ended; {@code cell} is its key. */
  default void cell(String cell) {}

  /** An item ended. */
  default void end() {}

  /** Something a person should know. */
  default void message(String text) {}
}
