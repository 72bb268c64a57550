package org.ricvae.table.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ricvae.kernel.Kernels;
import org.ricvae.model.Cells;
import org.ricvae.table.schema.EncodedRows;
import org.ricvae.use.TrainedModel;

/**
 * Finds how new rows are to be drawn, from rows of the training and what was found of them: cells
 * that look wrong are hidden from the encoder and left out of all that is measured.
 */
final class DrawingFit {
  /** Rows that are looked at, spread over the table, and those whose codes are kept. */
  private static final int ROWS = 2_048;

  private static final int CODES = 256;

  /** The interquartile range of a normal distribution, in standard deviations. */
  private static final double QUARTILES = 1.349;

  /** Temperatures that are tried: from as it is to nearly the likeliest category alone. */
  private static final double[] TEMPERATURES = {1, 0.7, 0.5, 0.35, 0.25, 0.15, 0.1};

  private final TableModel model;
  private final Cells cells;
  private final int size;
  private final int[] firsts;
  private final Codes codes;
  private final int n;
  private final float[] values;
  private final boolean[] trusted;

  private DrawingFit(TableModel model, EncodedRows rows, Kernels kernels) {
    this.model = model;
    cells = rows.layout();
    size = cells.size();
    firsts = cells.firsts();
    codes = new Codes(model.trained(), kernels);
    n = (int) Math.min(ROWS, rows.count());
    values = new float[n * cells.count()];
    for (int i = 0; i < n; i++) {
      rows.cells(rows.count() * i / n, values, i * cells.count());
    }
    trusted = trusted(rows, kernels);
  }

  /** Which cells are there and not flagged. */
  private boolean[] trusted(EncodedRows rows, Kernels kernels) {
    CellJudge judge = model.newJudge(rows.spellings(), kernels);
    boolean[] trusted = new boolean[values.length];
    double threshold = model.calibration().threshold();
    for (int from = 0; from < n; from += judge.capacity()) {
      int k = Math.min(judge.capacity(), n - from);
      int at = from * cells.count();
      float[] part = Arrays.copyOfRange(values, at, at + judge.capacity() * cells.count());
      JudgedRows judged = model.judge(judge, part, k, TableModel.DEFAULT_PASSES);
      for (int i = 0; i < k * cells.count(); i++) {
        trusted[at + i] = judged.scores()[i] < threshold; // not where it is NaN
      }
    }
    return trusted;
  }

  /** Measures on the rows that a model was trained on. */
  static Drawing of(TableModel model, EncodedRows rows, long seed, Kernels kernels) {
    return new DrawingFit(model, rows, kernels).drawing(seed);
  }

  private Drawing drawing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TrainedModel networks = model.trained();
    int kappa = networks.vae().architecture().latent();
    float[] mean = new float[n * kappa];
    float[] deviation = new float[n * kappa];
    codes.encode(values, trusted, n, mean, deviation);
    float[] z = new float[n * kappa];
    for (int i = 0; i < z.length; i++) {
      z[i] = (float) (mean[i] + deviation[i] * Codes.normal(random));
    }
    float[] decoded = codes.decode(z, n);
    int kept = Math.min(CODES, n);
    double[][] means = new double[kept][];
    double[][] deviations = new double[kept][];
    for (int k = 0; k < kept; k++) {
      int at = (int) ((long) n * k / kept) * kappa;
      means[k] = row(mean, at, kappa);
      deviations[k] = row(deviation, at, kappa);
    }
    int numeric = cells.numeric();
    double[] noise = new double[numeric];
    double[] low = new double[numeric];
    double[] high = new double[numeric];
    for (int c = 0; c < numeric; c++) {
      measure(c, decoded, noise, low, high);
    }
    double[] temperature = new double[cells.count() - numeric];
    for (int c = numeric; c < cells.count(); c++) {
      temperature[c - numeric] = temperature(c, decoded);
    }
    return new Drawing(means, deviations, noise, low, high, temperature);
  }

  /** Five digits will do, and keep the file small. */
  private static double[] row(float[] all, int at, int length) {
    double[] row = new double[length];
    Arrays.setAll(row, j -> Math.rint(all[at + j] * 1e4) / 1e4);
    return row;
  }

  private void measure(int c, float[] decoded, double[] noise, double[] low, double[] high) {
    double[] residuals = new double[n];
    int known = 0;
    for (int i = 0; i < n; i++) {
      int at = i * cells.count() + c;
      if (trusted[at]) {
        residuals[known] = values[at] - decoded[i * size + c];
        low[c] = known == 0 ? values[at] : Math.min(low[c], values[at]);
        high[c] = known == 0 ? values[at] : Math.max(high[c], values[at]);
        known++;
      }
    }
    Arrays.sort(residuals, 0, known);
    if (known > 0) {
      int quarter = known / 4;
      noise[c] = (residuals[known - 1 - quarter] - residuals[quarter]) / QUARTILES;
    }
  }

  /** The temperature under which the categories that are there are likeliest, ρ of them wrong. */
  private double temperature(int c, float[] decoded) {
    int first = firsts[c];
    int width = firsts[c + 1] - first;
    double best = TEMPERATURES[0];
    double most = Double.NEGATIVE_INFINITY;
    double[] p = new double[width];
    for (double temperature : TEMPERATURES) {
      double likelihood = 0;
      for (int i = 0; i < n; i++) {
        int at = i * cells.count() + c;
        if (trusted[at] && values[at] < width) {
          Codes.softmax(decoded, i * size + first, width, temperature, p);
          double right = (1 - model.wrong()) * p[(int) values[at]];
          likelihood += Math.log(right + model.wrong() / width);
        }
      }
      if (likelihood > most) {
        most = likelihood;
        best = temperature;
      }
    }
    return best;
  }
}
