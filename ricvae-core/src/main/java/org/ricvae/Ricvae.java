package org.ricvae;

import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.train.TrainingListener;

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
}
