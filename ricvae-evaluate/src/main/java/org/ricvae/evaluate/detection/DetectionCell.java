package org.ricvae.evaluate.detection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ricvae.evaluate.LabelledTable;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.use.Detection;
import org.ricvae.use.WithinClassScatter;

/**
 * One detector on one set with one seed.
 *
 * @param set its name
 * @param rows of the set
 * @param columns of the set, those that never change included
 * @param outliers among the rows
 * @param detector its name
 * @param seed of its randomness
 * @param auc area under the ROC curve
 * @param averagePrecision area under precision over recall, as {@link Detection} has it
 * @param f1 of the outliers, at the detector's own threshold, if it has one, or by scatter
 * @param scatterF1 of the outliers, at the threshold of least scatter within classes
 * @param flagged share of the rows above the threshold of {@code f1}
 * @param seconds that it took
 */
public record DetectionCell(
    String set,
    int rows,
    int columns,
    int outliers,
    String detector,
    long seed,
    double auc,
    double averagePrecision,
    double f1,
    double scatterF1,
    double flagged,
    double seconds) {

  /** What is kept of scores. */
  static Map<String, Object> measure(LabelledTable table, Scores scores) {
    Detection own = Detection.of(scores.values(), table.outlier(), scores.effectiveThreshold());
    Detection scatter =
        Detection.of(
            scores.values(), table.outlier(), WithinClassScatter.threshold(scores.values()));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("auc", own.rocAuc());
    values.put("average_precision", own.averagePrecision());
    values.put("f1", own.f1());
    values.put("scatter_f1", scatter.f1());
    values.put("flagged", (double) own.flagged() / own.samples());
    return values;
  }

  static DetectionCell of(LabelledTable table, Detector detector, long seed, Outcome outcome) {
    return new DetectionCell(
        table.name(),
        table.rows().rows(),
        table.rows().columns(),
        table.outliers(),
        detector.name(),
        seed,
        outcome.number("auc"),
        outcome.number("average_precision"),
        outcome.number("f1"),
        outcome.number("scatter_f1"),
        outcome.number("flagged"),
        outcome.seconds());
  }

  /** For the table of numbers. */
  Map<String, Object> row() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("set", set);
    row.put("rows", rows);
    row.put("columns", columns);
    row.put("outliers", outliers);
    row.put("detector", detector);
    row.put("seed", seed);
    row.put("auc", auc);
    row.put("average_precision", averagePrecision);
    row.put("f1", f1);
    row.put("scatter_f1", scatterF1);
    row.put("flagged", flagged);
    row.put("seconds", seconds);
    return row;
  }
}
