package org.ricvae.paper.outliers;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.baseline.Drae;
import org.ricvae.kernel.Activation;
import org.ricvae.paper.lab.LabelledSet;
import org.ricvae.train.Plan;

/**
 * How much of Table 1 is run.
 *
 * @param steps of every VAE's training, but for wide sets
 * @param work steps times d², at most: what a wide set has to keep its steps to
 * @param draeSteps of DRAE's training
 * @param epsilon of the iC-VAE; empty: chosen by the data
 * @param rows that UOCL takes at most, for its memory grows with their square and its time with
 *     their cube
 * @param setsAFolder the smallest sets of each folder, so many
 * @param maxSeeds seeds at most
 */
record Table1Sizes(
    int steps,
    double work,
    int draeSteps,
    OptionalDouble epsilon,
    int rows,
    int setsAFolder,
    int maxSeeds) {
  /** At 1,000 columns 400 steps remain, about half a minute each fit. */
  static final Table1Sizes FULL =
      new Table1Sizes(
          1_500,
          4e8,
          Drae.Options.DEFAULT_STEPS,
          OptionalDouble.empty(),
          2_000,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE);

  /** Enough to see that everything works; ε is not chosen, since that takes the longest. */
  static final Table1Sizes QUICK =
      new Table1Sizes(200, 2e7, 200, OptionalDouble.of(1e-3), 300, 1, 1);

  /** Fewer would leave the weights where they started. */
  static final int MIN_STEPS = 100;

  /** Columns on which ε is chosen, drawn by the seed: more take long and tell nothing else. */
  static final int EPSILON_COLUMNS = 256;

  /** Components of the PCA; half of the columns where these are fewer. */
  static final int COMPONENTS = 10;

  static Table1Sizes of(boolean quick) {
    return quick ? QUICK : FULL;
  }

  int seeds(int asked) {
    return Math.min(asked, maxSeeds);
  }

  /** The sets to run, in their order. */
  List<LabelledSet> choose(List<LabelledSet> all) {
    Map<String, List<LabelledSet>> folders =
        all.stream().collect(Collectors.groupingBy(Table1Sizes::folder));
    return all.stream()
        .filter(
            set ->
                folders.get(folder(set)).stream()
                    .sorted(Comparator.comparingLong(s -> s.samples().count() * width(s)))
                    .limit(setsAFolder)
                    .anyMatch(set::equals))
        .toList();
  }

  /** The folder that a set came from. */
  static String folder(LabelledSet set) {
    return set.name().substring(0, set.name().indexOf('/'));
  }

  static int width(LabelledSet set) {
    return set.samples().shape().size();
  }

  /** Steps of a training on d columns. */
  int steps(int d) {
    return (int) Math.max(MIN_STEPS, Math.min(steps, work / ((double) d * d)));
  }

  /** The options of DRAE: all its own, but for the steps. */
  Drae.Options drae(long seed) {
    return new Drae.Options(
        Drae.Options.DEFAULT_HIDDEN,
        Drae.Options.DEFAULT_LAMBDA,
        draeSteps,
        Drae.Options.DEFAULT_LEARNING_RATE,
        seed);
  }

  /** The options of a VAE: affine, κ = d. */
  Options options(ModelKind kind, int n, int d, long seed) {
    Options base = Options.defaults();
    int steps = steps(d);
    return base.withKind(kind)
        .withHidden(List.of(), List.of())
        .withLatent(d)
        .withOutputActivation(Activation.LINEAR)
        .withEpochs(Plan.epochs(steps, n, base.batch()))
        .withKlWarmUp(Math.min(base.klWarmUp(), steps / 2))
        .withSeed(seed)
        .withThreads(1);
  }
}
