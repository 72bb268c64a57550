package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Digits;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Need;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.SizedExperiment;

/** Figure 4: digits made by five models, learned from clean digits and from dirty ones. */
public final class Figure4 extends SizedExperiment<DigitSizes> {
  static final String NAME = "figure4";

  /** The paper's five and, beyond them, draws between the passes. */
  static final List<Variant> VARIANTS =
      List.of(
          Variant.L2,
          Variant.IC,
          Variant.IC_20,
          Variant.RIC_1,
          Variant.RIC_20,
          Variant.IC_20_DRAWN,
          Variant.RIC_20_DRAWN);

  /** In the sizes that the options ask for. */
  public Figure4() {
    this(DigitSizes::of);
  }

  Figure4(DigitSizes sizes) {
    this(quick -> sizes);
  }

  private Figure4(Choice<DigitSizes> sizes) {
    super(NAME, "Figure 4: new digits", Set.of(Need.MNIST), sizes);
  }

  @Override
  protected Findings run(Lab lab, DigitSizes size) {
    size.check(lab.inputs().mnist());
    Digits digits = lab.inputs().mnist();
    Trainings trainings = new Trainings(lab, size, List.of(Condition.values()), DigitModel.FIGURE4);
    Ruler ruler = new Ruler(digits, size);
    long measured = 2 + 2L * VARIANTS.size();
    lab.begin(NAME, trainings.cost() + ruler.cost() + measured * Measurements.cost(size));
    trainings.run();
    Outcomes accuracy = lab.cells(NAME).run(List.of(ruler.accuracy()));
    Measurements measurements = new Measurements(size, trainings, ruler);
    List<Cell> cells = new ArrayList<>(List.of(measurements.test(digits), measurements.dirt()));
    cells.addAll(measurements.samples(VARIANTS));
    Outcomes qualities = lab.cells(NAME).run(cells);
    if (accuracy.get(Ruler.ACCURACY).isEmpty() || qualities.get(Measurements.TEST).isEmpty()) {
      throw new InputException(
          "figure4: the classifier of digits failed, so nothing could be measured");
    }
    return new Figure4Findings(size, trainings, qualities)
        .write(accuracy.get(Ruler.ACCURACY).orElseThrow().number("accuracy"));
  }
}
