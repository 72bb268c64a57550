package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ricvae.RicvaeModel;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Need;
import org.ricvae.paper.lab.SizedExperiment;

/** Figure 6: how near samples are to the digits that the model learned from. */
public final class Figure6 extends SizedExperiment<DigitSizes> {
  static final String NAME = "figure6";

  /** The paper's two; with more passes, and without recycling, beyond them. */
  static final List<Variant> VARIANTS =
      List.of(Variant.RIC_1, Variant.RIC_5, Variant.RIC_20, Variant.IC);

  /** Training digits to one another, itself left out. */
  static final String DIGITS = "digits";

  /** Test digits to training digits. */
  static final String TEST = "test";

  /** To be raised whenever a measurement computes something else than before. */
  private static final int RECIPE = 1;

  /** Distances that one core measures in a second. */
  private static final double DISTANCES_A_SECOND = 4e7;

  /** In the sizes that the options ask for. */
  public Figure6() {
    this(DigitSizes::of);
  }

  Figure6(DigitSizes sizes) {
    this(quick -> sizes);
  }

  private Figure6(Choice<DigitSizes> sizes) {
    super(NAME, "Figure 6: new digits and their nearest neighbours", Set.of(Need.MNIST), sizes);
  }

  /** Queries and what they are measured against. */
  private interface Search {
    double[] squared();
  }

  @Override
  protected Findings run(Lab lab, DigitSizes size) {
    size.check(lab.inputs().mnist());
    Trainings trainings =
        new Trainings(
            lab, size, List.of(Condition.CLEAN), List.of(DigitModel.ICVAE, DigitModel.RICVAE));
    Images test = lab.inputs().mnist().test();
    long cost = cost(size, size.digits()) + cost(size, test.count());
    lab.begin(NAME, trainings.cost() + cost + VARIANTS.size() * cost(size, size.neighbours()));
    trainings.run();
    Images images = trainings.images(Condition.CLEAN);
    Points digits = Pixels.of(images, 0, images.count());
    Kernels kernels = KernelProvider.best();
    List<Cell> cells = new ArrayList<>();
    Map<String, Object> base = Map.of("recipe", RECIPE, "digits", images.fingerprint());
    cells.add(
        new Cell(
            DIGITS,
            cost(size, images.count()),
            base,
            progress ->
                timed(
                    images.count(), () -> Neighbours.squaredAmong(kernels, digits, 1, progress))));
    for (Variant variant : VARIANTS) {
      trainings
          .model(Condition.CLEAN, variant.model())
          .ifPresent(model -> cells.add(samples(size, trainings, variant, model, digits)));
    }
    Map<String, Object> settings = new LinkedHashMap<>(base);
    settings.put("test", test.fingerprint());
    cells.add(
        new Cell(
            TEST,
            cost(size, test.count()),
            settings,
            progress ->
                timed(
                    test.count(),
                    () ->
                        Neighbours.squared(
                            kernels, digits, Pixels.of(test, 0, test.count()), 1, progress))));
    return new Figure6Findings(size, trainings, lab.cells(NAME).run(cells)).write();
  }

  private static Cell samples(
      DigitSizes sizes, Trainings trainings, Variant variant, RicvaeModel model, Points digits) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("model", trainings.settings(Condition.CLEAN, variant.model()));
    settings.put("passes", variant.passes());
    settings.put("seed", Variant.SEED);
    settings.put("samples", sizes.neighbours());
    return new Cell(
        variant.key(),
        cost(sizes, sizes.neighbours()),
        settings,
        progress -> {
          Points made = variant.generate(model, sizes.neighbours());
          return timed(
              made.count(),
              () -> Neighbours.squared(KernelProvider.best(), digits, made, 1, progress));
        });
  }

  private static Map<String, Object> timed(int queries, Search search) {
    long begun = System.nanoTime();
    Map<String, Object> values =
        new LinkedHashMap<>(Distances.ofSquared(search.squared()).values());
    values.put("queries_a_second", queries / ((System.nanoTime() - begun) / 1e9));
    return values;
  }

  private static long cost(DigitSizes sizes, int queries) {
    return Math.max(1, Math.round((double) queries * sizes.digits() / DISTANCES_A_SECOND));
  }
}
