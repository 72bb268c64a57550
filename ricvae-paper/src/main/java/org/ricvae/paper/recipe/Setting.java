package org.ricvae.paper.recipe;

import java.util.Locale;
import org.ricvae.Epsilon;
import org.ricvae.ModelKind;
import org.ricvae.Options;

/**
 * One way to train a RiC-VAE.
 *
 * @param passes N
 * @param flow whether gradients flow through recycled samples; of no account for N = 1
 * @param warmUp share of the steps at the start that run one pass
 * @param epsilon ε
 */
record Setting(int passes, boolean flow, double warmUp, double epsilon) {
  /** What it is, but for ε: a row of a table. */
  String row() {
    if (passes == 1) {
      return "N = 1";
    }
    return String.format(
        Locale.ROOT,
        "N = %d, gradient %s, passes after %.0f %% of the steps",
        passes,
        flow ? "through" : "stopped at",
        100 * warmUp);
  }

  /** In the name of a cell. */
  String key() {
    return "n%d-%s-w%s-e%s".formatted(passes, flow ? "flow" : "stop", warmUp, epsilon);
  }

  Options options(Options base) {
    return base.withKind(ModelKind.RICVAE)
        .withPasses(passes)
        .withGradientThroughSample(flow)
        .withWarmUp(warmUp)
        .withEpsilon(new Epsilon.Fixed(epsilon));
  }

  /** How many times as long as a training with one pass it takes. */
  double cost() {
    return passes == 1 ? 1 : warmUp + (1 - warmUp) * passes;
  }
}
