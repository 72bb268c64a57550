package org.ricvae.paper.lab;

import java.util.function.DoubleConsumer;
import org.ricvae.train.EpochReport;
import org.ricvae.train.TrainingListener;

/** Passes on the share that is done, of the part of a training that runs. */
public final class Follower implements TrainingListener {
  private final DoubleConsumer progress;
  private long steps = 1;
  private double loss = Double.NaN;

  /** Tells {@code progress} the share. */
  public Follower(DoubleConsumer progress) {
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

  /** Of the last epoch, a sample; NaN before the first has ended. */
  double loss() {
    return loss;
  }
}
