package org.ricvae.cli.table;

import java.util.Locale;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.output.Progress;
import org.ricvae.cli.training.EventLog;
import org.ricvae.cli.training.Narrator;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.TableFit;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.model.TableOptions;
import org.ricvae.table.schema.Field;
import org.ricvae.table.schema.SchemaOptions;
import org.ricvae.table.schema.TableSource;

/** Trains a table's model and tells a person about it. */
final class TableTraining {
  /** Columns that are told one by one. */
  private static final int TOLD = 40;

  private TableTraining() {}

  /**
   * Trains.
   *
   * @param log hears of it too
   */
  static Trained train(
      TableFile table, SchemaOptions schema, TableOptions options, EventLog log, Common common) {
    long begun = System.nanoTime();
    try (Progress progress = common.progress()) {
      TableModel model =
          TableFit.fit(TableSource.of(table), schema, options, new Narrator(progress, log));
      progress.end();
      tell(model, common, (System.nanoTime() - begun) / 1e9);
      return new Trained(model, log.epochs());
    }
  }

  private static void tell(TableModel model, Common common, double seconds) {
    var fields = model.schema().fields();
    for (Field field : fields.subList(0, Math.min(TOLD, fields.size()))) {
      common.note("  %s: %s".formatted(field.name(), field.description()));
    }
    if (fields.size() > TOLD) {
      common.note("  and %d columns more".formatted(fields.size() - TOLD));
    }
    common.note(
        String.format(
            Locale.ROOT,
            "trained in %.0f s on %d rows; some %.1f %% of the cells seem wrong",
            seconds,
            model.provenance().dataCount(),
            100 * model.calibration().wrong()));
  }
}
