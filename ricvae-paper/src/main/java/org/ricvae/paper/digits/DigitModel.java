package org.ricvae.paper.digits;

import java.util.List;
import java.util.Locale;
import org.ricvae.Epsilon;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.report.Ink;

/**
 * The trainings behind Figures 4 to 6 and the supplement's samples, and the one place that says how
 * they are done. Common to all: κ = 30 and 3 layers on each side (the paper's), 784-512-512-30 and
 * mirrored, one seed.
 */
enum DigitModel {
  /** ℓ2-VAE. */
  L2VAE("ℓ2-VAE", "l2", 1, Ink.GREEN_OPEN),
  /** iC-VAE, which is RiC-VAE (1, 1). */
  ICVAE("iC-VAE", "ic", 1, Ink.BLUE_OPEN),
  /** RiC-VAE with N = 2; no model of Figure 4. */
  RICVAE_2("RiC-VAE (N = 2)", "ric2", 2, Ink.BLUE),
  /** RiC-VAE with N = 5. */
  RICVAE("RiC-VAE (N = 5)", "ric", 5, Ink.BLUE);

  /** Those of Figure 4. */
  static final List<DigitModel> FIGURE4 = List.of(L2VAE, ICVAE, RICVAE);

  /** κ. */
  static final int LATENT = 30;

  /** Hidden layers of the encoder; the decoder has them the other way round. */
  static final List<Integer> HIDDEN = List.of(512, 512);

  /** Of initialisation, order and noise. */
  static final long SEED = 1;

  private final String title;
  private final String shortKey;
  private final int passes;
  private final Ink ink;

  DigitModel(String title, String shortKey, int passes, Ink ink) {
    this.title = title;
    this.shortKey = shortKey;
    this.passes = passes;
    this.ink = ink;
  }

  String title() {
    return title;
  }

  Ink ink() {
    return ink;
  }

  /** In the name of a cell and of the model's folder. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In the names of cells about its samples. */
  String shortKey() {
    return shortKey;
  }

  boolean hasEpsilon() {
    return this != L2VAE;
  }

  /** N. */
  int passes() {
    return passes;
  }

  /**
   * How it is trained.
   *
   * @param epsilon that the data have chosen, or the sizes give; NaN for a model without one
   */
  Options options(DigitSizes sizes, double epsilon) {
    Options base = base(sizes);
    return switch (this) {
      case L2VAE -> base.withKind(ModelKind.L2VAE);
      case ICVAE -> base.withKind(ModelKind.ICVAE).withEpsilon(new Epsilon.Fixed(epsilon));
      case RICVAE_2, RICVAE ->
          base.withKind(ModelKind.RICVAE)
              .withPasses(passes)
              .withEpsilon(new Epsilon.Fixed(epsilon));
    };
  }

  /** The options under which ε is chosen, once for all models of a condition. */
  static Options choice(DigitSizes sizes) {
    return base(sizes).withKind(ModelKind.ICVAE).withEpsilon(new Epsilon.Auto());
  }

  private static Options base(DigitSizes sizes) {
    return Options.defaults()
        .withLatent(LATENT)
        .withHidden(HIDDEN)
        .withEpochs(sizes.epochs(Options.DEFAULT_BATCH))
        .withSeed(SEED)
        .withThreads(1);
  }
}
