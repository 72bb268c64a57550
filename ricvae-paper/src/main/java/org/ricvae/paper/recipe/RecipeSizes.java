package org.ricvae.paper.recipe;

import java.util.ArrayList;
import java.util.List;
import org.ricvae.Options;

/**
 * How much is tried.
 *
 * @param steps of each training
 * @param digits training digits, the first of MNIST's
 * @param epsilons values of ε
 * @param settings everything but ε, which is replaced
 */
record RecipeSizes(int steps, int digits, List<Double> epsilons, List<Setting> settings) {
  /** The automatic choice's ε and steps, both paths of the gradient, and passes from the start. */
  static final RecipeSizes FULL =
      new RecipeSizes(
          800,
          60_000,
          List.of(1e-4, 1e-3, 1e-2, 0.05, 0.2),
          List.of(
              one(),
              many(2, false, Options.DEFAULT_WARM_UP),
              many(5, false, Options.DEFAULT_WARM_UP),
              many(5, true, Options.DEFAULT_WARM_UP),
              many(5, false, 0)));

  /** Enough to see that everything works. */
  static final RecipeSizes QUICK =
      new RecipeSizes(
          150, 2_000, List.of(1e-2), List.of(one(), many(2, false, Options.DEFAULT_WARM_UP)));

  static RecipeSizes of(boolean quick) {
    return quick ? QUICK : FULL;
  }

  /** The values of ε that a data set is tried with. */
  List<Double> epsilons(Subject subject) {
    return epsilons.stream().filter(subject::takes).toList();
  }

  /** All combinations for a data set, row by row. */
  List<Setting> all(Subject subject) {
    List<Setting> all = new ArrayList<>();
    for (Setting setting : settings) {
      for (double epsilon : epsilons(subject)) {
        all.add(new Setting(setting.passes(), setting.flow(), setting.warmUp(), epsilon));
      }
    }
    return all;
  }

  private static Setting one() {
    return many(1, false, 0);
  }

  private static Setting many(int passes, boolean flow, double warmUp) {
    return new Setting(passes, flow, warmUp, 1);
  }
}
