package org.ricvae.paper.digits;

import java.util.List;
import java.util.Locale;
import org.ricvae.Epsilon;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.report.Ink;

/**
 * The three trainings behind Figures 4 to 6, and the one place that says how they are done. Common
 * to all: κ = 30 and 3 layers on each side (the paper's), 784-512-512-30 and mirrored, one seed.
 */
enum DigitModel {
  /** ℓ2-VAE. */
  L2VAE("ℓ2-VAE", Ink.GREEN_OPEN),
  /** iC-VAE, which is RiC-VAE (1, 1). */
  ICVAE("iC-VAE", Ink.BLUE_OPEN),
  /** RiC-VAE with N = 5. */
  RICVAE("RiC-VAE (N = 5)", Ink.BLUE);

  /** κ. */
  static final int LATENT = 30;

  /** Hidden layers of the encoder; the decoder has them the other way round. */
  static final List<Integer> HIDDEN = List.of(512, 512);

  /** N of the RiC-VAE. */
  static final int PASSES = 5;

  /** Of initialisation, order and noise. */
  static final long SEED = 1;

  private final String title;
  private final Ink ink;

  DigitModel(String title, Ink ink) {
    this.title = title;
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

  boolean hasEpsilon() {
    return this != L2VAE;
  }

  int passes() {
    return this == RICVAE ? PASSES : 1;
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
      case RICVAE ->
          base.withKind(ModelKind.RICVAE)
              .withPasses(PASSES)
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
