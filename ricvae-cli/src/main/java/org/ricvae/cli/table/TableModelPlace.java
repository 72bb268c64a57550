package org.ricvae.cli.table;

import java.nio.file.Path;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.training.EventLog;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.model.TableOptions;
import org.ricvae.table.schema.SchemaOptions;
import picocli.CommandLine.Option;

/** The model that a command uses for a table: one that is there, or one of this very table. */
public final class TableModelPlace {
  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      description = "Folder of the model, as 'ricvae train' wrote it (default: train one now).")
  Path model;

  /** Loads the model, or trains one with all defaults, and says so. */
  Trained of(TableFile table, int threads, Common common) {
    if (model != null) {
      TableModel loaded = TableModel.load(model);
      loaded.schema().requireSame(table.path().toString(), table.columns());
      return new Trained(loaded, EventLog.epochs(model));
    }
    common.note("no model is given (-m): training one on this table");
    return TableTraining.train(
        table,
        SchemaOptions.AUTOMATIC,
        TableOptions.defaults().withThreads(threads),
        new EventLog(),
        common);
  }
}
