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
 * <p>A row is judged by how surprising its cells are, given nothing and given the others: the first
 * and the last terms of log p(x) = Σ log p(x_i | x_{before i}) over random orders of the cells,
 * with Laplace's density for numbers.
 */
final class CellJudge {
  /** Groups of cells that are hidden in turn when a cell is judged. */
  private static final int GROUPS = 8;

  /** The seeds of the groups, pass by pass, begin so far from the seed itself. */
  private static final long CUTS = 1_000;

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
  private final float[] prior;
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
    prior = new float[size];
    float[] nothing = new float[cells.count()];
    Arrays.fill(nothing, Float.NaN);
    heldOut.predict(nothing, new boolean[nothing.length], 1, 1, seed, prior);
  }

  int capacity() {
    return heldOut.capacity();
  }

  /** What is expected of a numeric cell given nothing. */
  float prior(int cell) {
    return prior[firsts[cell]];
  }

  /**
   * Judges n rows.
   *
   * @param values {@code [n × cells]}; NaN: missing
   * @param passes M
   * @return the values themselves, for each cell μ, or the likeliest category that has a text
   *     (those that the cell's own may be a misspelling of before others), and as scores the
   *     distances: |x − μ| in deviations, or the log odds of the likeliest category against the
   *     cell's own, misspellings considered
   */
  JudgedRows judge(float[] values, int n, ResidualScales scales, int passes) {
    int count = cells.count();
    float[] distances = new float[n * count];
    float[] expected = new float[n * count];
    double[] rows = new double[n];
    know(values, n);
    for (int pass = 0; pass < passes; pass++) {
      heldOut.predict(values, seen, n, GROUPS, seed + CUTS + pass, predicted);
      if (pass == 0) {
        rows(values, n, scales, rows);
      }
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < count; c++) {
          int at = i * count + c;
          distances[at] = distance(values[at], i, c, scales);
          expected[at] = expected(values[at], i, c);
          seen[at] = distances[at] < (c < cells.numeric() ? SUSPECT : SUSPECT_CATEGORY);
        }
      }
    }
    return new JudgedRows(n, count, values, expected, distances, rows);
  }

  /** The scores of n rows: the mean surprise of the known cells; 0 where none is known. */
  private void rows(float[] values, int n, ResidualScales scales, double[] scores) {
    int count = cells.count();
    for (int i = 0; i < n; i++) {
      double sum = 0;
      int known = 0;
      for (int c = 0; c < count; c++) {
        float value = values[i * count + c];
        if (!Float.isNaN(value)) {
          sum += surprise(value, c, prior, 0, scales.alone());
          sum += surprise(value, c, predicted, i * size, scales.given());
          known++;
        }
      }
      scores[i] = known == 0 ? 0 : sum / (2 * known);
    }
  }

  /**
   * |x − μ| in mean deviations of a numeric cell, −log((1 − ρ) p + ρ / C) of a categorical one.
   *
   * @param from holds the prediction of the cell's row from at on
   */
  private double surprise(float value, int c, float[] from, int at, double[] scales) {
    int first = at + firsts[c];
    return c < cells.numeric()
        ? Math.abs(value - from[first]) / scales[c]
        : -Math.log((1 - wrong) * from[first + category(c, value)] + uniform(c));
  }

  /** The category of a text's number. */
  private int category(int c, float value) {
    return Math.min((int) value, firsts[c + 1] - firsts[c] - 1);
  }

  /** The probability of any one text where the cell is wrong. */
  private double uniform(int c) {
    return wrong / (firsts[c + 1] - firsts[c]);
  }

  private float distance(float value, int i, int c, ResidualScales scales) {
    if (Float.isNaN(value)) {
      return Float.NaN;
    }
    int first = i * size + firsts[c];
    if (c < cells.numeric()) {
      return (float) (Math.abs(value - predicted[first]) / scales.cell()[c]);
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
