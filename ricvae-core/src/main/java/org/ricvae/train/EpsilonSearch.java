package org.ricvae.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ricvae.data.InputException;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.Objective;

/**
 * Chooses ε by the data. The paper does not give it, and no constant serves: images of faces under
 * dark discs need a small one, digits collapse under it.
 *
 * <p>Known corruption is injected into a part of the data at hand ({@link InjectedSamples}), each
 * candidate is trained briefly with one pass, and what counts is how well the injected values are
 * recovered ({@link RecoveryError}). Taken is the smallest candidate that is about as good as the
 * best, among those whose latent space is alive: what was injected is not the dirt that is in the
 * data already, and a smaller ε bears more of that. The measurements behind all this are in {@code
 * docs/decisions/}.
 */
public final class EpsilonSearch {
  /** Candidates, in squared units of data scaled to [0, 1]: residuals from 0.01 to 0.45. */
  public static final List<Double> GRID = List.of(1e-4, 1e-3, 1e-2, 0.05, 0.2);

  /** Steps each candidate is trained for: by then recovery tells good from bad. */
  public static final int STEPS = 800;

  /** A smaller ε is taken if its error is at most this much larger than the best. */
  public static final double MARGIN = 0.25;

  /**
   * And if of what the best gains over a constant guess it loses no more than this share: where the
   * truth itself is noisy, a dead model may come within the other margin.
   */
  public static final double LOSS = 1.0 / 3;

  /** What became of a candidate. */
  public enum Outcome {
    /** Its latent space carries information. */
    ALIVE,
    /** Alive, and taken. */
    CHOSEN,
    /** No latent dimension carries information. */
    COLLAPSED,
    /** The loss became infinite. */
    DIVERGED
  }

  /**
   * One value that was tried.
   *
   * @param epsilon the value
   * @param steps it was trained for
   * @param error recovery error of the injected values; smaller is better
   * @param activeDimensions of its latent space
   * @param outcome what became of it
   */
  public record Candidate(
      double epsilon, int steps, double error, int activeDimensions, Outcome outcome) {
    Candidate with(Outcome other) {
      return new Candidate(epsilon, steps, error, activeDimensions, other);
    }
  }

  /**
   * What was chosen.
   *
   * @param epsilon the value
   * @param guess error of a constant guess, the median sample: what the candidates have to beat
   * @param candidates all that were tried
   */
  public record Choice(double epsilon, double guess, List<Candidate> candidates) {}

  private final TrainingData data;
  private final Architecture architecture;
  private final Plan plan;
  private final Kernels kernels;
  private final WorkerTeam team;

  /**
   * A search on the given data.
   *
   * @param plan of the training that follows: its batch, rate and seed are used
   */
  public EpsilonSearch(
      TrainingData data, Architecture architecture, Plan plan, Kernels kernels, WorkerTeam team) {
    this.data = data;
    this.architecture = architecture;
    this.plan = plan;
    this.kernels = kernels;
    this.team = team;
  }

  /**
   * Tries the candidates.
   *
   * @return the choice; null if it was asked to stop
   * @throws InputException where every candidate collapses
   */
  public Choice run(BooleanSupplier stop, TrainingListener listener) {
    Trial trial = new Trial(data, plan.seed());
    List<Candidate> tried = new ArrayList<>();
    listener.begin("choosing epsilon", (long) GRID.size() * STEPS);
    for (double epsilon : GRID) {
      Candidate candidate = attempt(epsilon, trial, stop, listener);
      if (candidate == null) {
        return null;
      }
      listener.candidate(candidate);
      tried.add(candidate);
    }
    double guess = trial.guess();
    double chosen = choose(tried, guess);
    List<Candidate> told =
        tried.stream().map(c -> c.epsilon() == chosen ? c.with(Outcome.CHOSEN) : c).toList();
    return new Choice(chosen, guess, told);
  }

  /** The smallest ε that is alive and within the margins of the best. */
  static double choose(List<Candidate> tried, double guess) {
    double best =
        tried.stream()
            .filter(c -> c.outcome() == Outcome.ALIVE)
            .mapToDouble(Candidate::error)
            .min()
            .orElseThrow(() -> noneAlive(tried));
    double limit = (1 + MARGIN) * best;
    double worst = guess > best ? Math.min(limit, best + LOSS * (guess - best)) : limit;
    return tried.stream()
        .filter(c -> c.outcome() == Outcome.ALIVE && c.error() <= worst)
        .mapToDouble(Candidate::epsilon)
        .min()
        .orElseThrow(() -> noneAlive(tried));
  }

  private static InputException noneAlive(List<Candidate> tried) {
    String range = "%s to %s".formatted(GRID.get(0), GRID.get(GRID.size() - 1));
    if (tried.stream().anyMatch(c -> c.outcome() == Outcome.COLLAPSED)) {
      return new InputException(
          "the posterior collapsed for every epsilon from %s: no latent dimension carries information; the data may hold nothing but noise"
              .formatted(range));
    }
    return new InputException(
        "the loss became infinite for every epsilon from %s; try a smaller --lr".formatted(range));
  }

  /** Trains and measures one candidate; null if asked to stop. */
  private Candidate attempt(
      double epsilon, Trial trial, BooleanSupplier stop, TrainingListener listener) {
    Objective objective = new Objective(new ConditionedVariance(epsilon, false), 1, false);
    long before = (long) GRID.indexOf(epsilon) * STEPS;
    TrainingListener steps =
        new TrainingListener() {
          @Override
          public void step(long done) {
            listener.step(before + done);
          }
        };
    Trial.Result result =
        trial.run(architecture, objective, brief(), STEPS, kernels, team, stop, steps);
    if (result == null) {
      return null;
    }
    Outcome outcome = result.alive() ? Outcome.ALIVE : Outcome.COLLAPSED;
    return new Candidate(
        epsilon,
        STEPS,
        result.error(),
        result.activeDimensions(),
        result.diverged() ? Outcome.DIVERGED : outcome);
  }

  /** The plan of a candidate: as many epochs as its steps need, or a part of one. */
  private Plan brief() {
    return new Plan(
        Plan.epochs(STEPS, data.count(), plan.batch()),
        plan.batch(),
        plan.learningRate(),
        Schedule.STEP,
        0,
        plan.klWarmUp(),
        0,
        0,
        0,
        plan.seed());
  }
}
