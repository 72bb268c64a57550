package org.ricvae.paper.frey;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ricvae.RicvaeModel;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Need;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.SizedExperiment;
import org.ricvae.paper.lab.Untrainable;

/** Figure 2: the same faces dirty, recovered by three methods, and clean. */
public final class Figure2 extends SizedExperiment<FreySizes> {
  private static final String NAME = "figure2";

  /** In the sizes that the options ask for. */
  public Figure2() {
    this(FreySizes::of);
  }

  Figure2(FreySizes sizes) {
    this(quick -> sizes);
  }

  private Figure2(Choice<FreySizes> sizes) {
    super(NAME, "Figure 2: faces under dark circles", Set.of(Need.FREY), sizes);
  }

  @Override
  protected Findings run(Lab lab, FreySizes size) {
    Dirt dirt = size.pictured();
    FreyCells cells = new FreyCells(lab, size);
    FacePictures pictures = new FacePictures(lab.inputs().frey(), dirt);
    List<Cell> fits = fits(cells, dirt, OptionalDouble.of(1));
    Cell choice = cells.choice(dirt);
    lab.begin(
        NAME, choice.cost() + pictures.rpca().cost() + fits.stream().mapToLong(Cell::cost).sum());
    Outcomes outcomes = lab.cells(Figure3.NAME).run(List.of(choice));
    OptionalDouble epsilon = EpsilonChoice.of(outcomes, dirt);
    if (epsilon.isEmpty()) {
      throw new InputException("figure2: no epsilon could be chosen, so there is nothing to show");
    }
    outcomes = outcomes.and(lab.cells(Figure3.NAME).run(fits(cells, dirt, epsilon)));
    outcomes = outcomes.and(lab.cells(NAME).run(List.of(pictures.rpca())));
    return new Figure2Findings(FreyResults.of(size, 1, outcomes), pictures)
        .findings(method -> model(lab, cells, method, epsilon, dirt));
  }

  /** As the cell kept it; trained again if it was lost. */
  private static Optional<RicvaeModel> model(
      Lab lab, FreyCells cells, Method method, OptionalDouble epsilon, Dirt dirt) {
    try {
      return Optional.of(
          lab.models()
              .fit(
                  FreyCells.modelKey(method, epsilon, dirt),
                  dirt.circles(lab.inputs().frey()).images(),
                  cells.options(method, epsilon, dirt),
                  progress -> {}));
    } catch (Untrainable e) {
      return Optional.empty();
    }
  }

  private static List<Cell> fits(FreyCells cells, Dirt dirt, OptionalDouble epsilon) {
    return List.of(
        cells.dirty(dirt),
        cells.rpca(dirt),
        cells.fit(Method.ICVAE, epsilon, dirt),
        cells.fit(Method.RICVAE, epsilon, dirt));
  }
}
