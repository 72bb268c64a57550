package org.ricvae.baseline;

/** Hears of an iterative method as it goes on. Called on the caller's thread. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress NONE = (iteration, limit, value) -> {};

  /**
   * An iteration ended.
   *
   * @param iteration from 1
   * @param limit the most iterations there can be; most methods end earlier
   * @param value what the method watches: each says what that is
   */
  void iteration(int iteration, int limit, double value);
}
