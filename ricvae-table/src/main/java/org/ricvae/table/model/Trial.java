package org.ricvae.table.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.table.schema.EncodedRows;
import org.ricvae.table.schema.Schema;
import org.ricvae.use.TrainedModel;
import org.ricvae.use.WithinClassScatter;

/**
 * Puts a trained model to the test on its own data: how far cells usually lie from what the others
 * say, and how well injected errors stand out from that.
 */
final class Trial {
  /** Rows that are looked at, spread over the table. */
  private static final int ROWS = 4_000;

  /** Share of the cells that are made wrong at a time. */
  private static final double INJECTED = 0.05;

  /** Injected errors a column that are wanted, and rounds that are made for them at most. */
  private static final int ERRORS = 400;

  private static final int MOST_ROUNDS = 40;

  /** Errors in all columns together: so many columns tell each other enough of what errors are. */
  private static final int MOST_ERRORS = 100_000;

  /** From the median of |x − μ| to a normal deviation. */
  private static final double NORMAL = 1.4826;

  /** The least scales: what the model cannot resolve, in robust deviations of the column. */
  private static final double LEAST = 0.02;

  private static final double LEAST_ROW = 0.02;

  /** The share of cells within the interval of what is expected. */
  private static final double INTERVAL = 0.9;

  private final Schema schema;
  private final EncodedRows rows;
  private final TableOptions options;
  private final WorkerTeam team;
  private final CellJudge[] judges;
  private final int cells;
  private final int numeric;
  private final int n;
  private final float[] values;

  Trial(
      Schema schema,
      EncodedRows rows,
      TrainedModel model,
      TableOptions options,
      Kernels kernels,
      WorkerTeam team) {
    this.schema = schema;
    this.rows = rows;
    this.options = options;
    this.team = team;
    judges = new CellJudge[team.size()];
    for (int i = 0; i < judges.length; i++) {
      judges[i] = new CellJudge(model, rows.spellings(), kernels, options.wrong(), options.seed());
    }
    cells = rows.layout().count();
    numeric = rows.layout().numeric();
    n = (int) Math.min(ROWS, rows.count());
    values = new float[n * cells];
    for (int i = 0; i < n; i++) {
      rows.cells(rows.count() * i / n, values, i * cells);
    }
  }

  Judgement judgement() {
    float[] distances = judge(values, ResidualScales.ones(numeric), 1).scores();
    double[] cell = scales(distances, NORMAL, LEAST, 0.5);
    double[] interval = scales(distances, 1, LEAST, INTERVAL);
    ResidualScales scales =
        new ResidualScales(cell, laplace(distancesFromPrior()), laplace(distances), interval);
    JudgedRows original = judge(values, scales, TableModel.DEFAULT_PASSES);
    return new Judgement(
        schema,
        scales,
        calibration(scales, original.scores()),
        WithinClassScatter.threshold(original.rowScores()),
        options.wrong(),
        options.seed());
  }

  private float[] distancesFromPrior() {
    float[] distances = new float[n * cells];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < numeric; c++) {
        int at = i * cells + c;
        distances[at] = Math.abs(values[at] - judges[0].prior(c));
      }
    }
    return distances;
  }

  private Calibration calibration(ResidualScales scales, float[] original) {
    double wanted = Math.min(ERRORS, (double) MOST_ERRORS / cells);
    int rounds = (int) Math.max(1, Math.min(MOST_ROUNDS, Math.ceil(wanted / (INJECTED * n))));
    List<List<Float>> wrong = new ArrayList<>();
    for (int c = 0; c < cells; c++) {
      wrong.add(new ArrayList<>());
    }
    ErrorInjection injection = new ErrorInjection(schema, rows);
    for (int round = 0; round < rounds; round++) {
      SplittableRandom random = new SplittableRandom(options.seed() + round);
      float[] dirty = values.clone();
      boolean[] changed = new boolean[dirty.length];
      for (int i = 0; i < n; i++) {
        injection.inject(dirty, i * cells, INJECTED, random, changed);
      }
      float[] distances = judge(dirty, scales, TableModel.DEFAULT_PASSES).scores();
      for (int i = 0; i < dirty.length; i++) {
        if (changed[i]) {
          wrong.get(i % cells).add(distances[i]);
        }
      }
    }
    List<double[]> columns = new ArrayList<>();
    List<double[]> errors = new ArrayList<>();
    for (int c = 0; c < cells; c++) {
      columns.add(column(original, c));
      errors.add(wrong.get(c).stream().mapToDouble(Float::doubleValue).toArray());
    }
    CellCalibration.Pool numbers = pool(columns, errors, 0, numeric);
    CellCalibration.Pool categories = pool(columns, errors, numeric, cells);
    List<CellCalibration> all = new ArrayList<>();
    for (int c = 0; c < cells; c++) {
      CellCalibration.Pool pool = c < numeric ? numbers : categories;
      all.add(CellCalibration.fit(columns.get(c), errors.get(c), pool));
    }
    return Calibration.of(
        all, columns.stream().mapToInt(column -> column.length).toArray(), numeric);
  }

  private static CellCalibration.Pool pool(
      List<double[]> columns, List<double[]> errors, int from, int to) {
    return new CellCalibration.Pool(
        columns.subList(from, to).stream().flatMapToDouble(Arrays::stream).toArray(),
        errors.subList(from, to).stream().flatMapToDouble(Arrays::stream).toArray());
  }

  /** Takes the rows to the judges of all workers. */
  private JudgedRows judge(float[] from, ResidualScales scales, int passes) {
    JudgedRows all =
        new JudgedRows(n, cells, from, new float[n * cells], new float[n * cells], new double[n]);
    int chunk = judges[0].capacity();
    team.run(
        worker -> {
          for (int at = team.next() * chunk; at < n; at = team.next() * chunk) {
            int rowsOfPart = Math.min(chunk, n - at);
            float[] part = Arrays.copyOfRange(from, at * cells, (at + rowsOfPart) * cells);
            judges[worker].judge(part, rowsOfPart, scales, passes).copyTo(all, at);
          }
        });
    return all;
  }

  /** A quantile of the known residuals of each numeric cell, times a factor, plus the least. */
  private double[] scales(float[] residuals, double factor, double least, double quantile) {
    double[] scales = new double[numeric];
    for (int c = 0; c < numeric; c++) {
      double[] column = column(residuals, c);
      Arrays.sort(column);
      scales[c] =
          least
              + (column.length == 0 ? 1 : factor * column[(int) (quantile * (column.length - 1))]);
    }
    return scales;
  }

  /** Laplace's scale of each numeric cell: the mean of |x − μ|, its likeliest value. */
  private double[] laplace(float[] residuals) {
    double[] scales = new double[numeric];
    for (int c = 0; c < numeric; c++) {
      scales[c] = LEAST_ROW + Arrays.stream(column(residuals, c)).average().orElse(1);
    }
    return scales;
  }

  private double[] column(float[] all, int c) {
    double[] column = new double[n];
    int known = 0;
    for (int i = 0; i < n; i++) {
      if (!Float.isNaN(all[i * cells + c])) {
        column[known++] = all[i * cells + c];
      }
    }
    return Arrays.copyOf(column, known);
  }
}
