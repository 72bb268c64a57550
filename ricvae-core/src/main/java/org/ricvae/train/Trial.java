package org.ricvae.train;

import java.util.function.BooleanSupplier;
import org.ricvae.data.InputException;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;

/**
 * Trains models on data with known corruption injected ({@link InjectedSamples}), and measures how
 * well each recovers it ({@link RecoveryError}): what tells good settings from bad ones without any
 * clean data.
 */
public final class Trial {
  /** Its noise, order and injection are not those of the training that follows. */
  private static final long SEED_OFFSET = 0x5eed_0e95L;

  /**
   * How a model did.
   *
   * @param error recovery error of the injected values after one pass; smaller is better; NaN where
   *     the training diverged
   * @param activeDimensions latent dimensions whose posterior mean varies over the samples
   * @param diverged whether the loss became infinite
   */
  public record Result(double error, int activeDimensions, boolean diverged) {
    /** Whether the latent space carries information. */
    public boolean alive() {
      return activeDimensions > 0 && Double.isFinite(error);
    }
  }

  private final TrainingData data;
  private final long seed;
  private final InjectedSamples injected;
  private final RecoveryError error;

  /**
   * Injects the corruption.
   *
   * @param seed of the training that these trials prepare
   */
  public Trial(TrainingData data, long seed) {
    this.data = data;
    this.seed = seed + SEED_OFFSET;
    injected = new InjectedSamples(data.samples(), data.scaling(), this.seed);
    error = new RecoveryError(data, injected);
  }

  /** Error of a constant guess, the median sample: what a model has to beat. */
  public double guess() {
    return error.ofConstant(data.typical().medians());
  }

  /**
   * Trains a model and measures it.
   *
   * @param plan how; its seed is replaced by the trials' own
   * @param steps after which to stop, if the plan has not ended by then
   * @return null if it was asked to stop
   */
  public Result run(
      Architecture architecture,
      Objective objective,
      Plan plan,
      long steps,
      Kernels kernels,
      WorkerTeam team,
      BooleanSupplier stop,
      TrainingListener listener) {
    RecurrentVae vae = new RecurrentVae(architecture, objective, data.normalization());
    TrainingState state = TrainingState.start(vae, data, seed, 0);
    Trainer trainer =
        new Trainer(vae, plan.withSeed(seed), data.with(injected), state, steps, kernels, team);
    try {
      trainer.run(steps, stop, () -> {}, listener);
    } catch (InputException e) {
      if (!trainer.diverged()) {
        throw e;
      }
      return new Result(Double.NaN, 0, true);
    }
    if (stop.getAsBoolean()) {
      return null;
    }
    RecoveryError.Measure measure = error.of(vae, state.weights, kernels);
    return new Result(measure.error(), measure.activeDimensions(), false);
  }
}
