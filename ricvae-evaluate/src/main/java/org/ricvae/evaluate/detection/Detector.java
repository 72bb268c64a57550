package org.ricvae.evaluate.detection;

import org.ricvae.baseline.Matrix;

/** Tells how much each row of a table is an outlier, having seen no label. */
public interface Detector {
  /** For tables, columns and names of files; no two of a study share one. */
  String name();

  /**
   * Everything but data and seed that the scores depend on, as text: a kept result counts only
   * while this is the same.
   */
  String settings();

  /** Whether the seed matters; one for which it does not is run once. */
  boolean random();

  /**
   * Scores rows.
   *
   * @param rows {@code [rows × columns]} as the file has them; NaN is missing
   * @param seed of all randomness
   * @return a finite score for each row
   */
  Scores scores(Matrix rows, long seed);
}
