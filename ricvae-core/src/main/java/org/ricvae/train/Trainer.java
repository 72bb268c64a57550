package org.ricvae.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.ricvae.data.InputException;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.Likelihood;
import org.ricvae.model.MixedLikelihood;
import org.ricvae.model.RecurrentVae;
import org.ricvae.model.Workspace;

/** Runs epochs of steps over a data set, from a state that can be saved and continued. */
public final class Trainer {
  /** The noise of validation is that of an epoch of its own, so that epochs compare. */
  private static final int VALIDATION_EPOCH = -1;

  /** Share of the steps, at most, in which the KL term comes in. */
  private static final double KL_WARM_UP = 0.4;

  private final RecurrentVae vae;
  private final Plan plan;
  private final TrainingState state;
  private final TrainingStep step;
  private final int[] order;
  private final int[] training;
  private final int[] validation;
  private final int stepsAnEpoch;
  private final long span;
  private boolean diverged;

  /**
   * A trainer that goes on from a state.
   *
   * @param data the data, scaled
   * @param state where to begin
   */
  public Trainer(
      RecurrentVae vae,
      Plan plan,
      TrainingData data,
      TrainingState state,
      Kernels kernels,
      WorkerTeam team) {
    this(vae, plan, data, state, 0, kernels, team);
  }

  /**
   * A trainer that stops early.
   *
   * @param span steps over which the rate falls and training warms up; 0: those of the plan
   */
  Trainer(
      RecurrentVae vae,
      Plan plan,
      TrainingData data,
      TrainingState state,
      long span,
      Kernels kernels,
      WorkerTeam team) {
    this.vae = vae;
    this.plan = plan;
    this.state = state;
    int count = data.count();
    int[] all = shuffled(identity(count), plan.seed(), VALIDATION_EPOCH);
    int held = (int) Math.round(plan.validation() * count);
    if (plan.patience() > 0 && held == 0) {
      throw new InputException(
          "--validation %s of %d samples holds none out, so --patience has nothing to go by; take a larger share"
              .formatted(plan.validation(), count));
    }
    validation = Arrays.copyOf(all, held);
    training = Arrays.copyOfRange(all, held, count);
    Arrays.sort(training);
    Arrays.sort(validation);
    order = new int[training.length];
    stepsAnEpoch = (training.length + plan.batch() - 1) / plan.batch();
    this.span = span > 0 ? span : steps();
    step = new TrainingStep(vae, kernels, team, Math.min(plan.batch(), count));
    step.bind(state.weights, state.adam, data.loader(vae));
  }

  /** Steps in the whole plan. */
  public long steps() {
    return (long) stepsAnEpoch * plan.epochs();
  }

  /** Steps behind. */
  public long done() {
    return (long) state.epoch * stepsAnEpoch + state.batch;
  }

  /** Whether it ended because the loss became infinite. */
  boolean diverged() {
    return diverged;
  }

  /** Where it stands. */
  public TrainingState state() {
    return state;
  }

  /**
   * Trains until the plan is fulfilled, a number of steps is done, the validation loss no longer
   * improves, or it is asked to stop.
   *
   * @param until steps after which to return, counted from the beginning of the plan
   * @param stop asked after each step
   * @param afterStep run between two steps: the place to save a checkpoint
   * @return whether training is complete
   */
  public boolean run(
      long until, BooleanSupplier stop, Runnable afterStep, TrainingListener listener) {
    while (state.epoch < plan.epochs() && !exhausted()) {
      System.arraycopy(training, 0, order, 0, training.length);
      shuffled(order, plan.seed(), state.epoch);
      long begun = System.nanoTime();
      long samplesBefore = state.sums.samples;
      while (state.batch < stepsAnEpoch) {
        if (done() >= until || stop.getAsBoolean()) {
          return false;
        }
        step();
        listener.step(done());
        if (state.batch < stepsAnEpoch) {
          afterStep.run();
        }
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      listener.epoch(endEpoch(seconds, state.sums.samples - samplesBefore));
      afterStep.run();
    }
    return true;
  }

  private void step() {
    int from = state.batch * plan.batch();
    int rows = Math.min(plan.batch(), training.length - from);
    Workspace ws = step.workspace();
    ws.settings().set(passes(), (float) epsilon(), klWeight(), plan.seed(), state.epoch, true);
    step.evaluate(order, from, rows);
    state.sums.add(ws);
    checkFinite(ws);
    step.update(learningRate());
    followResidual(ws.squaredResidual(0) / ((double) rows * residuals()));
    state.batch++;
  }

  private void checkFinite(Workspace ws) {
    for (int p = 0; p < ws.passes(); p++) {
      if (!Double.isFinite(ws.loss(p) + ws.kl(p))) {
        diverged = true;
        throw new InputException(
            "the loss became %s in epoch %d, batch %d, pass %d; try a smaller --lr, a larger --epsilon, or fewer passes (-N)"
                .formatted(ws.loss(p) + ws.kl(p), state.epoch + 1, state.batch + 1, p + 1));
      }
    }
  }

  private EpochReport endEpoch(double seconds, long samples) {
    EpochSums sums = state.sums;
    double validationLoss = validationLoss();
    EpochReport report =
        new EpochReport(
            state.epoch + 1,
            plan.epochs(),
            sums.meanLoss(),
            Arrays.stream(sums.kl).sum() / sums.samples,
            sums.squared[0] / ((double) sums.samples * residuals()),
            validationLoss,
            sums.activeDimensions(),
            learningRate(),
            conditioned() != null ? epsilon() : Double.NaN,
            seconds,
            samples / seconds);
    if (validationLoss < state.bestValidation) {
      state.bestValidation = validationLoss;
      state.bestEpoch = state.epoch;
      if (plan.patience() > 0) {
        state.bestWeights = state.weights.clone();
      }
    }
    state.epoch++;
    state.batch = 0;
    state.sums.clear();
    return report;
  }

  private double validationLoss() {
    if (validation.length == 0) {
      return Double.NaN;
    }
    EpochSums sums = new EpochSums(vae.objective().passes(), vae.architecture().latent());
    step.workspace()
        .settings()
        .set(vae.objective().passes(), (float) epsilon(), 1, plan.seed(), VALIDATION_EPOCH, false);
    for (int from = 0; from < validation.length; from += plan.batch()) {
      int rows = Math.min(plan.batch(), validation.length - from);
      step.evaluate(validation, from, rows);
      sums.add(step.workspace());
    }
    return sums.meanLoss();
  }

  /** Whether the validation loss has not improved for as long as the plan has patience. */
  private boolean exhausted() {
    return plan.patience() > 0 && state.epoch - state.bestEpoch > plan.patience();
  }

  /** Passes of the step at hand: one while training warms up, then N. */
  private int passes() {
    return done() < plan.warmUp() * span ? 1 : vae.objective().passes();
  }

  /** Rises from 0 to 1 while training warms up. */
  private float klWeight() {
    double steps = Math.min(plan.klWarmUp(), KL_WARM_UP * span);
    return steps < 1 ? 1 : (float) Math.min(1, done() / steps);
  }

  private double learningRate() {
    return plan.learningRate() * plan.schedule().factor(done() / (double) span);
  }

  private double epsilon() {
    ConditionedVariance c = conditioned();
    if (c == null) {
      return 0;
    }
    if (!c.relative()) {
      return c.epsilon();
    }
    // Before the first batch there is no residual yet: that of scaled data is below 1.
    double mean = state.runningResidual < 0 ? 1 : state.runningResidual;
    return Math.max(ConditionedVariance.MIN_EPSILON, c.epsilon() * mean);
  }

  /** The part of the likelihood that has an ε; null if there is none. */
  private ConditionedVariance conditioned() {
    Likelihood likelihood = vae.objective().likelihood();
    if (likelihood instanceof MixedLikelihood mixed) {
      return mixed.conditioned();
    }
    return likelihood instanceof ConditionedVariance c ? c : null;
  }

  /** Values of a sample that have a residual: of a table's row the numeric cells. */
  private int residuals() {
    return vae.objective().likelihood() instanceof MixedLikelihood mixed
        ? Math.max(1, mixed.cells().numeric())
        : vae.architecture().size();
  }

  private void followResidual(double meanSquare) {
    double decay = ConditionedVariance.RUNNING_MEAN_DECAY;
    state.runningResidual =
        state.runningResidual < 0
            ? meanSquare
            : decay * state.runningResidual + (1 - decay) * meanSquare;
  }

  private static int[] identity(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }

  /** Fisher and Yates' shuffle, keyed by seed and epoch. */
  private static int[] shuffled(int[] order, long seed, int epoch) {
    SplittableRandom random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + epoch);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int t = order[i];
      order[i] = order[j];
      order[j] = t;
    }
    return order;
  }
}
