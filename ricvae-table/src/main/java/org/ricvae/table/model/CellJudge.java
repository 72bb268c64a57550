package org.ricvae.table.model;

import java.util.Arrays;
import java.util.List;
import org.ricvae.kernel.Kernels;
import org.ricvae.model.Cells;
import org.ricvae.table.schema.Spelling;
import org.ricvae.use.TrainedModel;

/**
 * Judges the cells and rows of a table. One thread's own.
 *
 * <p>A cell is judged by its residual when it is hidden. A wrong cell also misleads the judgement
 * of others; so this is done in passes, and from one pass to the next the cells that look wrong are
 * hidden from all others. (M passes: what the paper does by feeding the mean back, with only the
 * wrong cells replaced.)
 *
 * <p>A row is judged by how surprising its cells are, given all others, given half of them, given
 * none, and between: the terms of log p(x) = Σ log p(x_i | x_{before i}) over random orders of the
 * cells, with Laplace's density for numbers.
 */
final class CellJudge {
  /** Groups of cells that are hidden in turn when a cell is judged. */
  static final int GROUPS = 8;

  /** How much is hidden at once for a row's score: all, a half, a quarter, an eighth. */
  static final int[] WAYS = {1, 2, 4, GROUPS};

  /**
   * Beyond so many deviations a number misleads others. Tails are heavy: with 4, the right cells of
   * a rare kind of row hid each other, and were taken for wrong together.
   */
  private static final double SUSPECT = 10;

  /** Beyond such log odds against it a category misleads others. */
  private static final double SUSPECT_CATEGORY = 4;

  /**
   * Log odds against a category are no surer than this: a wrong cell that was trained on is less
   * surprising than an injected one, and is to be held against the same.
   */
  private static final double SURE = 4;

  private final HeldOut heldOut;
  private final List<Spelling> spellings;
  private final Cells cells;
  private final int size;
  private final int[] firsts;
  private final double wrong;
  private final long seed;
  private final boolean[] seen;
  private final float[] predicted;

  CellJudge(
      TrainedModel model, List<Spelling> spellings, Kernels kernels, double wrong, long seed) {
    this.spellings = spellings;
    heldOut = new HeldOut(model, kernels);
    cells = heldOut.cells();
    size = cells.size();
    firsts = cells.firsts();
    this.wrong = wrong;
    this.seed = seed;
    seen = new boolean[heldOut.capacity() * cells.count()];
    predicted = new float[heldOut.capacity() * size];
  }

  int capacity() {
    return heldOut.capacity();
  }

  /**
   * Residuals of n rows when a part is hidden: |x − μ| of a numeric cell, −log((1 − ρ) p + ρ / C)
   * of a categorical one, NaN of a missing one.
   *
   * @param groups how many groups the cells are cut into
   * @param residuals receives {@code [n × cells]}
   */
  void residuals(float[] values, int n, int groups, float[] residuals) {
    know(values, n);
    heldOut.predict(values, seen, n, groups, seed + groups, predicted);
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < cells.count(); c++) {
        residuals[i * cells.count() + c] = residual(values, i, c);
      }
    }
  }

  private float residual(float[] values, int i, int c) {
    float value = values[i * cells.count() + c];
    if (Float.isNaN(value)) {
      return Float.NaN;
    }
    int first = i * size + firsts[c];
    if (c < cells.numeric()) {
      return Math.abs(value - predicted[first]);
    }
    return (float) -Math.log((1 - wrong) * predicted[first + category(c, value)] + uniform(c));
  }

  /** The category of a text's number. */
  private int category(int c, float value) {
    return Math.min((int) value, firsts[c + 1] - firsts[c] - 1);
  }

  /** The probability of any one text where the cell is wrong. */
  private double uniform(int c) {
    return wrong / (firsts[c + 1] - firsts[c]);
  }

  /** The scores of n rows: the mean surprise of the known cells; 0 where none is known. */
  void rows(float[] values, int n, double[][] scales, double[] scores) {
    float[] residuals = new float[n * cells.count()];
    double[] sums = new double[n];
    int[] known = new int[n];
    for (int way = 0; way < WAYS.length; way++) {
      residuals(values, n, WAYS[way], residuals);
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < cells.count(); c++) {
          double r = residuals[i * cells.count() + c];
          if (!Double.isNaN(r)) {
            sums[i] += c < cells.numeric() ? r / scales[way][c] : r;
            known[i]++;
          }
        }
      }
    }
    for (int i = 0; i < n; i++) {
      scores[i] = known[i] == 0 ? 0 : sums[i] / known[i];
    }
  }

  /**
   * Judges the cells of n rows.
   *
   * @param scales {@code [numeric cells]}; null: 1 each, in a single pass
   * @param passes M
   * @param distances receives {@code [n × cells]}: |x − μ| in deviations, or the log odds of the
   *     likeliest category against the cell's own, misspellings considered; NaN where it is missing
   * @param expected receives {@code [n × cells]}: μ, or the likeliest category that has a text,
   *     those that the cell's own may be a misspelling of before others
   */
  void cells(
      float[] values, int n, double[] scales, int passes, float[] distances, float[] expected) {
    know(values, n);
    for (int pass = 0; pass < passes; pass++) {
      heldOut.predict(values, seen, n, GROUPS, seed + 1000 + pass, predicted);
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < cells.count(); c++) {
          int at = i * cells.count() + c;
          distances[at] = distance(values[at], i, c, scales);
          expected[at] = expected(values[at], i, c);
          seen[at] = distances[at] < (c < cells.numeric() ? SUSPECT : SUSPECT_CATEGORY);
        }
      }
    }
  }

  private float distance(float value, int i, int c, double[] scales) {
    if (Float.isNaN(value)) {
      return Float.NaN;
    }
    int first = i * size + firsts[c];
    if (c < cells.numeric()) {
      return (float) (Math.abs(value - predicted[first]) / (scales == null ? 1 : scales[c]));
    }
    double most = 0;
    for (int k = first; k < i * size + firsts[c + 1]; k++) {
      most = Math.max(most, predicted[k]);
    }
    Spelling.Near near = spellings.get(c - cells.numeric()).near((int) value);
    for (int m = 0; m < near.categories().length; m++) {
      most = Math.max(most, near.odds()[m] * predicted[first + near.categories()[m]]);
    }
    double own = predicted[first + category(c, value)];
    return (float) Math.min(SURE, Math.log((most + uniform(c)) / (own + uniform(c))));
  }

  private float expected(float value, int i, int c) {
    int first = i * size + firsts[c];
    if (c < cells.numeric()) {
      return predicted[first];
    }
    int best = 0;
    int texts = firsts[c + 1] - firsts[c] - 1; // the last category stands for the rest
    for (int k = 1; k < texts; k++) {
      best = predicted[first + k] > predicted[first + best] ? k : best;
    }
    if (Float.isNaN(value)) {
      return best;
    }
    double most = predicted[first + best];
    Spelling.Near near = spellings.get(c - cells.numeric()).near((int) value);
    for (int m = 0; m < near.categories().length; m++) {
      double likely = near.odds()[m] * predicted[first + near.categories()[m]];
      if (likely > most) {
        most = likely;
        best = near.categories()[m];
      }
    }
    return best;
  }

  private void know(float[] values, int n) {
    Arrays.fill(seen, false);
    for (int i = 0; i < n * cells.count(); i++) {
      seen[i] = !Float.isNaN(values[i]);
    }
  }
}
