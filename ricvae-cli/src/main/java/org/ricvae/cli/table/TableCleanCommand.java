package org.ricvae.cli.table;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Workers;
import org.ricvae.cli.output.Json;
import org.ricvae.cli.output.Progress;
import org.ricvae.table.clean.CleanCounts;
import org.ricvae.table.clean.CleanOptions;
import org.ricvae.table.clean.TableCleaner;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.TableModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae clean TABLE}: a table repaired, and a list of what was changed. */
@Command(
    name = "clean",
    customSynopsis = "ricvae clean TABLE -o OUT [-m MODEL] [OPTION...]",
    description = {
      "Writes a copy of the table in which unlikely cells and missing ones have the value that the other cells of their row say; all else stays as it is, to the byte. Without -m, a model is trained on the table first.",
      "Beside it, a list of all changes: row, column, old and new text, score, and where nine of ten such values lie. 'ricvae undo' takes them back."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ricvae clean orders.csv -o cleaned.csv --report cleaned.html",
      "  ricvae clean new.csv -m model -o cleaned.csv --false-alarms 0.001",
      "  ricvae undo cleaned.csv --changes cleaned.csv.changes.csv -o orders-again.csv",
    })
final class TableCleanCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin TableReading reading;
  @Mixin TableModelPlace place;
  @Mixin Workers workers;
  @Mixin Reporting reporting;

  @Parameters(paramLabel = "TABLE", description = "The dirty table.")
  Path data;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "The copy; its name ends like the table's.")
  Path output;

  @Option(
      names = "--changes",
      paramLabel = "FILE",
      description = "Where to write the list of changes (default: OUT.changes.csv).")
  Path changes;

  @Option(
      names = "--only-flagged",
      description =
          "Leave cells as they were unless they are flagged or missing. Of a table this is always so, given or not.")
  boolean onlyFlagged;

  @Option(
      names = "--false-alarms",
      paramLabel = "SHARE",
      description =
          "The share of right cells that may be changed, as measured by injected errors (default: as many as make the expected F1 of the changes largest).")
  Double falseAlarms;

  @Option(
      names = "-M",
      paramLabel = "PASSES",
      defaultValue = "" + TableModel.DEFAULT_PASSES,
      description =
          "Passes: cells that look wrong in one are hidden from the others in the next (default: ${DEFAULT-VALUE}).")
  int passes;

  @Option(names = "--overwrite", description = "Replace what is there already.")
  boolean overwrite;

  @Option(names = "--json", description = "Print counts as JSON.")
  boolean json;

  @Override
  public Integer call() {
    CleanOptions options =
        new CleanOptions(
            falseAlarms == null ? OptionalDouble.empty() : OptionalDouble.of(falseAlarms),
            passes,
            workers.threads());
    Path list =
        changes != null ? changes : output.resolveSibling(output.getFileName() + ".changes.csv");
    TableFile table = reading.open(data, common::note);
    table.requireWritable(output);
    reporting.among(new Outputs(data).with("-o", output).with("--changes", list)).check(overwrite);
    Trained trained = place.of(table, workers.threads(), common);
    CleanCounts counts;
    try (Progress progress = common.progress()) {
      TableReading.begin(progress, "cleaning", table);
      counts = TableCleaner.clean(table, trained.model(), output, list, options, progress::at);
      progress.end();
    }
    double threshold = options.threshold(trained.model().calibration());
    reporting.write(TableReport.of(data, trained).with(counts, threshold), common);
    print(counts, list);
    return 0;
  }

  private void print(CleanCounts counts, Path list) {
    if (!json) {
      common.note(
          "%s: %d of %d cells changed: %d unlikely, %d missing ones filled; listed in %s"
              .formatted(
                  output,
                  counts.unlikely() + counts.filled(),
                  counts.cells(),
                  counts.unlikely(),
                  counts.filled(),
                  list));
      return;
    }
    Map<String, Object> byColumn = new LinkedHashMap<>();
    counts
        .byColumn()
        .forEach((column, changes) -> byColumn.put(column, changes.unlikely() + changes.filled()));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("output", output.toString());
    fields.put("changes", list.toString());
    fields.put("rows", counts.rows());
    fields.put("cells", counts.cells());
    fields.put("unlikely", counts.unlikely());
    fields.put("filled", counts.filled());
    fields.put("by_column", byColumn);
    common.print(Json.pretty(fields));
  }
}
