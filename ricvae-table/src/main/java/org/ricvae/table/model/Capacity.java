package org.ricvae.table.model;

import java.util.ArrayList;
import java.util.List;
import org.ricvae.kernel.Kernels;
import org.ricvae.train.EpochReport;
import org.ricvae.train.TrainingListener;

/**
 * How large the networks are and how long they are trained, chosen by the data: candidates are
 * trained on nine rows of ten, and that one is taken, at the length, where the loss of the tenth is
 * least. A table of a hundred rows wants a small network and few steps; a long one is given the
 * largest at once.
 */
final class Capacity {
  /** From so many rows on there is nothing to choose: they feed the largest. */
  static final long MANY_ROWS = 50_000;

  private static final List<List<Integer>> CANDIDATES = List.of(List.of(64), List.of(256, 128));

  /** Steps of a training where all cells are numbers. */
  private static final int STEPS = 8_000;

  /** With categories: a wrong one that was seen often enough is learnt by heart. */
  private static final int STEPS_WITH_CATEGORIES = 4_000;

  /**
   * Multiplications forward in a training, some minutes of a processor: beyond a thousand inputs or
   * so, a network is trained for fewer steps.
   */
  private static final long MOST_PRODUCTS = 400_000_000_000L;

  /** Rows held out. */
  private static final double VALIDATION = 0.1;

  /** Fewer steps than this teach nothing, whatever the loss says. */
  private static final int LEAST_STEPS = 400;

  /** What was chosen. */
  record Choice(List<Integer> hidden, int steps, String why) {}

  private Capacity() {}

  static Choice choose(
      TableTraining training, TableOptions o, Kernels kernels, TrainingListener l) {
    List<List<Integer>> candidates = o.hidden().isEmpty() ? CANDIDATES : List.of(o.hidden());
    boolean stepsGiven = o.steps() > 0;
    if (candidates.size() == 1 && stepsGiven) {
      return new Choice(o.hidden(), o.steps(), "as asked");
    }
    if (training.rows() >= MANY_ROWS) {
      List<Integer> largest = candidates.get(candidates.size() - 1);
      return new Choice(
          largest,
          stepsGiven ? o.steps() : most(training, largest),
          "%d rows feed the largest network".formatted(training.rows()));
    }
    Choice best = null;
    double least = Double.POSITIVE_INFINITY;
    for (List<Integer> hidden : candidates) {
      int most = stepsGiven ? o.steps() : most(training, hidden);
      List<EpochReport> epochs = new ArrayList<>();
      l.begin("trying hidden layers %s".formatted(hidden), most);
      training.train(
          hidden,
          most,
          VALIDATION,
          kernels,
          new TrainingListener() {
            @Override
            public void step(long done) {
              l.step(done);
            }

            @Override
            public void epoch(EpochReport report) {
              epochs.add(report);
            }
          });
      for (int e = 0; e < epochs.size(); e++) {
        int steps = Math.max(LEAST_STEPS, (int) ((e + 1L) * most / epochs.size()));
        double loss = epochs.get(e).validationLoss();
        if (loss < least) {
          least = loss;
          best =
              new Choice(
                  hidden,
                  stepsGiven ? o.steps() : steps,
                  "least loss of held-out rows, %.4g, after %d of %d steps"
                      .formatted(loss, steps, most));
        }
      }
    }
    return best == null
        ? new Choice(
            candidates.get(0),
            stepsGiven ? o.steps() : most(training, candidates.get(0)),
            "too few rows to hold any out")
        : best;
  }

  /** The most steps that a network is trained for. */
  private static int most(TableTraining training, List<Integer> hidden) {
    long affordable = MOST_PRODUCTS / training.products(training.vae(hidden));
    int useful = training.numbersOnly() ? STEPS : STEPS_WITH_CATEGORIES;
    return (int) Math.max(LEAST_STEPS, Math.min(useful, affordable));
  }
}
