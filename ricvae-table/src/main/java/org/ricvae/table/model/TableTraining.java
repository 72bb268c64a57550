package org.ricvae.table.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ricvae.data.DataProfile;
import org.ricvae.data.Scaling;
import org.ricvae.data.TypicalSample;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.model.Cells;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.InputNormalization;
import org.ricvae.model.MixedLikelihood;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;
import org.ricvae.table.schema.EncodedRows;
import org.ricvae.train.Plan;
import org.ricvae.train.Schedule;
import org.ricvae.train.Trainer;
import org.ricvae.train.TrainingData;
import org.ricvae.train.TrainingListener;
import org.ricvae.train.TrainingState;
import org.ricvae.use.Thresholds;
import org.ricvae.use.TrainedModel;

/** Trains networks on the rows of a table. */
final class TableTraining {
  private static final double WARM_UP = 0.25;

  /**
   * Steps with categories. Where all cells are numbers, it is as long as the trainer lets it be,
   * two fifths of all steps: numbers far from the bulk, whose gradients under the log penalty are
   * small, are not told apart by z if that is dear from the start.
   */
  private static final int KL_WARM_UP = 400;

  /** Multiplications forward in a step that take about a millisecond. */
  private static final long SHORT_STEP = 30_000_000;

  private final EncodedRows rows;
  private final TableOptions options;
  private final TrainingData data;

  TableTraining(EncodedRows rows, TableOptions options) {
    this.rows = rows;
    this.options = options;
    // The columns have been scaled one by one.
    Scaling none = new Scaling(0, 1);
    DataProfile profile = DataProfile.of(rows);
    data = new TrainingData(rows, profile, none, TypicalSample.of(rows, profile, none));
  }

  long rows() {
    return rows.count();
  }

  /** Whether no cell is a category. */
  boolean numbersOnly() {
    return rows.layout().numeric() == rows.layout().count();
  }

  /** 64 bits of the values, hexadecimal. */
  String fingerprint() {
    return "%016x".formatted(data.profile().fingerprint());
  }

  /** Latent dimensions: as asked, or half the cells. */
  int latent() {
    return options.latent() > 0
        ? options.latent()
        : Math.max(2, Math.min(TableOptions.MAX_LATENT, rows.layout().count() / 2));
  }

  /** A single thread where a step is so short that two would mostly wait for each other. */
  private WorkerTeam team(RecurrentVae vae) {
    return new WorkerTeam(products(vae) < SHORT_STEP ? 1 : options.threads());
  }

  /** Multiplications forward in a step. */
  long products(RecurrentVae vae) {
    return (long) vae.parameters() * options.batch() * options.passes();
  }

  /** Networks with such hidden layers in the encoder, and the other way round in the decoder. */
  RecurrentVae vae(List<Integer> hidden) {
    Cells cells = rows.layout();
    List<Integer> back = new ArrayList<>(hidden);
    Collections.reverse(back);
    Architecture architecture =
        new Architecture(cells.size(), latent(), hidden, back, Activation.RELU, Activation.LINEAR);
    MixedLikelihood likelihood =
        new MixedLikelihood(
            new ConditionedVariance(options.epsilon(), false),
            cells,
            options.wrong(),
            options.hiding());
    return new RecurrentVae(
        architecture,
        new Objective(likelihood, options.passes(), false),
        InputNormalization.none(cells.size()));
  }

  TrainedModel train(
      List<Integer> hidden,
      int steps,
      double validation,
      Kernels kernels,
      TrainingListener listener) {
    RecurrentVae vae = vae(hidden);
    int training = (int) Math.max(1, data.count() - Math.round(validation * data.count()));
    Plan plan =
        new Plan(
            Plan.epochs(steps, training, options.batch()),
            options.batch(),
            options.learningRate(),
            Schedule.STEP,
            options.passes() > 1 ? WARM_UP : 0,
            numbersOnly() ? steps : KL_WARM_UP,
            0,
            validation,
            0,
            options.seed());
    TrainingState state = TrainingState.start(vae, data, options.seed(), 0);
    try (WorkerTeam team = team(vae)) {
      Trainer trainer = new Trainer(vae, plan, data, state, kernels, team);
      trainer.run(steps, () -> false, () -> {}, listener);
    }
    return new TrainedModel(
        vae,
        state.bestOrCurrent(),
        rows.shape(),
        rows.type(),
        data.scaling(),
        new float[rows.layout().size()],
        new Thresholds(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
  }
}
