package org.ricvae.paper.supplement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.SizedExperiment;
import org.ricvae.paper.supplement.PhaseSizes.Place;

/**
 * The phase plot of the companion paper (Dai, Wang, Aston, Hua and Wipf, JMLR 19, 17-704): how well
 * data from a random decoder are recovered, over the true number of latent dimensions and the share
 * of corrupted entries.
 */
public final class Phase extends SizedExperiment<PhaseSizes> {
  /** The methods, RPCA first. */
  static final List<Method> METHODS = List.of(Method.RPCA, Method.ICVAE, Method.RICVAE);

  /** In the sizes that the options ask for. */
  public Phase() {
    this(PhaseSizes::of);
  }

  Phase(PhaseSizes sizes) {
    this(quick -> sizes);
  }

  private Phase(Choice<PhaseSizes> sizes) {
    super("phase", "Companion paper: phase plot of recovery", Set.of(), sizes);
  }

  @Override
  protected Findings run(Lab lab, PhaseSizes sizes) {
    PhaseCells cells = new PhaseCells(sizes);
    List<Place> places = sizes.places();
    List<Cell> choices =
        sizes.epsilon().isPresent() ? List.of() : places.stream().map(cells::choice).toList();
    long cost = choices.stream().mapToLong(Cell::cost).sum();
    for (Method method : METHODS) {
      cost += cells.cost(method) * places.size();
    }
    lab.begin(name(), cost);
    Outcomes chosen = lab.cells(name()).run(choices);
    List<Cell> recoveries = new ArrayList<>();
    for (Place place : places) {
      OptionalDouble epsilon = epsilon(sizes, chosen, place);
      for (Method method : METHODS) {
        if (!method.hasEpsilon() || epsilon.isPresent()) {
          recoveries.add(cells.recovery(method, place, epsilon));
        }
      }
    }
    return new PhaseFindings(sizes, chosen, lab.cells(name()).run(recoveries)).write();
  }

  private static OptionalDouble epsilon(PhaseSizes sizes, Outcomes chosen, Place place) {
    if (sizes.epsilon().isPresent()) {
      return sizes.epsilon();
    }
    Optional<Outcome> outcome = chosen.get(PhaseCells.choiceKey(place));
    return outcome.isPresent() && outcome.get().has("epsilon")
        ? OptionalDouble.of(outcome.get().number("epsilon"))
        : OptionalDouble.empty();
  }
}
