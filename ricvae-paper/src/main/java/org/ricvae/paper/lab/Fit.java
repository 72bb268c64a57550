package org.ricvae.paper.lab;

import java.util.function.DoubleConsumer;
import org.ricvae.Options;
import org.ricvae.Ricvae;
import org.ricvae.RicvaeModel;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.train.EpochReport;
import org.ricvae.train.TrainingListener;

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
      return new Fit(model, follower.loss);
    } catch (InputException e) {
      throw new Untrainable(e);
    }
  }

  /** Passes the share on, of the part of the work that runs. */
  static final class Follower implements TrainingListener {
    private final DoubleConsumer progress;
    private long steps = 1;
    private double loss = Double.NaN;

    Follower(DoubleConsumer progress) {
      this.progress = progress;
    }

    @Override
    public void begin(String name, long ofSteps) {
      steps = Math.max(1, ofSteps);
    }

    @Override
    public void step(long done) {
      progress.accept((double) done / steps);
    }

    @Override
    public void epoch(EpochReport report) {
      loss = report.loss();
    }
  }
}
