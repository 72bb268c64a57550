package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ricvae.RicvaeModel;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Digits;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Images;
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

  /** To be raised whenever a measurement computes something else than before. */
  private static final int RECIPE = 1;

  /** Seconds of one core to make and measure samples, at the full size. */
  private static final long QUALITY_SECONDS = 15;

  /** The lines that are not samples of a model. */
  static final String TEST = "quality-test";

  static final String DIRT = "quality-dirt";

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
    Trainings trainings =
        new Trainings(lab, size, List.of(Condition.values()), List.of(DigitModel.values()));
    Ruler ruler = new Ruler(lab.inputs().mnist(), size);
    long measured = 2 + 2L * VARIANTS.size();
    lab.begin(NAME, trainings.cost() + ruler.cost() + measured * cost(size));
    trainings.run();
    Outcomes accuracy = lab.cells(NAME).run(List.of(ruler.accuracy()));
    Outcomes qualities = lab.cells(NAME).run(qualities(lab, size, trainings, ruler));
    if (accuracy.get("classifier").isEmpty() || qualities.get(TEST).isEmpty()) {
      throw new InputException(
          "figure4: the classifier of digits failed, so nothing could be measured");
    }
    return new Figure4Findings(size, trainings, qualities)
        .write(accuracy.get("classifier").orElseThrow().number("accuracy"));
  }

  private static long cost(DigitSizes sizes) {
    return Math.max(1, QUALITY_SECONDS * sizes.compared() / DigitSizes.FULL.compared());
  }

  private static List<Cell> qualities(Lab lab, DigitSizes sizes, Trainings trainings, Ruler ruler) {
    Digits digits = lab.inputs().mnist();
    List<Cell> cells = new ArrayList<>();
    int n = sizes.compared();
    cells.add(quality(TEST, sizes, ruler, Map.of(), () -> Pixels.of(digits.test(), 0, n)));
    Images dirty = trainings.images(Condition.DIRTY);
    cells.add(
        quality(
            DIRT,
            sizes,
            ruler,
            Map.of("data", dirty.fingerprint()),
            // Others than those that they are compared with.
            () -> Pixels.of(dirty, n, n)));
    for (Condition condition : Condition.values()) {
      Map<DigitModel, Optional<RicvaeModel>> models = new EnumMap<>(DigitModel.class);
      for (DigitModel model : DigitModel.values()) {
        models.put(model, trainings.model(condition, model));
      }
      for (Variant variant : VARIANTS) {
        models
            .get(variant.model())
            .ifPresent(
                trained ->
                    cells.add(
                        quality(
                            key(condition, variant),
                            sizes,
                            ruler,
                            settings(trainings, condition, variant),
                            () -> variant.generate(trained, n))));
      }
    }
    return cells;
  }

  static String key(Condition condition, Variant variant) {
    return "quality-%s-%s".formatted(condition.key(), variant.key());
  }

  private static Map<String, Object> settings(
      Trainings trainings, Condition condition, Variant variant) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("model", trainings.settings(condition, variant.model()));
    settings.put("passes", variant.passes());
    settings.put("drawn", variant.drawn());
    settings.put("seed", Variant.SEED);
    return settings;
  }

  private static Cell quality(
      String key,
      DigitSizes sizes,
      Ruler ruler,
      Map<String, Object> more,
      Supplier<Points> images) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("ruler", ruler.settings());
    settings.put("images", more);
    return new Cell(key, cost(sizes), settings, progress -> ruler.measure(images.get()).values());
  }
}
