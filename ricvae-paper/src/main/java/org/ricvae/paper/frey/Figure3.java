package org.ricvae.paper.frey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Experiment;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Need;
import org.ricvae.paper.lab.Outcomes;

/** Figure 3: eight methods recover faces from under circles, and from under rectangles. */
public final class Figure3 implements Experiment {
  static final String NAME = "figure3";

  /** Its sizes, where they are not those that the options ask for. */
  private final Optional<FreySizes> sizes;

  /** In the sizes that the options ask for. */
  public Figure3() {
    sizes = Optional.empty();
  }

  Figure3(FreySizes sizes) {
    this.sizes = Optional.of(sizes);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "Figure 3: recovery of dirty faces";
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.FREY);
  }

  @Override
  public Findings run(Lab lab) {
    FreySizes size = sizes.orElseGet(() -> FreySizes.of(lab.options().quick()));
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
