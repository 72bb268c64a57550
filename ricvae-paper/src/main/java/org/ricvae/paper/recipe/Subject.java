package org.ricvae.paper.recipe;

import java.util.List;
import org.ricvae.Options;
import org.ricvae.corrupt.Corruption;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.train.Plan;

/** The data on which settings are compared, each with the networks of the figure they belong to. */
enum Subject {
  /** Figure 3's faces at 60 %. */
  FREY("Frey faces, 60 % under discs of radius 3 to 12", 10, List.of(256, 128), 0.005, 1e-4, 1e-2) {
    @Override
    Images images(Lab lab, RecipeSizes sizes) {
      Corruption circles = new Corruption.Circles(0.6, 3, 12);
      return Corrupted.of(lab.inputs().frey(), circles, SEED).images();
    }
  },
  /** Figure 4's digits as they are. */
  CLEAN_DIGITS("MNIST, clean", 30, List.of(512, 512), 0.014, 1e-3, 0.2) {
    @Override
    Images images(Lab lab, RecipeSizes sizes) {
      return lab.inputs().mnist().train().first(sizes.digits());
    }
  },
  /** Figure 4's digits under noise. */
  DIRTY_DIGITS("MNIST, 40 % of the pixels random", 30, List.of(512, 512), 0.014, 1e-3, 0.2) {
    @Override
    Images images(Lab lab, RecipeSizes sizes) {
      Images clean = lab.inputs().mnist().train().first(sizes.digits());
      return Corrupted.of(clean, new Corruption.SaltAndPepper(0.4), SEED).images();
    }
  };

  static final long SEED = 1;

  private final String title;
  private final int latent;

  @SuppressWarnings("ImmutableEnumChecker") // of List.of
  private final List<Integer> hidden;

  private final double secondsAStep;
  private final double leastEpsilon;
  private final double largestEpsilon;

  Subject(
      String title,
      int latent,
      List<Integer> hidden,
      double secondsAStep,
      double leastEpsilon,
      double largestEpsilon) {
    this.title = title;
    this.latent = latent;
    this.hidden = hidden;
    this.secondsAStep = secondsAStep;
    this.leastEpsilon = leastEpsilon;
    this.largestEpsilon = largestEpsilon;
  }

  abstract Images images(Lab lab, RecipeSizes sizes);

  String title() {
    return title;
  }

  /**
   * Whether ε is worth trying: digits die under a small one, discs are learned under a large one.
   */
  boolean takes(double epsilon) {
    return epsilon >= leastEpsilon && epsilon <= largestEpsilon;
  }

  /** Options without the {@link Setting}. */
  Options base(RecipeSizes sizes, Images images) {
    return Options.defaults()
        .withLatent(latent)
        .withHidden(hidden)
        .withEpochs(Plan.epochs(sizes.steps(), images.count(), Options.DEFAULT_BATCH))
        .withSeed(SEED)
        .withThreads(1);
  }

  /** Seconds of one core, about. */
  long cost(RecipeSizes sizes, Setting setting) {
    return Math.max(1, Math.round(sizes.steps() * secondsAStep * setting.cost()));
  }
}
