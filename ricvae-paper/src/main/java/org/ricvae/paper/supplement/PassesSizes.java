package org.ricvae.paper.supplement;

import java.util.List;
import java.util.OptionalDouble;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.corrupt.Corruption;

/**
 * How much of the sweep of passes is run.
 *
 * @param training N, one model each; 1 and 2 among them
 * @param shown M, of the sweep and the sheet
 * @param passes M goes up to this along the lines
 * @param epochs of every fit; an epoch of the 1965 faces is 16 steps
 * @param hidden widths of the encoder's hidden layers; the decoder's are the same the other way
 *     round
 * @param epsilon of all models; empty: chosen by the data, once for all N
 * @param maxSeeds seeds at most
 */
record PassesSizes(
    List<Integer> training,
    List<Integer> shown,
    int passes,
    int epochs,
    List<Integer> hidden,
    OptionalDouble epsilon,
    int maxSeeds) {
  /** As long as the fits of Figure 3, with the same networks. */
  static final PassesSizes FULL =
      new PassesSizes(
          List.of(1, 2, 3, 5),
          List.of(1, 2, 3, 5, 10, 20),
          20,
          125,
          List.of(256, 128),
          OptionalDouble.empty(),
          Integer.MAX_VALUE);

  /** Enough to see that everything works; ε is not chosen, since that takes the longest. */
  static final PassesSizes QUICK =
      new PassesSizes(
          List.of(1, 2), List.of(1, 2, 5), 5, 25, List.of(128), OptionalDouble.of(1e-3), 1);

  /** κ, as in Figure 3. */
  static final int LATENT = 10;

  /** As in Figure 2. */
  static final Corruption DIRT = new Corruption.Circles(0.6, 3, 12);

  static PassesSizes of(boolean quick) {
    return quick ? QUICK : FULL;
  }

  int seeds(int asked) {
    return Math.min(asked, maxSeeds);
  }

  /** The options of a model with N passes in training. */
  Options options(int n, long seed) {
    return Options.defaults()
        .withKind(n == 1 ? ModelKind.ICVAE : ModelKind.RICVAE)
        .withPasses(n)
        .withLatent(LATENT)
        .withHidden(hidden)
        .withEpochs(epochs)
        .withSeed(seed)
        .withThreads(1);
  }
}
