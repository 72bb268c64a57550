package org.ricvae.evaluate.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ricvae.paper.lab.Outcome;

/**
 * One table, cleaned with one seed.
 *
 * @param table its name
 * @param rows of the table
 * @param columns of the table
 * @param seed of the training
 * @param reachable share of the wrong cells that lie in columns which the model looks at: no recall
 *     is higher
 * @param all everything that {@code clean} writes, filled holes among it
 * @param flagged only what it takes for wrong: unlikely cells, and texts where a number belongs
 * @param seconds that it took
 */
public record TextCell(
    String table,
    int rows,
    int columns,
    long seed,
    double reachable,
    TextMetrics all,
    TextMetrics flagged,
    double seconds) {
  private static final String REACHABLE = "reachable";
  private static final String FLAGGED = "no_filling_";

  /** What is kept of a cleaning. */
  static Map<String, Object> values(double reachable, TextMetrics all, TextMetrics flagged) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(REACHABLE, reachable);
    put(values, "", all);
    put(values, FLAGGED, flagged);
    return values;
  }

  private static void put(Map<String, Object> values, String prefix, TextMetrics metrics) {
    values.put(prefix + "wrong", metrics.wrong());
    values.put(prefix + "flagged", metrics.flagged());
    values.put(prefix + "found", metrics.found());
    values.put(prefix + "repaired", metrics.repaired());
    values.put(prefix + "precision", metrics.precision());
    values.put(prefix + "recall", metrics.recall());
    values.put(prefix + "f1", metrics.f1());
    values.put(prefix + "repaired_share", metrics.repairedShare());
    values.put(prefix + "repair_recall", metrics.repairRecall());
    values.put(prefix + "repair_f1", metrics.repairF1());
  }

  static TextCell of(DirtyTable table, long seed, Outcome outcome) {
    return new TextCell(
        table.name(),
        table.dirty().size(),
        table.columns().size(),
        seed,
        outcome.number(REACHABLE),
        metrics(outcome, ""),
        metrics(outcome, FLAGGED),
        outcome.seconds());
  }

  private static TextMetrics metrics(Outcome outcome, String prefix) {
    return new TextMetrics(
        (int) outcome.number(prefix + "wrong"),
        (int) outcome.number(prefix + "flagged"),
        (int) outcome.number(prefix + "found"),
        (int) outcome.number(prefix + "repaired"),
        outcome.number(prefix + "precision"),
        outcome.number(prefix + "recall"),
        outcome.number(prefix + "f1"),
        outcome.number(prefix + "repaired_share"),
        outcome.number(prefix + "repair_recall"),
        outcome.number(prefix + "repair_f1"));
  }

  /** For the table of numbers. */
  Map<String, Object> row() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("table", table);
    row.put("rows", rows);
    row.put("columns", columns);
    row.put("seed", seed);
    row.putAll(values(reachable, all, flagged));
    row.put("seconds", seconds);
    return row;
  }
}
