package org.ricvae;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.file.CheckpointFile;
import org.ricvae.file.ModelFile;
import org.ricvae.file.Provenance;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;
import org.ricvae.train.EpsilonSearch;
import org.ricvae.train.Plan;
import org.ricvae.train.Trainer;
import org.ricvae.train.TrainingData;
import org.ricvae.train.TrainingListener;
import org.ricvae.train.TrainingState;
import org.ricvae.train.Trial;
import org.ricvae.use.Calibration;
import org.ricvae.use.Thresholds;
import org.ricvae.use.TrainedModel;

/**
 * A fit that can be stopped, saved, and resumed to the same bits. {@link Ricvae#fit} is the short
 * way for whoever wants none of that. Not thread-safe.
 */
public final class Training implements AutoCloseable {
  /** Time between two checkpoints: what a crash may cost, against the time to write one. */
  private static final long CHECKPOINT_NANOS = 30_000_000_000L;

  /** A checkpoint that takes long is followed by at least so many times as much training. */
  private static final long CHECKPOINT_SHARE = 10;

  private final Samples samples;
  private final Options options;
  private final Kernels kernels = KernelProvider.best();
  private final WorkerTeam team;
  private TrainingData data;
  private Double epsilon;
  private List<EpsilonSearch.Candidate> candidates = List.of();
  private RecurrentVae vae;
  private volatile Trainer trainer;
  private String kernelBefore;
  private boolean complete;
  private RicvaeModel finished;

  private Training(Samples samples, Options options) {
    this.samples = samples;
    this.options = options;
    team = new WorkerTeam(options.threads());
  }

  /** A fit from the beginning; nothing is read yet. */
  public static Training start(Samples samples, Options options) {
    return new Training(samples, options);
  }

  /**
   * Continues a fit that was interrupted; its options are those it began with.
   *
   * @param folder where it was saved
   * @param samples the same data
   * @throws InputException where the folder holds a complete model or none, or the data differ
   */
  public static Training resume(Path folder, Samples samples, int threads) {
    ModelFile.Stored stored = ModelFile.read(folder);
    Provenance provenance = stored.provenance();
    if (provenance.complete()) {
      throw new InputException(
          "%s: the training is complete (%d epochs); there is nothing to resume, train anew into another folder or with --overwrite"
              .formatted(folder, provenance.epochs()));
    }
    TrainedModel model = stored.model();
    if (!samples.shape().equals(model.shape()) || samples.type() != model.type()) {
      throw new InputException(
          "%s: samples of %s (%s), but the training in %s began with %s (%s); give the same reading options, such as --shape"
              .formatted(
                  samples.source(),
                  samples.shape(),
                  samples.type(),
                  folder,
                  model.shape(),
                  model.type()));
    }
    Options options = OptionsText.read(provenance.options(), threads);
    TrainingState state = CheckpointFile.read(folder, model.vae(), options.weightDecay());
    List<EpsilonSearch.Candidate> candidates = Candidates.read(provenance.candidates());
    TrainingData data = TrainingData.of(samples);
    String fingerprint = fingerprint(data);
    if (!fingerprint.equals(provenance.dataFingerprint())) {
      throw new InputException(
          "%s: not the data that the training in %s began with (fingerprint %s instead of %s); resume with the same data"
              .formatted(samples.source(), folder, fingerprint, provenance.dataFingerprint()));
    }
    Training training = new Training(samples, options);
    training.data = data;
    training.epsilon = provenance.epsilon();
    training.candidates = candidates;
    training.vae = model.vae();
    training.trainer = training.trainer(state);
    training.kernelBefore = provenance.kernel();
    return training;
  }

  /** What was asked for. */
  public Options options() {
    return options;
  }

  /**
   * Trains on, from the beginning or from where it stopped.
   *
   * @param stop asked after every step whether to stop
   * @param checkpoint called between two steps about every 30 seconds: the place to {@link #save}
   * @param listener hears of progress
   * @return whether the training is complete; false if it was stopped
   * @throws InputException where the data are unusable or the loss becomes infinite
   */
  public boolean run(BooleanSupplier stop, Runnable checkpoint, TrainingListener listener) {
    if (data == null) {
      data = TrainingData.of(samples);
    }
    if (trainer == null && !prepare(stop, listener)) {
      return false;
    }
    finished = null;
    if (kernelBefore != null && !kernelBefore.equals(kernels.name())) {
      listener.message(
          "the training began on the kernels %s and goes on with %s: the bits may differ"
              .formatted(kernelBefore, kernels.name()));
    }
    listener.begin("training", trainer.steps());
    long[] due = {System.nanoTime() + CHECKPOINT_NANOS};
    complete =
        trainer.run(
            Long.MAX_VALUE,
            stop,
            () -> {
              long now = System.nanoTime();
              if (now - due[0] >= 0) {
                checkpoint.run();
                long cost = System.nanoTime() - now;
                due[0] = now + cost + Math.max(CHECKPOINT_NANOS, CHECKPOINT_SHARE * cost);
              }
            },
            listener);
    return complete;
  }

  /** Chooses ε where it is left to us, and sets up the networks; false if asked to stop. */
  private boolean prepare(BooleanSupplier stop, TrainingListener listener) {
    if (options.kind().hasEpsilon() && options.epsilon() instanceof Epsilon.Auto) {
      EpsilonSearch.Choice choice = search(stop, listener);
      if (choice == null) {
        return false;
      }
      epsilon = choice.epsilon();
      candidates = choice.candidates();
      listener.message(
          "epsilon %s chosen by the data; a constant guess would have the error %.3g"
              .formatted(epsilon, choice.guess()));
    } else {
      epsilon = Recipe.givenEpsilon(options);
    }
    Objective objective = Recipe.objective(options, epsilon);
    vae = new RecurrentVae(Recipe.architecture(options, data), objective, data.normalization());
    trainer = trainer(TrainingState.start(vae, data, options.seed(), options.weightDecay()));
    return true;
  }

  /** The choice of ε alone; null if asked to stop. */
  EpsilonSearch.Choice chooseEpsilon(BooleanSupplier stop, TrainingListener listener) {
    data = TrainingData.of(samples);
    return search(stop, listener);
  }

  /** How well a fit with these options recovers known corruption; ε has to be given. */
  Trial.Result trial(TrainingListener listener) {
    data = TrainingData.of(samples);
    Objective objective = Recipe.objective(options, Recipe.givenEpsilon(options));
    Plan plan = plan();
    long steps = (long) plan.epochs() * ((data.count() + plan.batch() - 1) / plan.batch());
    listener.begin("trial", steps);
    return new Trial(data, options.seed())
        .run(
            Recipe.architecture(options, data),
            objective,
            plan,
            steps,
            kernels,
            team,
            () -> false,
            listener);
  }

  private EpsilonSearch.Choice search(BooleanSupplier stop, TrainingListener listener) {
    return new EpsilonSearch(data, Recipe.architecture(options, data), plan(), kernels, team)
        .run(stop, listener);
  }

  private Trainer trainer(TrainingState state) {
    return new Trainer(vae, plan(), data, state, kernels, team);
  }

  private Plan plan() {
    return Recipe.plan(options, data.count());
  }

  /** Whether there is anything to save yet: the choice of ε leaves nothing. */
  public boolean begun() {
    return trainer != null;
  }

  /**
   * The model as it stands.
   *
   * @throws InputException where the posterior has collapsed: such a model gives the same output
   *     whatever it is shown
   * @throws IllegalStateException where training has not begun
   */
  public RicvaeModel model() {
    if (!begun()) {
      throw new IllegalStateException("training has not begun");
    }
    if (finished == null) {
      RicvaeModel model = build();
      checkAlive(model);
      finished = model;
    }
    return finished;
  }

  private void checkAlive(RicvaeModel model) {
    if (vae.objective().likelihood().variational() && model.provenance().activeDimensions() == 0) {
      throw new InputException(
          "the posterior collapsed: none of %d latent dimensions carries information, so every output would be the same%s"
              .formatted(
                  options.latent(),
                  options.kind().hasEpsilon()
                      ? "; epsilon was %s: give a larger one (--epsilon), or leave it to auto"
                          .formatted(epsilon)
                      : "; try more epochs or another model"));
    }
  }

  private RicvaeModel build() {
    TrainedModel raw =
        new TrainedModel(
            vae,
            trainer.state().bestOrCurrent().clone(),
            samples.shape(),
            samples.type(),
            data.scaling(),
            data.fill(),
            new Thresholds(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    Calibration calibration = Calibration.of(raw, samples, kernels, team);
    TrainedModel model =
        new TrainedModel(
            vae,
            raw.weights(),
            raw.shape(),
            raw.type(),
            raw.scaling(),
            raw.fill(),
            calibration.thresholds());
    return new RicvaeModel(model, provenance(calibration), kernels);
  }

  private Provenance provenance(Calibration calibration) {
    return new Provenance(
        Version.CURRENT,
        OptionsText.write(options),
        samples.source(),
        samples.count(),
        fingerprint(data),
        kernels.name(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        trainer.state().epoch(),
        complete,
        calibration.activeDimensions(),
        epsilon,
        Candidates.write(candidates));
  }

  private static String fingerprint(TrainingData data) {
    return "%016x".formatted(data.profile().fingerprint());
  }

  /**
   * Saves the model, and if the training is not complete also all that is needed to resume it;
   * whole or not at all.
   *
   * @param extraFiles further files by name, such as a log
   */
  public void save(Path folder, Map<String, byte[]> extraFiles) {
    RicvaeModel model = complete ? model() : build();
    ModelFile.write(
        folder, model.trained(), model.provenance(), complete ? null : trainer.state(), extraFiles);
  }

  /** Ends the worker threads. */
  @Override
  public void close() {
    team.close();
  }
}
