package org.ricvae;

import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.train.EpsilonSearch;
import org.ricvae.train.TrainingListener;
import org.ricvae.train.Trial;

/** The short way from dirty data to a model. */
public final class Ricvae {
  private Ricvae() {}

  /** {@link #fit(Samples, Options, TrainingListener)} without a listener. */
  public static RicvaeModel fit(Samples samples, Options options) {
    return fit(samples, options, TrainingListener.NONE);
  }

  /**
   * Fits a model to data as they are, dirt and all.
   *
   * @param samples the data; NaN means missing
   * @param options how
   * @param listener hears of progress, on the caller's thread
   * @return the model, which never changes again and may be shared by threads
   * @throws InputException where the data are unusable, the loss becomes infinite, or the posterior
   *     collapses
   */
  public static RicvaeModel fit(Samples samples, Options options, TrainingListener listener) {
    try (Training training = Training.start(samples, options)) {
      training.run(() -> false, () -> {}, listener);
      return training.model();
    }
  }

  /**
   * Chooses ε by the data, as a fit with {@link Epsilon.Auto} does before it trains: a fit with the
   * chosen value and otherwise the same options gives the same model. All that are to be compared
   * at one ε can so share one choice.
   *
   * @param samples the data; NaN means missing
   * @param options of the fits that follow; their networks, batch, learning rate and seed are used
   * @param listener hears of progress, on the caller's thread
   * @return the chosen value, and what became of each that was tried
   * @throws InputException where the data are unusable, or the posterior collapses for every value
   */
  public static EpsilonSearch.Choice chooseEpsilon(
      Samples samples, Options options, TrainingListener listener) {
    try (Training training = Training.start(samples, options)) {
      return training.chooseEpsilon(() -> false, listener);
    }
  }

  /**
   * Tries options out: trains on the data with known corruption injected into a part of them, and
   * measures how well it is recovered, and whether the latent space is alive. Compares settings
   * without any clean data, as {@link #chooseEpsilon} does for ε.
   *
   * @param samples the data; NaN means missing
   * @param options of the fit; no validation, and ε, if the kind has one, not left to the data
   * @param listener hears of progress, on the caller's thread
   * @throws InputException where the data are unusable, or ε is automatic
   */
  public static Trial.Result trial(Samples samples, Options options, TrainingListener listener) {
    if (options.kind().hasEpsilon() && options.epsilon() instanceof Epsilon.Auto) {
      throw new InputException("a trial needs an epsilon: give one, or ask chooseEpsilon for it");
    }
    try (Training training = Training.start(samples, options)) {
      return training.trial(listener);
    }
  }
}
