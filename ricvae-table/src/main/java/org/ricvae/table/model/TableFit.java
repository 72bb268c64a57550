package org.ricvae.table.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ricvae.Version;
import org.ricvae.data.InputException;
import org.ricvae.file.Provenance;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.table.schema.EncodedRows;
import org.ricvae.table.schema.SchemaFinder;
import org.ricvae.table.schema.SchemaOptions;
import org.ricvae.table.schema.TableSource;
import org.ricvae.train.TrainingData;
import org.ricvae.train.TrainingListener;
import org.ricvae.use.TrainedModel;

/** From a dirty table to a model of it. */
public final class TableFit {
  /** Cells that are held in memory for training: 800 MB. Of a larger table, every n-th row is. */
  private static final long MOST_CELLS = 200_000_000;

  private TableFit() {}

  /**
   * Fits a model to a table as it is.
   *
   * @param listener hears of progress, on the caller's thread
   * @throws InputException where there is nothing to learn from the table
   */
  public static TableModel fit(
      TableSource table,
      SchemaOptions schemaOptions,
      TableOptions options,
      TrainingListener listener) {
    SchemaFinder.Found found =
        SchemaFinder.find(table, schemaOptions, options.seed(), position -> {});
    SchemaFinder.requireRows(table.name(), found.rows());
    long most = Math.max(TrainingData.MIN_SAMPLES, MOST_CELLS / found.schema().cells().count());
    EncodedRows rows = EncodedRows.read(table, found.schema(), found.rows(), most);
    Kernels kernels = KernelProvider.best();
    try (WorkerTeam team = options.team()) {
      TableTraining training = new TableTraining(rows, options);
      Capacity.Choice choice = Capacity.choose(training, options, kernels, listener);
      listener.message(
          "hidden layers %s, %d steps: %s"
              .formatted(choice.hidden(), choice.steps(), choice.why()));
      listener.begin("training", choice.steps());
      TrainedModel trained = training.train(choice.hidden(), choice.steps(), 0, kernels, listener);
      listener.begin("calibrating", 1);
      Judgement judgement =
          new Trial(found.schema(), rows, trained, options, kernels, team).judgement();
      Provenance provenance = provenance(table, found.rows(), training, choice, options, kernels);
      TableModel model = new TableModel(trained, provenance, judgement, null);
      Drawing drawing = DrawingFit.of(model, rows, options.seed(), kernels);
      listener.step(1);
      return new TableModel(trained, provenance, judgement, drawing);
    }
  }

  private static Provenance provenance(
      TableSource table,
      long rows,
      TableTraining training,
      Capacity.Choice choice,
      TableOptions o,
      Kernels kernels) {
    Map<String, String> text = new LinkedHashMap<>();
    text.put("passes", String.valueOf(o.passes()));
    text.put("latent", String.valueOf(training.latent()));
    text.put("hidden", choice.hidden().toString());
    text.put("steps", String.valueOf(choice.steps()));
    text.put("capacity", choice.why());
    text.put("batch", String.valueOf(o.batch()));
    text.put("learning-rate", String.valueOf(o.learningRate()));
    text.put("epsilon", String.valueOf(o.epsilon()));
    text.put("wrong", String.valueOf(o.wrong()));
    text.put("hiding", String.valueOf(o.hiding()));
    text.put("seed", String.valueOf(o.seed()));
    return new Provenance(
        Version.CURRENT,
        text,
        table.name(),
        rows,
        training.fingerprint(),
        kernels.name(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        0,
        true,
        training.latent(),
        o.epsilon(),
        List.of());
  }
}
