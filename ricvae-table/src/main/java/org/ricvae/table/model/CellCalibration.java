package org.ricvae.table.model;

import java.util.Arrays;
import org.ricvae.data.InputException;

/**
 * What a cell's distance from the expected says of it, in one column: known errors were injected,
 * and the distances of the injected cells are held against those of the cells as they are.
 *
 * @param from where the steps of the distance begin, ascending
 * @param logOdds of each step: at first log of (density of the injected / density of the cells as
 *     they are); with the column's share of wrong cells, that a cell is wrong
 * @param cells share of the cells as they are that lie in the step or beyond
 * @param injected share of the injected ones likewise: the power at this step
 */
public record CellCalibration(double[] from, double[] logOdds, double[] cells, double[] injected) {
  /** Odds are not taken to be farther from even than this: there are never enough cells to know. */
  private static final double MOST_ODDS = 1e3;

  /** Distances of the same step are told apart by this, so that scores have no ties. */
  private static final double TIE = 1e-3;

  /** Checks that the arrays belong together. */
  public CellCalibration {
    if (from.length == 0
        || logOdds.length != from.length
        || cells.length != from.length
        || injected.length != from.length) {
      throw new InputException("a calibration with steps of different lengths, or none");
    }
  }

  /**
   * So many times as far as the {@link #BULK} of a column's cells is as far as any: most injected
   * errors in a column that the others tell exactly are thousands of deviations out, which must not
   * speak for a cell that is but a few hundred out.
   */
  private static final double FAR = 60;

  /** The share of a column's cells that are right, whatever else is known. */
  private static final double BULK = 0.9;

  /** What all columns of a kind say together counts like so many cells of one: few say little. */
  private static final double PRIOR_CELLS = 200;

  /** Of all columns' distances, so many stand for all. */
  private static final int POOLED = 1_000;

  /** Distances of all columns of a kind, as they are and injected; sorted. */
  record Pool(double[] original, double[] wrong) {
    static final Pool EMPTY = new Pool(new double[0], new double[0]);

    Pool {
      original = spread(original);
      wrong = spread(wrong);
    }

    private static double[] spread(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      if (sorted.length <= POOLED) {
        return sorted;
      }
      double[] some = new double[POOLED];
      Arrays.setAll(some, i -> sorted[(int) ((i + 0.5) * sorted.length / POOLED)]);
      return some;
    }
  }

  private static double[] capped(double[] distances, double most) {
    return Arrays.stream(distances).map(distance -> Math.min(most, distance)).toArray();
  }

  /** Beyond this no distance of the column says more than this. */
  private static double far(double[] originals) {
    double[] sorted = originals.clone();
    Arrays.sort(sorted);
    return FAR * Math.max(1, sorted[(int) (BULK * (sorted.length - 1))]);
  }

  /** {@link #fit(double[], double[], Pool)} for a column on its own. */
  static CellCalibration fit(double[] original, double[] wrong) {
    return fit(original, wrong, Pool.EMPTY);
  }

  /**
   * Fits one column.
   *
   * @param originals distances of the cells as they are
   * @param wrongs distances of injected errors
   * @param pool what the columns of its kind say together
   */
  static CellCalibration fit(double[] originals, double[] wrongs, Pool pool) {
    if (originals.length == 0 || wrongs.length == 0) {
      return new CellCalibration(
          new double[] {0}, new double[] {0}, new double[] {1}, new double[] {1});
    }
    double most = far(originals);
    double[] original = capped(originals, most);
    double[] wrong = capped(wrongs, most);
    // One more cell as far out as any: else chance alone would set the largest injected ones apart.
    double[] cells = Arrays.copyOf(original, original.length + 1);
    cells[original.length] =
        Math.max(Arrays.stream(original).max().orElse(0), Arrays.stream(wrong).max().orElse(0));
    Points points =
        new Points(cells.length + wrong.length + pool.original.length + pool.wrong.length);
    points.add(cells, 0, cells.length);
    points.add(wrong, 1, cells.length);
    points.add(capped(pool.original, most), 0, PRIOR_CELLS);
    points.add(capped(pool.wrong, most), 1, PRIOR_CELLS);
    Isotonic.Steps steps = Isotonic.fit(points.x, points.y, points.weight);
    int count = steps.from().length;
    double[] logOdds = new double[count];
    double[] shares = new double[count];
    double[] injected = new double[count];
    Arrays.sort(cells);
    Arrays.sort(wrong);
    for (int k = 0; k < count; k++) {
      double p = steps.value()[k];
      double odds = Math.max(1 / MOST_ODDS, Math.min(MOST_ODDS, p / (1 - p)));
      logOdds[k] = Math.log(odds);
      shares[k] = tail(cells, steps.from()[k]);
      injected[k] = tail(wrong, steps.from()[k]);
    }
    return new CellCalibration(steps.from(), logOdds, shares, injected);
  }

  /** What is fitted: distances, 1 for an injected error, weights. */
  private static final class Points {
    private final double[] x;
    private final double[] y;
    private final double[] weight;
    private int n;

    Points(int size) {
      x = new double[size];
      y = new double[size];
      weight = new double[size];
    }

    void add(double[] distances, double wrong, double mass) {
      for (double distance : distances) {
        x[n] = distance;
        y[n] = wrong;
        weight[n++] = mass / distances.length;
      }
    }
  }

  /** The share of sorted values that are at least so large. */
  private static double tail(double[] sorted, double from) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) (sorted.length - low) / sorted.length;
  }

  /**
   * With the share π of wrong cells in the odds: the probability that a cell is wrong is π times
   * the ratio of the densities, so that what is flagged first is what is surest, whatever the
   * column.
   */
  CellCalibration with(double wrong) {
    double[] posterior = new double[logOdds.length];
    for (int k = 0; k < posterior.length; k++) {
      double p = Math.max(1 / MOST_ODDS, Math.min(1 - 1 / MOST_ODDS, wrong * Math.exp(logOdds[k])));
      posterior[k] = Math.log(p / (1 - p));
    }
    return new CellCalibration(from, posterior, cells, injected);
  }

  /** Log odds that a cell is wrong. */
  double score(double distance) {
    int k = Arrays.binarySearch(from, distance);
    int step = Math.max(0, k >= 0 ? k : -k - 2);
    return logOdds[step] + TIE * Math.log1p(distance);
  }

  /** The first step whose log odds are at least so large; the number of steps if there is none. */
  int step(double threshold) {
    int k = 0;
    while (k < logOdds.length && logOdds[k] < threshold) {
      k++;
    }
    return k;
  }

  /** The share of the cells as they are with such log odds. */
  double cellsFrom(double threshold) {
    int k = step(threshold);
    return k < cells.length ? cells[k] : 0;
  }

  /**
   * The share of the cells as they are that have such log odds and are wrong, by these odds. Not π
   * times the injected errors there: real errors need not lie where most of the injected ones do.
   */
  double hitsFrom(double threshold) {
    double hits = 0;
    for (int k = step(threshold); k < logOdds.length; k++) {
      double here = cells[k] - (k + 1 < cells.length ? cells[k + 1] : 0);
      hits += here / (1 + Math.exp(-logOdds[k]));
    }
    return hits;
  }

  /** The share of the injected errors with such log odds. */
  double injectedFrom(double threshold) {
    int k = step(threshold);
    return k < injected.length ? injected[k] : 0;
  }
}
