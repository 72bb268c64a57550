package org.ricvae.evaluate.repair;

import org.ricvae.baseline.Matrix;

/** Finds the wrong cells of a table of numbers, and says what should stand there. */
public interface Repairer {
  /** For tables, columns and names of files; no two of a study share one. */
  String name();

  /**
   * Everything but data and seed that the result depends on, as text: a kept result counts only
   * while this is the same.
   */
  String settings();

  /**
   * Repairs a table, knowing nothing but it.
   *
   * @param dirty {@code [rows × columns]}; NaN is a hole
   * @param seed of all randomness
   */
  Repair repair(Matrix dirty, long seed);
}
