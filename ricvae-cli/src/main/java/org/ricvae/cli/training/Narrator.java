package org.ricvae.cli.training;

import java.util.Locale;
import org.ricvae.cli.output.Progress;
import org.ricvae.train.EpochReport;
import org.ricvae.train.EpsilonSearch;
import org.ricvae.train.TrainingListener;

/** Tells a person how training goes, and passes everything on to the log. */
public final class Narrator implements TrainingListener {
  private final Progress progress;
  private final EventLog log;

  /** Tells by the progress and the log. */
  public Narrator(Progress progress, EventLog log) {
    this.progress = progress;
    this.log = log;
  }

  @Override
  public void begin(String name, long steps) {
    log.begin(name, steps);
    progress.begin(name, "steps", steps);
  }

  @Override
  public void step(long done) {
    progress.at(done);
  }

  @Override
  public void epoch(EpochReport report) {
    log.epoch(report);
    progress.detail(
        String.format(
            Locale.ROOT,
            "epoch %d/%d, loss %.5g, %d active",
            report.epoch(),
            report.epochs(),
            report.loss(),
            report.activeDimensions()));
  }

  @Override
  public void candidate(EpsilonSearch.Candidate candidate) {
    log.candidate(candidate);
    progress.message(
        String.format(
            Locale.ROOT,
            "epsilon %.0e: recovery error %.5f, %d active dimensions after %d steps: %s",
            candidate.epsilon(),
            candidate.error(),
            candidate.activeDimensions(),
            candidate.steps(),
            outcome(candidate)));
  }

  static String outcome(EpsilonSearch.Candidate candidate) {
    return candidate.outcome().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void message(String text) {
    log.message(text);
    progress.message(text);
  }
}
