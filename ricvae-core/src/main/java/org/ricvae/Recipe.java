package org.ricvae;

import org.ricvae.model.Architecture;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.FixedVariance;
import org.ricvae.model.LearnedVariance;
import org.ricvae.model.Likelihood;
import org.ricvae.model.Objective;
import org.ricvae.model.SquaredError;
import org.ricvae.train.Plan;
import org.ricvae.train.TrainingData;

/** From options to what the engine is told. */
final class Recipe {
  private Recipe() {}

  static Architecture architecture(Options o, TrainingData data) {
    return new Architecture(
        data.samples().shape().size(),
        o.latent(),
        o.encoderHidden(),
        o.decoderHidden(),
        o.hiddenActivation(),
        o.outputActivation());
  }

  static Objective objective(Options o, double epsilon) {
    Likelihood likelihood =
        switch (o.kind()) {
          case AE -> new SquaredError();
          case L2VAE -> new FixedVariance(o.deviation());
          case LCVAE -> new LearnedVariance(LearnedVariance.DEFAULT_FLOOR);
          case ICVAE, RICVAE ->
              new ConditionedVariance(epsilon, o.epsilon() instanceof Epsilon.Relative);
        };
    return new Objective(likelihood, o.effectivePasses(), o.gradientThroughSample());
  }

  /** ε, or the factor if it is relative; NaN where the model has none. */
  static double givenEpsilon(Options o) {
    if (!o.kind().hasEpsilon()) {
      return Double.NaN;
    }
    if (o.epsilon() instanceof Epsilon.Fixed fixed) {
      return fixed.value();
    }
    return ((Epsilon.Relative) o.epsilon()).factor();
  }

  static Plan plan(Options o, int count) {
    int training = (int) Math.max(1, count - Math.round(o.validation() * count));
    int epochs =
        o.epochs() > 0 ? o.epochs() : Plan.epochs(Options.DEFAULT_STEPS, training, o.batch());
    return new Plan(
        epochs,
        o.batch(),
        o.learningRate(),
        o.schedule(),
        o.effectivePasses() > 1 ? o.warmUp() : 0,
        o.kind() == ModelKind.AE ? 0 : o.klWarmUp(),
        o.weightDecay(),
        o.validation(),
        o.patience(),
        o.seed());
  }
}
