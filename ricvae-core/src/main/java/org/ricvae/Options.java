package org.ricvae;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.ricvae.data.InputException;
import org.ricvae.kernel.Activation;
import org.ricvae.model.FixedVariance;
import org.ricvae.train.Plan;
import org.ricvae.train.Schedule;

/**
 * How to fit a model. {@link #defaults()} asks nothing of the user; every {@code with…} returns a
 * changed copy.
 *
 * @param kind which model of the paper
 * @param passes N, passes in training; 0: the kind's own
 * @param latent κ, latent dimensions; more than needed are switched off by the KL term
 * @param encoderHidden widths of the encoder's hidden layers; none: affine
 * @param decoderHidden widths of the decoder's hidden layers, latent side first; none: affine
 * @param hiddenActivation after each hidden layer
 * @param outputActivation after the decoder's mean; data are scaled to [0, 1]
 * @param epsilon ε of the iC-VAE
 * @param gradientThroughSample whether gradients flow through recycled samples
 * @param deviation s of the ℓ2-VAE, in units of the scaled data
 * @param epochs passes over the data; 0: as many as {@link #DEFAULT_STEPS} steps need
 * @param batch samples a step
 * @param learningRate Adam's step size at the start
 * @param schedule how it falls
 * @param warmUp share of the steps at the start that run one pass instead of N
 * @param klWarmUp steps over which the KL term's weight rises from 0 to 1
 * @param weightDecay decoupled decay of the weights
 * @param validation share of the samples held out
 * @param patience epochs without a better validation loss after which to stop; 0: never
 * @param seed of everything random
 * @param threads workers; the result does not depend on it
 */
public record Options(
    ModelKind kind,
    int passes,
    int latent,
    List<Integer> encoderHidden,
    List<Integer> decoderHidden,
    Activation hiddenActivation,
    Activation outputActivation,
    Epsilon epsilon,
    boolean gradientThroughSample,
    double deviation,
    int epochs,
    int batch,
    double learningRate,
    Schedule schedule,
    double warmUp,
    int klWarmUp,
    double weightDecay,
    double validation,
    int patience,
    long seed,
    int threads) {
  /** Latent dimensions: enough for images of 28 x 28, and the KL term drops what is not needed. */
  public static final int DEFAULT_LATENT = 32;

  /** Hidden layers of the encoder; the decoder has them the other way round. */
  public static final List<Integer> DEFAULT_HIDDEN = List.of(512, 256);

  /** Samples a step: four blocks, of which two workers take two each. */
  public static final int DEFAULT_BATCH = 128;

  /** Steps a training takes unless epochs are given. */
  public static final int DEFAULT_STEPS = 6_000;

  /** Adam's usual step size. */
  public static final double DEFAULT_LEARNING_RATE = 1e-3;

  /** Share of the steps before the first recycled sample. */
  public static final double DEFAULT_WARM_UP = 0.25;

  /** Steps in which the KL term comes in: without them digits collapse at once. */
  public static final int DEFAULT_KL_WARM_UP = 400;

  /** The most threads that are of use. */
  public static final int MAX_THREADS = 256;

  /** Checks what the parts do not check themselves. */
  public Options {
    encoderHidden = List.copyOf(encoderHidden);
    decoderHidden = List.copyOf(decoderHidden);
    if (passes < 0) {
      throw new InputException("-N %d is out of range, allowed are 1 and more".formatted(passes));
    }
    if (epochs < 0) {
      throw new InputException(
          "--epochs %d is out of range, allowed are 1 and more".formatted(epochs));
    }
    // Its checks are wanted now, not after the data have been read.
    var unused =
        new Plan(
            Math.max(1, epochs),
            batch,
            learningRate,
            schedule,
            warmUp,
            klWarmUp,
            weightDecay,
            validation,
            patience,
            seed);
    if (threads < 1 || threads > MAX_THREADS) {
      throw new InputException(
          "--threads %d is out of range, allowed are 1 to %d".formatted(threads, MAX_THREADS));
    }
  }

  /** A RiC-VAE that chooses ε itself, on all processors. */
  public static Options defaults() {
    return new Options(
        ModelKind.RICVAE,
        0,
        DEFAULT_LATENT,
        DEFAULT_HIDDEN,
        reversed(DEFAULT_HIDDEN),
        Activation.RELU,
        Activation.SIGMOID,
        new Epsilon.Auto(),
        false,
        FixedVariance.DEFAULT_DEVIATION,
        0,
        DEFAULT_BATCH,
        DEFAULT_LEARNING_RATE,
        Schedule.STEP,
        DEFAULT_WARM_UP,
        DEFAULT_KL_WARM_UP,
        0,
        0,
        0,
        0,
        Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  /** N, the kind's own where none was given. */
  public int effectivePasses() {
    return passes == 0 ? kind.defaultPasses() : passes;
  }

  private static List<Integer> reversed(List<Integer> widths) {
    List<Integer> copy = new ArrayList<>(widths);
    Collections.reverse(copy);
    return copy;
  }

  /** A copy with another {@link #kind}. */
  public Options withKind(ModelKind kind) {
    return edited(e -> e.kind = kind);
  }

  /** A copy with another {@link #passes}. */
  public Options withPasses(int passes) {
    return edited(e -> e.passes = passes);
  }

  /** A copy with another {@link #latent}. */
  public Options withLatent(int latent) {
    return edited(e -> e.latent = latent);
  }

  /** A copy with another {@link #hiddenActivation}. */
  public Options withHiddenActivation(Activation hiddenActivation) {
    return edited(e -> e.hiddenActivation = hiddenActivation);
  }

  /** A copy with another {@link #outputActivation}. */
  public Options withOutputActivation(Activation outputActivation) {
    return edited(e -> e.outputActivation = outputActivation);
  }

  /** A copy with another {@link #epsilon}. */
  public Options withEpsilon(Epsilon epsilon) {
    return edited(e -> e.epsilon = epsilon);
  }

  /** A copy with another {@link #gradientThroughSample}. */
  public Options withGradientThroughSample(boolean gradientThroughSample) {
    return edited(e -> e.gradientThroughSample = gradientThroughSample);
  }

  /** A copy with another {@link #deviation}. */
  public Options withDeviation(double deviation) {
    return edited(e -> e.deviation = deviation);
  }

  /** A copy with another {@link #epochs}. */
  public Options withEpochs(int epochs) {
    return edited(e -> e.epochs = epochs);
  }

  /** A copy with another {@link #batch}. */
  public Options withBatch(int batch) {
    return edited(e -> e.batch = batch);
  }

  /** A copy with another {@link #learningRate}. */
  public Options withLearningRate(double learningRate) {
    return edited(e -> e.learningRate = learningRate);
  }

  /** A copy with another {@link #schedule}. */
  public Options withSchedule(Schedule schedule) {
    return edited(e -> e.schedule = schedule);
  }

  /** A copy with another {@link #warmUp}. */
  public Options withWarmUp(double warmUp) {
    return edited(e -> e.warmUp = warmUp);
  }

  /** A copy with another {@link #klWarmUp}. */
  public Options withKlWarmUp(int klWarmUp) {
    return edited(e -> e.klWarmUp = klWarmUp);
  }

  /** A copy with another {@link #weightDecay}. */
  public Options withWeightDecay(double weightDecay) {
    return edited(e -> e.weightDecay = weightDecay);
  }

  /** A copy with another {@link #validation}. */
  public Options withValidation(double validation) {
    return edited(e -> e.validation = validation);
  }

  /** A copy with another {@link #patience}. */
  public Options withPatience(int patience) {
    return edited(e -> e.patience = patience);
  }

  /** A copy with another {@link #seed}. */
  public Options withSeed(long seed) {
    return edited(e -> e.seed = seed);
  }

  /** A copy with another {@link #threads}. */
  public Options withThreads(int threads) {
    return edited(e -> e.threads = threads);
  }

  /** A copy with other hidden layers: the encoder's, and the same the other way round. */
  public Options withHidden(List<Integer> widths) {
    return withHidden(widths, reversed(widths));
  }

  /** A copy with other hidden layers, encoder and decoder apart; none: affine. */
  public Options withHidden(List<Integer> encoder, List<Integer> decoder) {
    return edited(
        e -> {
          e.encoderHidden = encoder;
          e.decoderHidden = decoder;
        });
  }

  private Options edited(Consumer<OptionsEditor> change) {
    OptionsEditor editor = new OptionsEditor(this);
    change.accept(editor);
    return editor.options();
  }
}
