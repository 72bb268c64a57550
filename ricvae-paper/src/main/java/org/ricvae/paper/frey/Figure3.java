package org.ricvae.paper.frey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Need;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.SizedExperiment;

/** Figure 3: eight methods recover faces from under circles, and from under rectangles. */
public final class Figure3 extends SizedExperiment<FreySizes> {
  static final String NAME = "figure3";

  /** In the sizes that the options ask for. */
  public Figure3() {
    this(FreySizes::of);
  }

  Figure3(FreySizes sizes) {
    this(quick -> sizes);
  }

  private Figure3(Choice<FreySizes> sizes) {
    super(NAME, "Figure 3: recovery of dirty faces", Set.of(Need.FREY), sizes);
  }

  @Override
  protected Findings run(Lab lab, FreySizes size) {
    FreyCells cells = new FreyCells(lab, size);
    List<Stage> stages = new ArrayList<>();
    for (int seed = 1; seed <= size.seeds(lab.options().seeds()); seed++) {
      stages.add(new Stage(cells, size, seed));
    }
    lab.begin(NAME, stages.stream().mapToLong(Stage::cost).sum());
    Outcomes all = Outcomes.none();
    for (Stage stage : stages) {
      all = all.and(stage.run(lab.cells(NAME)));
    }
    FreyResults results = FreyResults.of(size, stages.size(), all);
    if (results.methods().isEmpty()) {
      throw new InputException(
          "figure3: nothing could be measured; %s failed: %s"
              .formatted(
                  lab.failures().get(0).cell(), lab.failures().get(0).reason().getMessage()));
    }
    return new Figure3Findings(results).findings();
  }
}
