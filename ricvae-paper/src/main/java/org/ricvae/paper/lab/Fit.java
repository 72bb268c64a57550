package org.ricvae.paper.lab;

import java.util.function.DoubleConsumer;
import org.ricvae.Options;
import org.ricvae.Ricvae;
import org.ricvae.RicvaeModel;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;

/**
 * A model that was just fitted.
 *
 * @param model the model
 * @param loss of its last epoch, a sample
 */
public record Fit(RicvaeModel model, double loss) {

  /**
   * Fits a model on one thread.
   *
   * @param progress is told the share that is done
   * @throws Untrainable where the loss became infinite or the posterior collapsed
   */
  public static Fit of(Samples samples, Options options, DoubleConsumer progress) {
    Follower follower = new Follower(progress);
    try {
      RicvaeModel model = Ricvae.fit(samples, options.withThreads(1), follower);
      return new Fit(model, follower.loss());
    } catch (InputException e) {
      throw new Untrainable(e);
    }
  }
}
