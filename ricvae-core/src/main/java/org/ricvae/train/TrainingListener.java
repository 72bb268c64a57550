package org.ricvae.train;

/**
 * Hears of training as it goes on: a progress bar, a log, a chart. Called on the caller's thread.
 */
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /**
   * A part of the work begins.
   *
   * @param name what it is, for a person
   * @param steps how many steps it will have
   */
  default void begin(String name, long steps) {}

  /** A step was made; {@code done} of the part's steps are behind. */
  default void step(long done) {}

  /** An epoch ended. */
  default void epoch(EpochReport report) {}

  /** A candidate for ε was tried. */
  default void candidate(EpsilonSearch.Candidate candidate) {}

  /** Something a person should know: what was chosen, what looks wrong. */
  default void message(String text) {}
}
