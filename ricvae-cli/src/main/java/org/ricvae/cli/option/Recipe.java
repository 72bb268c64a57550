package org.ricvae.cli.option;

import java.util.Locale;
import org.ricvae.Epsilon;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.data.InputException;
import org.ricvae.kernel.Activation;
import org.ricvae.train.Schedule;
import picocli.CommandLine.Option;

/** How a model is trained; what is not given stays as {@link Options#defaults()} has it. */
public final class Recipe {
  @Option(
      names = "--model",
      paramLabel = "KIND",
      description =
          "ricvae (default), icvae, l2vae, lcvae, or ae. More passes make each of them recurrent.")
  ModelKind kind;

  @Option(
      names = "-N",
      paramLabel = "PASSES",
      description = "Passes in training (default: 2 for ricvae, 1 for the others).")
  Integer passes;

  @Option(
      names = "--latent",
      paramLabel = "NUMBER",
      description =
          "Latent dimensions (default: "
              + Options.DEFAULT_LATENT
              + "); what is not needed is dropped.")
  Integer latent;

  @Option(
      names = "--hidden",
      paramLabel = "WIDTHS",
      description =
          "Hidden layers of the encoder, and the other way round of the decoder: 512,256 (default), or none.")
  Widths hidden;

  @Option(
      names = "--encoder-hidden",
      paramLabel = "WIDTHS",
      description = "Those of the encoder alone.")
  Widths encoderHidden;

  @Option(
      names = "--decoder-hidden",
      paramLabel = "WIDTHS",
      description = "Those of the decoder alone, latent side first.")
  Widths decoderHidden;

  @Option(
      names = "--activation",
      paramLabel = "NAME",
      description = "After each hidden layer: relu (default), tanh, sigmoid, or linear.")
  Activation activation;

  @Option(
      names = "--output-activation",
      paramLabel = "NAME",
      description = "After the last layer: sigmoid (default), linear, or tanh.")
  Activation outputActivation;

  @Option(
      names = "--epsilon",
      paramLabel = "EPSILON",
      description =
          "How exact the model is to be: auto (default: the data choose), a number such as 1e-3 in squared units of the scaled data, or relative:FACTOR.")
  Epsilon epsilon;

  @Option(
      names = "--gradient",
      paramLabel = "stop|flow",
      description = "Whether gradients flow through recycled samples (default: stop).")
  GradientPath gradient;

  @Option(
      names = "--deviation",
      paramLabel = "NUMBER",
      description = "Standard deviation of the l2vae, in units of the scaled data.")
  Double deviation;

  @Option(
      names = "--epochs",
      paramLabel = "NUMBER",
      description =
          "Times the data are gone through (default: as many as make "
              + Options.DEFAULT_STEPS
              + " steps).")
  Integer epochs;

  @Option(
      names = "--batch",
      paramLabel = "NUMBER",
      description = "Samples a step (default: " + Options.DEFAULT_BATCH + ").")
  Integer batch;

  @Option(
      names = "--lr",
      paramLabel = "RATE",
      description = "Learning rate at the start (default: " + Options.DEFAULT_LEARNING_RATE + ").")
  Double learningRate;

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      description = "How the rate falls: step (default), cosine, or constant.")
  Schedule schedule;

  @Option(
      names = "--warm-up",
      paramLabel = "SHARE",
      description =
          "Share of the steps at the start that run one pass instead of N (default: "
              + Options.DEFAULT_WARM_UP
              + ").")
  Double warmUp;

  @Option(
      names = "--kl-warm-up",
      paramLabel = "STEPS",
      description =
          "Steps over which the weight of the KL term rises from 0 to 1 (default: "
              + Options.DEFAULT_KL_WARM_UP
              + ").")
  Integer klWarmUp;

  @Option(
      names = "--weight-decay",
      paramLabel = "RATE",
      description = "Decay of the weights (default: 0).")
  Double weightDecay;

  @Option(
      names = "--validation",
      paramLabel = "SHARE",
      description = "Share of the samples held out, 0 to 0.9 (default: 0).")
  Double validation;

  @Option(
      names = "--patience",
      paramLabel = "EPOCHS",
      description =
          "Stop after so many epochs without a better loss on the held-out samples (default: never).")
  Integer patience;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Seed of everything random (default: 0).")
  Long seed;

  /** Whether gradients flow through recycled samples. */
  enum GradientPath {
    STOP,
    FLOW
  }

  /** The options of a training. */
  public Options options(int threads) {
    Options o = Options.defaults().withThreads(threads);
    o = kind == null ? o : o.withKind(kind);
    o = passes == null ? o : o.withPasses(atLeastOne("-N", passes));
    o = latent == null ? o : o.withLatent(latent);
    o = layers(o);
    o = activation == null ? o : o.withHiddenActivation(activation);
    o = outputActivation == null ? o : o.withOutputActivation(outputActivation);
    o = epsilon == null ? o : o.withEpsilon(epsilon);
    o = gradient == null ? o : o.withGradientThroughSample(gradient == GradientPath.FLOW);
    o = deviation == null ? o : o.withDeviation(deviation);
    o = epochs == null ? o : o.withEpochs(atLeastOne("--epochs", epochs));
    o = batch == null ? o : o.withBatch(atLeastOne("--batch", batch));
    o = learningRate == null ? o : o.withLearningRate(learningRate);
    o = schedule == null ? o : o.withSchedule(schedule);
    o = warmUp == null ? o : o.withWarmUp(warmUp);
    o = klWarmUp == null ? o : o.withKlWarmUp(klWarmUp);
    o = weightDecay == null ? o : o.withWeightDecay(weightDecay);
    o = validation == null ? o : o.withValidation(validation);
    o = patience == null ? o : o.withPatience(patience);
    o = seed == null ? o : o.withSeed(seed);
    refuseIdle(o);
    return o;
  }

  /** An option that would do nothing is a mistake that nobody would notice. */
  private void refuseIdle(Options o) {
    String model = "--model " + o.kind().name().toLowerCase(Locale.ROOT);
    refuse(epsilon != null && !o.kind().hasEpsilon(), "--epsilon", model + " has none");
    refuse(
        deviation != null && o.kind() != ModelKind.L2VAE,
        "--deviation",
        "it belongs to --model l2vae");
    refuse(klWarmUp != null && o.kind() == ModelKind.AE, "--kl-warm-up", model + " has no KL term");
    boolean onePass = o.effectivePasses() == 1;
    refuse(
        gradient != null && onePass, "--gradient", "with one pass nothing is recycled; add -N 2");
    refuse(warmUp != null && onePass, "--warm-up", "with one pass nothing is recycled; add -N 2");
  }

  private static void refuse(boolean idle, String option, String why) {
    if (idle) {
      throw new InputException("%s does nothing here: %s".formatted(option, why));
    }
  }

  private Options layers(Options o) {
    Options both = hidden == null ? o : o.withHidden(hidden.widths());
    return both.withHidden(
        encoderHidden == null ? both.encoderHidden() : encoderHidden.widths(),
        decoderHidden == null ? both.decoderHidden() : decoderHidden.widths());
  }

  /** In {@link Options} a 0 may stand for the default; here it is a mistake. */
  private static int atLeastOne(String option, int value) {
    if (value < 1) {
      throw new InputException(
          "%s %d is out of range, allowed are 1 and more".formatted(option, value));
    }
    return value;
  }
}
