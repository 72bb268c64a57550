package org.ricvae.evaluate.repair;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.ricvae.baseline.Matrix;

/**
 * How well a method found and repaired errors that are known. Errors of repair are in units of the
 * clean column's robust standard deviation ({@link ColumnScales}), over the wrong cells and the
 * holes; holes count in repair only.
 *
 * @param precision share of wrong cells among the flagged; 0 where none is flagged
 * @param recall share of flagged among the wrong cells; 0 where none is wrong
 * @param f1 their harmonic mean; 0 where both are
 * @param recalls share of flagged cells, of each kind of error that occurs, holes left out
 * @param rmse root mean squared error of repair; one cell left a thousand times too large decides
 *     it
 * @param cappedRmse the same with each error at most {@link #CAP}
 * @param medianError median absolute error of repair
 * @param damage root mean squared change of the cells that were right
 */
public record RepairMetrics(
    double precision,
    double recall,
    double f1,
    Map<ErrorKind, Double> recalls,
    double rmse,
    double cappedRmse,
    double medianError,
    double damage) {
  /** The most that an error counts in {@link #cappedRmse}: beyond it a value is plainly wrong. */
  public static final double CAP = 5;

  /** Compares a repair with the truth, at the method's own flags. */
  public static RepairMetrics of(Matrix clean, DirtyCells cells, Repair repair) {
    long flagged = 0;
    long wrong = 0;
    Map<ErrorKind, long[]> found = new EnumMap<>(ErrorKind.class);
    for (int cell = 0; cell < cells.kinds().length; cell++) {
      boolean flag = repair.flags()[cell];
      flagged += flag && !cells.isHole(cell) ? 1 : 0;
      if (cells.isWrong(cell)) {
        wrong++;
        long[] tally = found.computeIfAbsent(cells.kinds()[cell], kind -> new long[2]);
        tally[0] += flag ? 1 : 0;
        tally[1]++;
      }
    }
    long hits = found.values().stream().mapToLong(tally -> tally[0]).sum();
    Map<ErrorKind, Double> recalls = new EnumMap<>(ErrorKind.class);
    found.forEach((kind, tally) -> recalls.put(kind, (double) tally[0] / tally[1]));
    return errors(clean, cells, repair.repaired(cells.dirty()))
        .build(share(hits, flagged), share(hits, wrong), share(2 * hits, flagged + wrong), recalls);
  }

  /** The same, as if the method had chosen the threshold with the highest F1: an upper bound. */
  public static RepairMetrics atBestThreshold(Matrix clean, DirtyCells cells, Repair repair) {
    int n = cells.kinds().length;
    int[] known = IntStream.range(0, n).filter(c -> !cells.isHole(c)).toArray();
    Integer[] order = Arrays.stream(known).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(repair.scores()[b], repair.scores()[a]));
    long wrong = Arrays.stream(known).filter(cells::isWrong).count();
    double best = 0;
    double threshold = Double.POSITIVE_INFINITY;
    long hits = 0;
    for (int k = 0; k < order.length; k++) {
      hits += cells.isWrong(order[k]) ? 1 : 0;
      double score = repair.scores()[order[k]];
      boolean last = k + 1 == order.length || repair.scores()[order[k + 1]] < score;
      double f1 = share(2 * hits, k + 1 + wrong);
      if (last && f1 > best) {
        best = f1;
        threshold = score;
      }
    }
    boolean[] flags = new boolean[n];
    for (int cell : known) {
      flags[cell] = repair.scores()[cell] >= threshold;
    }
    return of(clean, cells, new Repair(repair.scores(), flags, repair.estimates()));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private record Errors(double rmse, double cappedRmse, double medianError, double damage) {
    RepairMetrics build(
        double precision, double recall, double f1, Map<ErrorKind, Double> recalls) {
      return new RepairMetrics(
          precision, recall, f1, recalls, rmse, cappedRmse, medianError, damage);
    }
  }

  private static Errors errors(Matrix clean, DirtyCells cells, Matrix repaired) {
    double[] scales = ColumnScales.of(clean).scales();
    double[] errors = new double[cells.kinds().length];
    int bad = 0;
    double squares = 0;
    double capped = 0;
    double changes = 0;
    for (int cell = 0; cell < errors.length; cell++) {
      double difference = repaired.values()[cell] - clean.values()[cell];
      double error = Math.abs(difference) / scales[cell % clean.columns()];
      if (cells.kinds()[cell] == null) {
        changes += error * error;
      } else {
        errors[bad++] = error;
        squares += error * error;
        capped += Math.pow(Math.min(CAP, error), 2);
      }
    }
    int right = errors.length - bad;
    return new Errors(
        Math.sqrt(squares / Math.max(1, bad)),
        Math.sqrt(capped / Math.max(1, bad)),
        bad == 0 ? 0 : ColumnScales.median(Arrays.copyOf(errors, bad)),
        Math.sqrt(changes / Math.max(1, right)));
  }
}
