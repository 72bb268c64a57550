package org.ricvae.cli.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ricvae.cli.option.Common;
import org.ricvae.data.InputException;
import org.ricvae.table.file.Undo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae undo}: takes the changes of a cleaned table back. */
@Command(
    name = "undo",
    customSynopsis = "ricvae undo TABLE --changes FILE -o OUT [OPTION...]",
    description =
        "Takes the changes that 'ricvae clean' made in a table back, to the very bytes of the original (in Parquet: to its values). Lines may be left out of the list: then only the others are taken back.",
    footerHeading = "%nExamples:%n",
    footer = {"  ricvae undo cleaned.csv --changes cleaned.csv.changes.csv -o original.csv"})
public final class UndoCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin TableReading reading;

  @Parameters(paramLabel = "TABLE", description = "The cleaned table.")
  Path data;

  @Option(
      names = "--changes",
      paramLabel = "FILE",
      required = true,
      description = "The list of changes.")
  Path changes;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "The table as it was.")
  Path output;

  @Option(names = "--overwrite", description = "Replace what is there already.")
  boolean overwrite;

  @Override
  public Integer call() {
    if (Files.exists(output) && !overwrite) {
      throw new InputException(
          "%s is there already; choose another name, or --overwrite it".formatted(output));
    }
    Undo.apply(data, changes, output, reading.options());
    common.note("%s: the changes are taken back".formatted(output));
    return 0;
  }
}
