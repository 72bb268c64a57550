package org.ricvae.table.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ricvae.data.InputException;

/**
 * How far flags can be trusted, measured by injected errors and without labels.
 *
 * <p>In a column, a share T(q) of the cells as they are scores at least q, and a share W(q) of the
 * injected errors. If a share π is wrong, T = (1 − π) F + π W with F the share of false alarms. No
 * error lies where F is 0, so π is at most the least T / W (the estimate of a mixture's proportion
 * by Blanchard, Lee and Scott, 2010); then F follows. Columns of few rows lean on the others.
 *
 * @param cells by cell
 * @param wrongShares π of each cell's column
 * @param threshold score from which a cell is flagged by default: where the expected F1 of all
 *     flags, 2 Σ H / (Σ T + Σ π), is largest; H is the share of all cells that are flagged and
 *     wrong, by their odds
 */
public record Calibration(List<CellCalibration> cells, List<Double> wrongShares, double threshold) {
  /** Scores that few of the injected errors reach say nothing of π. */
  private static final double LEAST_POWER = 0.4;

  /** Wrong cells must be the smaller part, or nothing says what is right. */
  private static final double MOST_WRONG = 0.4;

  /**
   * Where categories follow from nothing, right ones look like injected errors, and the least T / W
   * is large and says nothing: beyond this, a categorical column is taken to be like the others.
   */
  private static final double MOST_WRONG_OF_CATEGORIES = 0.1;

  /** The other columns' π counts like that of so many cells. */
  private static final double PRIOR_CELLS = 200;

  /** Scores up to 7 are tried: {@link CellCalibration} gives no larger ones. */
  private static final int LEVELS = 70;

  /** Copies the lists. */
  public Calibration {
    cells = List.copyOf(cells);
    wrongShares = List.copyOf(wrongShares);
    if (cells.size() != wrongShares.size()
        || wrongShares.stream().anyMatch(share -> !(share > 0 && share <= MOST_WRONG))) {
      throw new InputException(
          "a calibration of %d cells with shares %s of wrong ones"
              .formatted(cells.size(), wrongShares));
    }
  }

  /**
   * Estimates each column's π and the threshold.
   *
   * @param odds of each column, its π not yet in them
   * @param known cells of each column that were looked at
   * @param numeric how many of the columns are numbers; they come first
   */
  static Calibration of(List<CellCalibration> odds, int[] known, int numeric) {
    double[] own = odds.stream().mapToDouble(Calibration::wrong).toArray();
    int[] weight = known.clone();
    for (int c = numeric; c < own.length; c++) {
      weight[c] = own[c] > MOST_WRONG_OF_CATEGORIES ? 0 : known[c];
    }
    double all = 0;
    double weights = 0;
    for (int c = 0; c < own.length; c++) {
      all += weight[c] * own[c];
      weights += weight[c];
    }
    double common = weights > 0 ? all / weights : MOST_WRONG_OF_CATEGORIES;
    List<Double> shares = new ArrayList<>();
    List<CellCalibration> cells = new ArrayList<>();
    for (int c = 0; c < own.length; c++) {
      double share = (weight[c] * own[c] + PRIOR_CELLS * common) / (weight[c] + PRIOR_CELLS);
      shares.add(share);
      cells.add(odds.get(c).with(share));
    }
    Calibration calibration = new Calibration(cells, shares, 0);
    return new Calibration(cells, shares, calibration.best());
  }

  /** The least T / W of a column. */
  private static double wrong(CellCalibration cell) {
    double least = MOST_WRONG;
    for (int k = 0; k < cell.from().length; k++) {
      if (cell.injected()[k] >= LEAST_POWER) {
        least = Math.min(least, cell.cells()[k] / cell.injected()[k]);
      }
    }
    return least;
  }

  private double best() {
    double best = -1;
    double threshold = Double.POSITIVE_INFINITY;
    for (double q : levels()) {
      double hits = sum(c -> cells.get(c).hitsFrom(q));
      double f1 = 2 * hits / (sum(c -> cells.get(c).cellsFrom(q)) + sum(wrongShares::get));
      if (f1 > best) {
        best = f1;
        threshold = q;
      }
    }
    return threshold;
  }

  private double sum(ToDoubleFunction<Integer> ofCell) {
    return IntStream.range(0, cells.size()).boxed().mapToDouble(ofCell).sum();
  }

  /** The thresholds that are tried: a tenth of a unit of log odds apart. */
  private static double[] levels() {
    return IntStream.rangeClosed(-LEVELS, LEVELS).mapToDouble(i -> i / 10.0).toArray();
  }

  /** The estimated share of wrong cells in all. */
  public double wrong() {
    return sum(wrongShares::get) / cells.size();
  }

  /** The lowest threshold at which the estimated share of false alarms is at most so large. */
  public double thresholdFor(double falseAlarms) {
    for (double q : levels()) {
      if (sum(c -> falseAlarms(c, q)) / cells.size() <= falseAlarms) {
        return q;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** The estimated share of right cells of a column that are flagged at a threshold. */
  public double falseAlarms(int cell, double q) {
    CellCalibration c = cells.get(cell);
    double share = wrongShares.get(cell);
    return Math.max(0, (c.cellsFrom(q) - share * c.injectedFrom(q)) / (1 - share));
  }

  /** The share of injected errors of a column that are flagged at a threshold. */
  public double power(int cell, double q) {
    return cells.get(cell).injectedFrom(q);
  }
}
