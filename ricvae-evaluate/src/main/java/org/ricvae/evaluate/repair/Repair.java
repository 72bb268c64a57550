package org.ricvae.evaluate.repair;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ricvae.baseline.Matrix;
import org.ricvae.data.InputException;
import org.ricvae.use.WithinClassScatter;

/**
 * What a method says of the cells of a table. Cells are in the order of the matrix's values.
 *
 * @param scores one a cell: the higher, the more it is wrong; of no meaning in a hole
 * @param flags which cells the method takes for wrong; of no meaning in a hole
 * @param estimates what should stand in each cell, all finite: needed where a cell is flagged or a
 *     hole, and elsewhere for the comparison at the best threshold
 */
public record Repair(double[] scores, boolean[] flags, Matrix estimates) {
  /** Beyond so many robust standard deviations a cell is as wrong as can be. */
  public static final double SCORE_CAP = 10;

  /**
   * Checks the parts.
   *
   * @throws InputException where lengths differ, a score is NaN or an estimate not finite
   */
  public Repair {
    int cells = estimates.values().length;
    if (scores.length != cells || flags.length != cells) {
      throw new InputException(
          "a repair of %d scores, %d flags and %d estimates; each needs one a cell"
              .formatted(scores.length, flags.length, cells));
    }
    if (Arrays.stream(scores).anyMatch(Double::isNaN)
        || !Arrays.stream(estimates.values()).allMatch(Double::isFinite)) {
      throw new InputException(
          "a repair with a score that is NaN, or an estimate that is not finite");
    }
  }

  /**
   * Flags by the threshold of least scatter within classes, over the cells that are known. Scores
   * count up to {@link #SCORE_CAP}: else a few errors of a thousand times the rest would be a class
   * of their own. Chosen, in favour of the peers, as the best of several ways (decision 9).
   *
   * @param scores in robust standard deviations of the column
   */
  public static Repair byScatter(Matrix dirty, double[] scores, Matrix estimates) {
    double threshold =
        WithinClassScatter.threshold(
            IntStream.range(0, scores.length)
                .filter(cell -> !Double.isNaN(dirty.values()[cell]))
                .mapToDouble(cell -> Math.min(SCORE_CAP, scores[cell]))
                .toArray());
    boolean[] flags = new boolean[scores.length];
    for (int cell = 0; cell < flags.length; cell++) {
      flags[cell] = Math.min(SCORE_CAP, scores[cell]) > threshold;
    }
    return new Repair(scores, flags, estimates);
  }

  /** The table with estimates in its holes and in the flagged cells. */
  public Matrix repaired(Matrix dirty) {
    double[] values = dirty.values().clone();
    for (int cell = 0; cell < values.length; cell++) {
      if (flags[cell] || Double.isNaN(values[cell])) {
        values[cell] = estimates.values()[cell];
      }
    }
    return new Matrix(dirty.rows(), dirty.columns(), values);
  }
}
