package org.ricvae.cli.table;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Workers;
import org.ricvae.cli.output.Json;
import org.ricvae.cli.output.Progress;
import org.ricvae.table.clean.CleanOptions;
import org.ricvae.table.clean.RowSummary;
import org.ricvae.table.clean.TableScorer;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.TableModel;
import org.ricvae.use.Detection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae score TABLE}: how unlikely each row is, and which cells make it so. */
@Command(
    name = "score",
    customSynopsis = "ricvae score TABLE -o SCORES.csv [-m MODEL] [OPTION...]",
    description = {
      "Writes row, score, flag, and for flagged rows because: the cells that made it so, with what was expected and where nine of ten such values lie.",
      "The score is the mean surprise of the row's cells; the threshold was found in training, without labels. Without -m, a model is trained on the table first."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ricvae score orders.csv -o scores.csv --cells cells.csv --report scores.html",
      "  ricvae score claims.csv -m model -o scores.csv --label fraud --json",
    })
final class TableScoreCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin TableReading reading;
  @Mixin TableModelPlace place;
  @Mixin Workers workers;
  @Mixin Reporting reporting;

  @Parameters(paramLabel = "TABLE", description = "A table with the columns of the training's.")
  Path data;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "SCORES",
      required = true,
      description = "The scores, as CSV.")
  Path output;

  @Option(
      names = "-M",
      paramLabel = "PASSES",
      defaultValue = "" + TableModel.DEFAULT_PASSES,
      description =
          "Passes in which the cells are judged that explain a row (default: ${DEFAULT-VALUE}).")
  int passes;

  @Option(
      names = "--cells",
      paramLabel = "FILE",
      description =
          "Where to write the score of each cell as CSV, a line a cell: row, column, value, score (log odds that it is wrong), flag, what was expected, and where nine of ten such values lie.")
  Path cells;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description =
          "The column with the truth: 0 or empty for what belongs, anything else for an outlier. Adds ROC-AUC, average precision and F1 (default: none; of an .npz, y).")
  String label;

  @Option(names = "--overwrite", description = "Replace what is there already.")
  boolean overwrite;

  @Option(names = "--json", description = "Print counts and the evaluation as JSON.")
  boolean json;

  @Override
  public Integer call() {
    CleanOptions options = new CleanOptions(OptionalDouble.empty(), passes, workers.threads());
    reporting.among(new Outputs(data).with("-o", output).with("--cells", cells)).check(overwrite);
    TableFile table = reading.open(data, common::note);
    TableScorer.requireColumn(table, label);
    Trained trained = place.of(table, workers.threads(), common);
    try (TableScorer scorer = new TableScorer(table, trained.model(), label, output, cells);
        Progress progress = common.progress()) {
      TableReading.begin(progress, "scoring", table);
      Optional<Detection> detection = scorer.run(options, progress::at);
      progress.end();
      reporting.write(TableReport.of(data, trained).with(scorer.summary(), detection), common);
      print(scorer.summary(), trained.model().rowThreshold(), detection);
    }
    return 0;
  }

  private void print(RowSummary rows, double threshold, Optional<Detection> detection) {
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("output", output.toString());
      fields.put("rows", rows.rows());
      fields.put("flagged", rows.flagged());
      fields.put("threshold", threshold);
      detection.ifPresent(
          d -> {
            fields.put("outliers", d.outliers());
            fields.put("roc_auc", d.rocAuc());
            fields.put("average_precision", d.averagePrecision());
            fields.put("precision", d.precision());
            fields.put("recall", d.recall());
            fields.put("f1", d.f1());
          });
      common.print(Json.pretty(fields));
      return;
    }
    common.note("%s: %d of %d rows are flagged".formatted(output, rows.flagged(), rows.rows()));
    detection.ifPresent(
        d ->
            common.print(
                String.format(
                    Locale.ROOT,
                    "ROC-AUC %.4f, average precision %.4f, F1 %.4f, %d outliers",
                    d.rocAuc(),
                    d.averagePrecision(),
                    d.f1(),
                    d.outliers())));
  }
}
