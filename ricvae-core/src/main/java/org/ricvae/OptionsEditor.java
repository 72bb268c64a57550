package org.ricvae;

import java.util.List;
import org.ricvae.kernel.Activation;
import org.ricvae.train.Schedule;

/** Options while one of them is changed. */
final class OptionsEditor {
  ModelKind kind;
  int passes;
  int latent;
  List<Integer> encoderHidden;
  List<Integer> decoderHidden;
  Activation hiddenActivation;
  Activation outputActivation;
  Epsilon epsilon;
  boolean gradientThroughSample;
  double deviation;
  int epochs;
  int batch;
  double learningRate;
  Schedule schedule;
  double warmUp;
  int klWarmUp;
  double weightDecay;
  double validation;
  int patience;
  long seed;
  int threads;

  OptionsEditor(Options o) {
    kind = o.kind();
    passes = o.passes();
    latent = o.latent();
    encoderHidden = o.encoderHidden();
    decoderHidden = o.decoderHidden();
    hiddenActivation = o.hiddenActivation();
    outputActivation = o.outputActivation();
    epsilon = o.epsilon();
    gradientThroughSample = o.gradientThroughSample();
    deviation = o.deviation();
    epochs = o.epochs();
    batch = o.batch();
    learningRate = o.learningRate();
    schedule = o.schedule();
    warmUp = o.warmUp();
    klWarmUp = o.klWarmUp();
    weightDecay = o.weightDecay();
    validation = o.validation();
    patience = o.patience();
    seed = o.seed();
    threads = o.threads();
  }

  Options options() {
    return new Options(
        kind,
        passes,
        latent,
        encoderHidden,
        decoderHidden,
        hiddenActivation,
        outputActivation,
        epsilon,
        gradientThroughSample,
        deviation,
        epochs,
        batch,
        learningRate,
        schedule,
        warmUp,
        klWarmUp,
        weightDecay,
        validation,
        patience,
        seed,
        threads);
  }
}
