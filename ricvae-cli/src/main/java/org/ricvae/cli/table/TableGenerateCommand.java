package org.ricvae.cli.table;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Draws;
import org.ricvae.cli.output.Progress;
import org.ricvae.table.clean.TableGenerator;
import org.ricvae.table.file.TableWriter;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.schema.Field;
import org.ricvae.table.schema.IgnoredField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ricvae generate} with the model of a table: new rows. */
@Command(
    name = "generate",
    customSynopsis = "ricvae generate -m MODEL -o OUT [OPTION...]",
    description = {
      "Makes new rows like those of the table that the model was trained on, without its errors and holes: draws a latent code, and each cell given it.",
      "Columns that the model does not look at are left out; numbers have as many decimals as in the table."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ricvae generate -m model -n 1000 -o new.csv",
      "  ricvae generate -m model -n 1000000 -o new.parquet --seed 3",
    })
final class TableGenerateCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin Draws draws;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      required = true,
      description = "Folder of the model, as 'ricvae train' wrote it.")
  Path model;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description =
          "Where to write; the ending names the format: .csv, .tsv, .txt, .jsonl, .ndjson (also .gz), .parquet.")
  Path output;

  @Option(names = "--overwrite", description = "Replace what is there already.")
  boolean overwrite;

  @Override
  public Integer call() {
    long count = draws.count("rows");
    TableWriter.requireKnown(output);
    new Outputs(model).with("-o", output).check(overwrite);
    TableModel loaded = TableModel.load(model);
    try (Progress progress = common.progress()) {
      progress.begin("generating", "rows", count);
      TableGenerator.generate(loaded, count, draws.seed(), output, progress::at);
      progress.end();
    }
    String ignored =
        loaded.schema().fields().stream()
            .filter(field -> field instanceof IgnoredField)
            .map(Field::name)
            .collect(Collectors.joining(", "));
    common.note(
        "%s: %d new rows%s"
            .formatted(
                output, count, ignored.isEmpty() ? "" : "; the model does not look at " + ignored));
    return 0;
  }
}
