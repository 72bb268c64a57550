package org.ricvae.cli.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ricvae.cli.option.Widths;
import org.ricvae.table.model.TableOptions;
import org.ricvae.table.schema.SchemaOptions;
import picocli.CommandLine.Option;

/** How a table's model is trained; what is not given is found in the data. */
public final class TableRecipe {
  @Option(
      names = "--categorical",
      paramLabel = "COLUMNS",
      split = ",",
      description = "Columns to take as categories, even where they look like numbers.")
  List<String> categorical = List.of();

  @Option(
      names = "--numeric",
      paramLabel = "COLUMNS",
      split = ",",
      description = "Columns to take as numbers; what is none in them is an error.")
  List<String> numeric = List.of();

  @Option(
      names = "--ignore",
      paramLabel = "COLUMNS",
      split = ",",
      description = "Columns not to look at, such as keys.")
  List<String> ignored = List.of();

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "The column with the truth, if there is one: the model does not look at it.")
  String label;

  @Option(
      names = "-N",
      paramLabel = "PASSES",
      defaultValue = "1",
      description = "Passes in training (default: ${DEFAULT-VALUE}).")
  int passes;

  @Option(
      names = "--latent",
      paramLabel = "NUMBER",
      description =
          "Latent dimensions (default: half the columns, at most " + TableOptions.MAX_LATENT + ").")
  Integer latent;

  @Option(
      names = "--hidden",
      paramLabel = "WIDTHS",
      description =
          "Hidden layers of the encoder, and the other way round of the decoder (default: the data choose).")
  Widths hidden;

  @Option(
      names = "--steps",
      paramLabel = "NUMBER",
      description = "Steps of training (default: the data choose).")
  Integer steps;

  @Option(
      names = "--epsilon",
      paramLabel = "EPSILON",
      defaultValue = "" + TableOptions.DEFAULT_EPSILON,
      description =
          "How exact the model is to be, in squared robust deviations of a column (default: ${DEFAULT-VALUE}).")
  double epsilon;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
  long seed;

  SchemaOptions schema() {
    Set<String> all = new HashSet<>(ignored);
    if (label != null) {
      all.add(label);
    }
    return new SchemaOptions(Set.copyOf(categorical), Set.copyOf(numeric), all);
  }

  TableOptions options(int threads) {
    TableOptions d = TableOptions.defaults();
    return new TableOptions(
        passes,
        latent == null ? d.latent() : latent,
        hidden == null ? d.hidden() : hidden.widths(),
        steps == null ? d.steps() : steps,
        d.batch(),
        d.learningRate(),
        epsilon,
        d.wrong(),
        d.hiding(),
        seed,
        threads);
  }
}
