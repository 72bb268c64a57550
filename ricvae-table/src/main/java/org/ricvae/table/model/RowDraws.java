package org.ricvae.table.model;

import java.util.SplittableRandom;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.model.Cells;

/**
 * New rows out of a model, one after the other: each depends on the seed and its place alone, not
 * on how many are drawn. One thread's own.
 */
public final class RowDraws {
  private final Drawing drawing;
  private final Cells cells;
  private final int[] firsts;
  private final Codes codes;
  private final SplittableRandom forCodes;
  private final SplittableRandom forCells;

  RowDraws(TableModel model, Drawing drawing, long seed) {
    this.drawing = drawing;
    cells = model.schema().cells();
    firsts = cells.firsts();
    codes = new Codes(model.trained(), KernelProvider.best());
    forCodes = new SplittableRandom(seed);
    forCells = forCodes.split();
  }

  /**
   * The next n rows: numbers within the range of those that training took for right, categories
   * that have a text.
   *
   * @return {@code [n × cells]}, encoded; none is missing
   */
  public float[] next(int n) {
    int kappa = drawing.means()[0].length;
    float[] z = new float[n * kappa];
    for (int i = 0; i < n; i++) {
      int code = forCodes.nextInt(drawing.means().length);
      for (int j = 0; j < kappa; j++) {
        double around = drawing.deviations()[code][j] * Codes.normal(forCodes);
        z[i * kappa + j] = (float) (drawing.means()[code][j] + around);
      }
    }
    float[] decoded = codes.decode(z, n);
    float[] rows = new float[n * cells.count()];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < cells.count(); c++) {
        int first = i * firsts[cells.count()] + firsts[c];
        rows[i * cells.count() + c] =
            c < cells.numeric() ? number(c, decoded[first]) : category(c, decoded, first);
      }
    }
    return rows;
  }

  private float number(int c, float mean) {
    double value = mean + drawing.noise()[c] * Codes.normal(forCells);
    return (float) Math.max(drawing.low()[c], Math.min(drawing.high()[c], value));
  }

  /** Never the last category, which stands for all the rare texts. */
  private int category(int c, float[] logits, int first) {
    double[] p = new double[firsts[c + 1] - firsts[c] - 1];
    Codes.softmax(logits, first, p.length, drawing.temperature()[c - cells.numeric()], p);
    int k = 0;
    double left = forCells.nextDouble() - p[0];
    while (left >= 0 && k < p.length - 1) {
      left -= p[++k];
    }
    return k;
  }
}
