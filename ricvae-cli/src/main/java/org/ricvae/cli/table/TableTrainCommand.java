package org.ricvae.cli.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Workers;
import org.ricvae.cli.output.Json;
import org.ricvae.cli.training.EventLog;
import org.ricvae.data.InputException;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.model.TableOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae train TABLE}: from a dirty table to a model. */
@Command(
    name = "train",
    customSynopsis = "ricvae train TABLE -o MODEL [OPTION...]",
    description = {
      "Learns what the cells of a table say of each other, wrong and missing ones and all. Takes .csv, .tsv, .txt, .jsonl, .ndjson (also .gz), .parquet, and .npz with a matrix X and labels y, which are left out of the training.",
      "What the columns are is found in the file and told; what is told wrong can be set right.",
      "Writes a folder with config.json, weights.safetensors, table.json and training.jsonl, a line an event."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ricvae train orders.csv -o model --report model.html",
      "  ricvae train orders.csv -o model --categorical zip,branch --ignore order_id",
    })
final class TableTrainCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin TableReading reading;
  @Mixin TableRecipe recipe;
  @Mixin Workers workers;
  @Mixin Reporting reporting;

  @Parameters(paramLabel = "TABLE", description = "The table, dirt and all.")
  Path data;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL",
      required = true,
      description = "Folder that takes the model.")
  Path folder;

  @Option(names = "--overwrite", description = "Replace the model that is there already.")
  boolean overwrite;

  @Option(names = "--json", description = "Print a summary as JSON.")
  boolean json;

  @Override
  public Integer call() {
    TableOptions options = recipe.options(workers.threads());
    if (Files.exists(folder.resolve("config.json")) && !overwrite) {
      throw new InputException(
          "there is a model in %s already; choose another folder, or --overwrite it"
              .formatted(folder));
    }
    TableModel.requireWritable(folder, Set.of(EventLog.FILE));
    reporting.among(new Outputs(data)).check(overwrite);
    TableFile table = reading.open(data, common::note);
    EventLog log = new EventLog();
    Trained trained = TableTraining.train(table, recipe.schema(), options, log, common);
    trained.model().save(folder, Map.of(EventLog.FILE, log.bytes()));
    reporting.write(TableReport.of(data, trained), common);
    print(trained.model());
    return 0;
  }

  private void print(TableModel model) {
    if (!json) {
      common.note("%s: saved".formatted(folder));
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", folder.toString());
    fields.put("rows", model.provenance().dataCount());
    fields.put("cells_a_row", model.schema().cells().count());
    fields.put("wrong_cells_estimated", model.calibration().wrong());
    fields.put("cell_threshold_log_odds", model.calibration().threshold());
    fields.put("row_threshold", model.rowThreshold());
    fields.put("options", model.provenance().options());
    fields.put("kernel", model.provenance().kernel());
    common.print(Json.pretty(fields));
  }
}
