package org.ricvae.paper.frey;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Cells;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Outcomes;

/**
 * All of Figure 3 for one seed: first the choices of ε, then what follows from them.
 *
 * @param cells makes the cells
 * @param sizes how much of it
 * @param seed of the dirt and the training, from 1
 */
record Stage(FreyCells cells, FreySizes sizes, int seed) {
  /** What the estimate of the cost is made with. */
  private static final double SOME_EPSILON = 1e-4;

  long cost() {
    long choices = choices().stream().mapToLong(Cell::cost).sum();
    return choices
        + fits(dirt -> OptionalDouble.of(SOME_EPSILON)).stream().mapToLong(Cell::cost).sum();
  }

  Outcomes run(Cells runner) {
    Outcomes choices = runner.run(choices());
    return choices.and(runner.run(fits(dirt -> EpsilonChoice.of(choices, dirt))));
  }

  private List<Cell> choices() {
    return sizes.dirts(seed).stream().map(cells::choice).toList();
  }

  /** Every method at its own setting first, then the sweep. */
  private List<Cell> fits(Function<Dirt, OptionalDouble> chosen) {
    List<Cell> fits = new ArrayList<>();
    for (Dirt dirt : sizes.dirts(seed)) {
      OptionalDouble epsilon = chosen.apply(dirt);
      fits.add(cells.dirty(dirt));
      fits.add(cells.rpca(dirt));
      for (Method method : Method.values()) {
        if (method.hasEpsilon()) {
          epsilon.ifPresent(e -> fits.add(cells.fit(method, OptionalDouble.of(e), dirt)));
        } else if (method.kind().isPresent()) {
          fits.add(cells.fit(method, OptionalDouble.empty(), dirt));
        }
      }
    }
    if (seed <= sizes.sweepSeeds()) {
      for (Dirt dirt : sizes.dirts(seed)) {
        for (double epsilon : sizes.sweep()) {
          fits.add(cells.fit(Method.ICVAE, OptionalDouble.of(epsilon), dirt));
          fits.add(cells.fit(Method.RICVAE, OptionalDouble.of(epsilon), dirt));
        }
      }
    }
    return fits;
  }
}
