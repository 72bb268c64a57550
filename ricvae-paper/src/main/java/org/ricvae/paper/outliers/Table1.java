package org.ricvae.paper.outliers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.LabelledSet;
import org.ricvae.paper.lab.Need;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.SizedExperiment;

/** Table 1: outliers found by the affine iC-VAE, DRAE and UOCL in labelled feature sets. */
public final class Table1 extends SizedExperiment<Table1Sizes> {
  /** In the sizes that the options ask for. */
  public Table1() {
    super(
        "table1",
        "Table 1: outlier detection by the affine iC-VAE",
        Set.of(Need.FEATURES),
        Table1Sizes::of);
  }

  @Override
  protected Findings run(Lab lab, Table1Sizes sizes) {
    List<LabelledSet> sets = sizes.choose(lab.inputs().features());
    Table1Cells cells = new Table1Cells(sizes);
    int asked = lab.options().seeds();
    List<Cell> choices =
        sizes.epsilon().isPresent() ? List.of() : sets.stream().map(cells::choice).toList();
    long cost = choices.stream().mapToLong(Cell::cost).sum();
    for (LabelledSet set : sets) {
      for (Detector detector : Detector.values()) {
        cost += cells.cost(detector, set) * cells.seeds(detector, set, asked);
      }
    }
    lab.begin(name(), cost);
    Outcomes chosen = lab.cells(name()).run(choices);
    Map<LabelledSet, OptionalDouble> epsilons = new LinkedHashMap<>();
    sets.forEach(set -> epsilons.put(set, epsilon(sizes, chosen, set)));
    Outcomes ratings = lab.cells(name()).run(ratings(cells, epsilons, asked));
    List<SetResult> results = new ArrayList<>();
    epsilons.forEach(
        (set, epsilon) -> results.add(SetResult.of(cells, set, epsilon, ratings, asked)));
    if (results.stream().allMatch(SetResult::isEmpty)) {
      throw new InputException("table1: no method gave a result on any of the sets");
    }
    return new Table1Findings(sizes, results).write();
  }

  private static OptionalDouble epsilon(Table1Sizes sizes, Outcomes chosen, LabelledSet set) {
    return sizes.epsilon().isPresent()
        ? sizes.epsilon()
        : chosen
            .get(Table1Cells.choiceKey(set))
            .map((Outcome outcome) -> OptionalDouble.of(outcome.number("epsilon")))
            .orElse(OptionalDouble.empty());
  }

  private static List<Cell> ratings(
      Table1Cells cells, Map<LabelledSet, OptionalDouble> epsilons, int asked) {
    List<Cell> all = new ArrayList<>();
    epsilons.forEach(
        (set, epsilon) -> {
          for (Detector detector : Detector.values()) {
            if (detector == Detector.ICVAE && epsilon.isEmpty()) {
              continue;
            }
            for (int seed = 1; seed <= cells.seeds(detector, set, asked); seed++) {
              all.add(cells.rating(detector, set, seed, epsilon));
            }
          }
        });
    return all;
  }
}
