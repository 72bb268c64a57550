package org.ricvae.cli.table;

import java.nio.file.Files;
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
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;
import org.ricvae.table.clean.CleanOptions;
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
      "  ricvae score orders.csv -o scores.csv",
      "  ricvae score claims.csv -m model -o scores.csv --label fraud --json",
    })
final class TableScoreCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin TableReading reading;
  @Mixin TableModelPlace place;
  @Mixin Workers workers;

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
      names = "--label",
      paramLabel = "COLUMN",
      description =
          "The column with the truth: 0 or empty for what belongs, anything else for an outlier. Adds ROC-AUC, average precision and F1.")
  String label;

  @Option(names = "--overwrite", description = "Replace what is there already.")
  boolean overwrite;

  @Option(names = "--json", description = "Print counts and the evaluation as JSON.")
  boolean json;

  @Override
  public Integer call() {
    CleanOptions options = new CleanOptions(OptionalDouble.empty(), passes, workers.threads());
    if (Files.exists(output) && !overwrite) {
      throw new InputException(
          "%s is there already; choose another name, or --overwrite it".formatted(output));
    }
    TableFile table = reading.open(data, common::note);
    TableScorer.requireColumn(table, label);
    AtomicFile.open(output).close();
    TableModel model = place.of(table, workers.threads(), common);
    try (TableScorer scorer = new TableScorer(table, model, label, output);
        Progress progress = common.progress()) {
      TableReading.begin(progress, "scoring", table);
      Optional<Detection> detection = scorer.run(options, progress::at);
      progress.end();
      print(scorer, model.rowThreshold(), detection);
    }
    return 0;
  }

  private void print(TableScorer scorer, double threshold, Optional<Detection> detection) {
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("output", output.toString());
      fields.put("rows", scorer.rows());
      fields.put("flagged", scorer.flagged());
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
    common.note("%s: %d of %d rows are flagged".formatted(output, scorer.flagged(), scorer.rows()));
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
