package org.ricvae.table.model;

import java.util.List;
import org.ricvae.data.InputException;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Objective;

/**
 * How to fit a table. {@link #defaults()} asks nothing of the user.
 *
 * @param passes N, passes in training
 * @param latent κ, latent dimensions; 0: half the cells, at most {@link #MAX_LATENT}
 * @param hidden widths of the encoder's hidden layers, the decoder's the other way round; none: the
 *     data choose
 * @param steps of training; 0: the data choose
 * @param batch samples a step
 * @param learningRate Adam's at the start
 * @param epsilon ε of eq. 8 for the numeric cells, in squared robust deviations of the column
 * @param wrong ρ, the share of categorical cells taken to be wrong
 * @param hiding the largest share of a row's cells hidden from the encoder in training
 * @param seed of everything random
 * @param threads workers; the result does not depend on it
 */
public record TableOptions(
    int passes,
    int latent,
    List<Integer> hidden,
    int steps,
    int batch,
    double learningRate,
    double epsilon,
    double wrong,
    double hiding,
    long seed,
    int threads) {
  /** A tenth of a robust deviation counts as reproduced. */
  public static final double DEFAULT_EPSILON = 0.01;

  /** Categories are as often wrong as the worst real tables have it. */
  public static final double DEFAULT_WRONG = 0.05;

  /** From nothing hidden to everything. */
  public static final double DEFAULT_HIDING = 1;

  /** More were never alive. */
  public static final int MAX_LATENT = 32;

  /** Samples a step. */
  public static final int DEFAULT_BATCH = 128;

  /** Adam's usual step size. */
  public static final double DEFAULT_LEARNING_RATE = 1e-3;

  /** Checks what the parts do not check themselves. */
  public TableOptions {
    hidden = List.copyOf(hidden);
    if (passes < 1 || passes > Objective.MAX_PASSES) {
      throw new InputException(
          "-N %d is out of range, allowed are 1 to %d".formatted(passes, Objective.MAX_PASSES));
    }
    if (latent < 0 || steps < 0) {
      throw new InputException("--latent and --steps: allowed are 1 and more");
    }
    if (threads < 1) {
      throw new InputException("--threads %d: allowed are 1 and more".formatted(threads));
    }
  }

  /** All is left to the data, on all processors. */
  public static TableOptions defaults() {
    return new TableOptions(
        1,
        0,
        List.of(),
        0,
        DEFAULT_BATCH,
        DEFAULT_LEARNING_RATE,
        DEFAULT_EPSILON,
        DEFAULT_WRONG,
        DEFAULT_HIDING,
        0,
        Runtime.getRuntime().availableProcessors());
  }

  /** A copy with another {@link #seed}. */
  public TableOptions withSeed(long other) {
    return new TableOptions(
        passes, latent, hidden, steps, batch, learningRate, epsilon, wrong, hiding, other, threads);
  }

  /** A copy with another number of {@link #threads}. */
  public TableOptions withThreads(int other) {
    return new TableOptions(
        passes, latent, hidden, steps, batch, learningRate, epsilon, wrong, hiding, seed, other);
  }

  WorkerTeam team() {
    return new WorkerTeam(threads);
  }
}
