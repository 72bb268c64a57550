package org.ricvae.paper.frey;

import java.util.ArrayList;
import java.util.List;
import org.ricvae.ModelKind;
import org.ricvae.Options;

/**
 * How much of Figures 2 and 3 is run.
 *
 * @param percents shares of corrupted images, the most telling first; Figure 2 takes the first
 * @param radii of the circles; Figure 2 takes the first
 * @param epochs of every fit; an epoch of the 1965 faces is 16 steps
 * @param batch samples a step
 * @param hidden widths of the encoder's hidden layers; the decoder's are the same the other way
 *     round
 * @param sweep fixed values of ε, beside the automatic one
 * @param sweepSeeds seeds for which the sweep is run
 * @param maxSeeds seeds at most
 */
record FreySizes(
    List<Integer> percents,
    List<Radius> radii,
    int epochs,
    int batch,
    List<Integer> hidden,
    List<Double> sweep,
    int sweepSeeds,
    int maxSeeds) {
  /** The paper's levels and one beyond; 2000 steps a fit, as a table of 400 fits can afford. */
  static final FreySizes FULL =
      new FreySizes(
          List.of(60, 30, 0, 80, 10, 50, 20, 40),
          List.of(new Radius(3, 12), new Radius(3, 8)),
          125,
          128,
          List.of(256, 128),
          List.of(1e-2, 1e-3, 1e-4, 1e-5),
          1,
          Integer.MAX_VALUE);

  /** Enough to see that everything works. */
  static final FreySizes QUICK =
      new FreySizes(
          List.of(60, 30), List.of(new Radius(3, 12)), 40, 128, List.of(256, 128), List.of(), 0, 1);

  /** κ, for all methods. */
  static final int LATENT = 10;

  static FreySizes of(boolean quick) {
    return quick ? QUICK : FULL;
  }

  int seeds(int asked) {
    return Math.min(asked, maxSeeds);
  }

  /** What all fits have in common. */
  Options base(long seed) {
    return Options.defaults()
        .withKind(ModelKind.ICVAE)
        .withLatent(LATENT)
        .withHidden(hidden)
        .withEpochs(epochs)
        .withBatch(batch)
        .withSeed(seed)
        .withThreads(1);
  }

  /** All that is made dirty with one seed. */
  List<Dirt> dirts(long seed) {
    List<Dirt> all = new ArrayList<>();
    for (int percent : percents) {
      radii.forEach(radius -> all.add(new Dirt(radius, percent, seed)));
    }
    return all.stream().distinct().toList();
  }

  /** What Figure 2 shows. */
  Dirt pictured() {
    return new Dirt(radii.get(0), percents.get(0), 1);
  }
}
