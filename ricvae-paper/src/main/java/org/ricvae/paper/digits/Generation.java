package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.List;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Digits;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Outcomes;

/**
 * Samples over N passes in training and M at test: the part of the supplement's sweep that learns
 * from digits. Models and measurements are those of Figure 4, and kept there, where it has them.
 */
public final class Generation {
  private final Lab lab;
  private final String item;
  private final GenerationSizes sizes;
  private final Trainings trainings;
  private final Ruler ruler;

  /**
   * In the sizes that the options ask for.
   *
   * @param item that it is a part of, whose cells are those that Figure 4 has not
   * @throws InputException where MNIST is too small
   */
  public Generation(Lab lab, String item) {
    this(lab, item, GenerationSizes.of(lab.options().quick()));
  }

  Generation(Lab lab, String item, GenerationSizes sizes) {
    Digits digits = lab.inputs().mnist();
    sizes.digits().check(digits);
    this.lab = lab;
    this.item = item;
    this.sizes = sizes;
    trainings = new Trainings(lab, sizes.digits(), List.of(Condition.values()), sizes.models());
    ruler = new Ruler(digits, sizes.digits());
  }

  /** Seconds of one core for all cells. */
  public long cost() {
    long measured = 1L + (long) Condition.values().length * sizes.variants().size();
    return trainings.cost() + ruler.cost() + measured * Measurements.cost(sizes.digits());
  }

  /** Runs what was not run yet, and adds what came out. */
  public void add(Findings findings) {
    trainings.run();
    Measurements measurements = new Measurements(sizes.digits(), trainings, ruler);
    List<Cell> common = new ArrayList<>();
    common.add(ruler.accuracy());
    common.add(measurements.test(lab.inputs().mnist()));
    common.addAll(
        measurements.samples(
            sizes.variants().stream().filter(Figure4.VARIANTS::contains).toList()));
    List<Cell> own =
        measurements.samples(
            sizes.variants().stream().filter(v -> !Figure4.VARIANTS.contains(v)).toList());
    Outcomes outcomes = lab.cells(Figure4.NAME).run(common).and(lab.cells(item).run(own));
    new GenerationFindings(sizes, trainings, outcomes, findings).write();
  }
}
