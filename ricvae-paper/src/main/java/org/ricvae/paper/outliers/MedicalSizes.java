package org.ricvae.paper.outliers;

import java.util.List;
import java.util.OptionalDouble;
import org.ricvae.Options;
import org.ricvae.baseline.Drae;
import org.ricvae.paper.lab.LabelledSet;
import org.ricvae.train.Plan;

/**
 * How much of the medical images is run.
 *
 * @param percents shares of outliers among the training images
 * @param normals images without finding, at most
 * @param steps of every training
 * @param hidden widths of the encoder's hidden layers; the decoder's are the same the other way
 *     round
 * @param epsilon of iC- and RiC-VAE; empty: chosen by the data
 * @param maxSeeds seeds at most
 */
record MedicalSizes(
    List<Integer> percents,
    int normals,
    int steps,
    List<Integer> hidden,
    OptionalDouble epsilon,
    int maxSeeds) {
  /** All normal images; nets for some 1,300 images of 28 x 28. */
  static final MedicalSizes FULL =
      new MedicalSizes(
          List.of(5, 10, 20),
          Integer.MAX_VALUE,
          2_000,
          List.of(256, 128),
          OptionalDouble.empty(),
          Integer.MAX_VALUE);

  /** Enough to see that everything works; ε is not chosen, since that takes the longest. */
  static final MedicalSizes QUICK =
      new MedicalSizes(List.of(5, 20), 300, 150, List.of(64), OptionalDouble.of(1e-3), 1);

  /** κ of the VAEs and the AE, and the components of the PCA. */
  static final int LATENT = 32;

  static MedicalSizes of(boolean quick) {
    return quick ? QUICK : FULL;
  }

  int seeds(int asked) {
    return Math.min(asked, maxSeeds);
  }

  /**
   * Normal images, and as many of the others as make the share.
   *
   * @param percent share of the outliers in the whole
   * @param seed of the choice
   */
  Selection contaminated(LabelledSet set, int percent, long seed) {
    Selection normal = Selection.among(Selection.where(set.outlier(), false), normals, seed);
    int outliers = (int) Math.round(normal.size() * percent / (100.0 - percent));
    int[] all = Selection.where(set.outlier(), true);
    return normal.and(Selection.among(all, Math.max(1, outliers), seed));
  }

  /** The options of DRAE: all its own, but for the steps. */
  Drae.Options drae(long seed) {
    return new Drae.Options(
        Drae.Options.DEFAULT_HIDDEN,
        Drae.Options.DEFAULT_LAMBDA,
        steps,
        Drae.Options.DEFAULT_LEARNING_RATE,
        seed);
  }

  /** What all VAEs on n images have in common. */
  Options base(int n, long seed) {
    Options base = Options.defaults();
    return base.withLatent(LATENT)
        .withHidden(hidden)
        .withEpochs(Plan.epochs(steps, n, base.batch()))
        .withKlWarmUp(Math.min(base.klWarmUp(), steps / 2))
        .withSeed(seed)
        .withThreads(1);
  }
}
