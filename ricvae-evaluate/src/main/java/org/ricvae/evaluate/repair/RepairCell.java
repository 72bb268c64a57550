package org.ricvae.evaluate.repair;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ricvae.paper.lab.Outcome;

/**
 * One method on one table with one share of errors and one seed.
 *
 * @param table its name
 * @param rows of the table
 * @param columns of the table
 * @param share of the cells that have an error
 * @param repairer its name
 * @param seed of the errors and of the method's randomness
 * @param own at the method's own flags
 * @param best as if it had chosen the threshold with the highest F1
 * @param seconds that it took
 */
public record RepairCell(
    String table,
    int rows,
    int columns,
    double share,
    String repairer,
    long seed,
    RepairMetrics own,
    RepairMetrics best,
    double seconds) {
  private static final String BEST = "best_threshold_";

  /** F1 of the wrong cells, at the method's own flags. */
  public double f1() {
    return own.f1();
  }

  /** The capped error of repair, at the method's own flags. */
  public double error() {
    return own.cappedRmse();
  }

  /** What is kept of a repair. */
  static Map<String, Object> values(RepairMetrics own, RepairMetrics best) {
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, "", own);
    put(values, BEST, best);
    return values;
  }

  private static void put(Map<String, Object> values, String prefix, RepairMetrics metrics) {
    values.put(prefix + "precision", metrics.precision());
    values.put(prefix + "recall", metrics.recall());
    values.put(prefix + "f1", metrics.f1());
    values.put(prefix + "rmse", metrics.rmse());
    values.put(prefix + "capped_rmse", metrics.cappedRmse());
    values.put(prefix + "median_error", metrics.medianError());
    values.put(prefix + "damage", metrics.damage());
    metrics.recalls().forEach((kind, recall) -> values.put(prefix + key(kind), recall));
  }

  static RepairCell of(
      NumericTable table, double share, Repairer repairer, long seed, Outcome outcome) {
    return new RepairCell(
        table.name(),
        table.clean().rows(),
        table.clean().columns(),
        share,
        repairer.name(),
        seed,
        metrics(outcome, ""),
        metrics(outcome, BEST),
        outcome.seconds());
  }

  private static RepairMetrics metrics(Outcome outcome, String prefix) {
    Map<ErrorKind, Double> recalls = new EnumMap<>(ErrorKind.class);
    for (ErrorKind kind : ErrorKind.values()) {
      if (outcome.has(prefix + key(kind))) {
        recalls.put(kind, outcome.number(prefix + key(kind)));
      }
    }
    return new RepairMetrics(
        outcome.number(prefix + "precision"),
        outcome.number(prefix + "recall"),
        outcome.number(prefix + "f1"),
        recalls,
        outcome.number(prefix + "rmse"),
        outcome.number(prefix + "capped_rmse"),
        outcome.number(prefix + "median_error"),
        outcome.number(prefix + "damage"));
  }

  private static String key(ErrorKind kind) {
    return "recall_" + kind.name().toLowerCase(Locale.ROOT);
  }

  /** For the table of numbers. */
  Map<String, Object> row() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("table", table);
    row.put("rows", rows);
    row.put("columns", columns);
    row.put("share", share);
    row.put("repairer", repairer);
    row.put("seed", seed);
    row.putAll(values(own, best));
    row.put("seconds", seconds);
    return row;
  }
}
