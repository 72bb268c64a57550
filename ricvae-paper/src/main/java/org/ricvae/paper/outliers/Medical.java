package org.ricvae.paper.outliers;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.LabelledSet;
import org.ricvae.paper.lab.Need;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.SizedExperiment;

/** Supplement: chest X-rays with pneumonia found among normal ones, without labels. */
public final class Medical extends SizedExperiment<MedicalSizes> {
  /** In the sizes that the options ask for. */
  public Medical() {
    this(MedicalSizes::of);
  }

  Medical(MedicalSizes sizes) {
    this(quick -> sizes);
  }

  private Medical(Choice<MedicalSizes> sizes) {
    super("medical", "Supplement: anomalies in medical images", Set.of(Need.PNEUMONIA), sizes);
  }

  @Override
  protected Findings run(Lab lab, MedicalSizes sizes) {
    LabelledSet set = lab.inputs().pneumonia();
    if (Selection.where(set.outlier(), true).length == 0
        || Selection.where(set.outlier(), false).length == 0) {
      throw new InputException(
          "--pneumonia: all labels are the same; both normal images (0) and others (1) are needed");
    }
    MedicalCells cells = new MedicalCells(sizes, set);
    List<Integer> seeds =
        IntStream.rangeClosed(1, sizes.seeds(lab.options().seeds())).boxed().toList();
    List<Cell> choices = new ArrayList<>();
    if (sizes.epsilon().isEmpty()) {
      seeds.forEach(
          seed -> sizes.percents().forEach(percent -> choices.add(cells.choice(percent, seed))));
    }
    long cost = choices.stream().mapToLong(Cell::cost).sum();
    for (Judge judge : Judge.values()) {
      cost += cells.cost(judge) * seeds.size() * sizes.percents().size();
    }
    lab.begin(name(), cost);
    Outcomes chosen = lab.cells(name()).run(choices);
    List<Cell> ratings = new ArrayList<>();
    for (int seed : seeds) {
      for (int percent : sizes.percents()) {
        OptionalDouble epsilon = epsilon(sizes, chosen, percent, seed);
        for (Judge judge : Judge.values()) {
          if (!judge.hasEpsilon() || epsilon.isPresent()) {
            ratings.add(cells.rating(judge, percent, seed, epsilon));
          }
        }
      }
    }
    return new MedicalFindings(sizes, set, seeds, chosen, lab.cells(name()).run(ratings)).write();
  }

  private static OptionalDouble epsilon(
      MedicalSizes sizes, Outcomes chosen, int percent, int seed) {
    return sizes.epsilon().isPresent()
        ? sizes.epsilon()
        : chosen
            .get(MedicalCells.choiceKey(percent, seed))
            .map(outcome -> OptionalDouble.of(outcome.number("epsilon")))
            .orElse(OptionalDouble.empty());
  }
}
