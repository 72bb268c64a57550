package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.ricvae.RicvaeModel;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Need;
import org.ricvae.paper.lab.SizedExperiment;

/** Figure 5: the aggregated posterior beside N(0, I). */
public final class Figure5 extends SizedExperiment<DigitSizes> {
  static final String NAME = "figure5";

  static final List<DigitModel> MODELS = List.of(DigitModel.ICVAE, DigitModel.RICVAE);

  /** Draws that are shown. */
  static final int SHOWN = 2_000;

  /** Of the draws, and of the choice of two dimensions. */
  static final long SEED = 5;

  /** To be raised whenever a measurement computes something else than before. */
  private static final int RECIPE = 1;

  /** Seconds of one core, at the full size. */
  private static final long SECONDS = 5;

  /** In the sizes that the options ask for. */
  public Figure5() {
    this(DigitSizes::of);
  }

  Figure5(DigitSizes sizes) {
    this(quick -> sizes);
  }

  private Figure5(Choice<DigitSizes> sizes) {
    super(NAME, "Figure 5: the aggregated posterior of digits", Set.of(Need.MNIST), sizes);
  }

  @Override
  protected Findings run(Lab lab, DigitSizes size) {
    size.check(lab.inputs().mnist());
    List<Condition> conditions = List.of(Condition.values());
    Trainings trainings = new Trainings(lab, size, conditions, MODELS);
    lab.begin(NAME, trainings.cost() + SECONDS * conditions.size() * MODELS.size());
    trainings.run();
    List<Cell> cells = new ArrayList<>();
    for (Condition condition : conditions) {
      for (DigitModel model : MODELS) {
        trainings
            .model(condition, model)
            .ifPresent(trained -> cells.add(cell(trainings, condition, model, trained)));
      }
    }
    return new Figure5Findings(trainings, lab.cells(NAME).run(cells)).write();
  }

  static String key(Condition condition, DigitModel model) {
    return "posterior-%s-%s".formatted(condition.key(), model.key());
  }

  private static Cell cell(
      Trainings trainings, Condition condition, DigitModel model, RicvaeModel trained) {
    Images images = trainings.images(condition);
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("model", trainings.settings(condition, model));
    settings.put("seed", SEED);
    return new Cell(key(condition, model), SECONDS, settings, progress -> measure(trained, images));
  }

  private static Map<String, Object> measure(RicvaeModel trained, Images images) {
    Posteriors posteriors = Posteriors.of(trained, images, SEED);
    Aggregated all = Aggregated.of(posteriors);
    Map<String, Object> values = new LinkedHashMap<>(all.values());
    int[] two = two(all.active(), posteriors.kappa());
    values.put("dimensions", List.of(two[0], two[1]));
    values.put("x", draws(posteriors, two[0]));
    values.put("y", draws(posteriors, two[1]));
    return values;
  }

  /** Two dimensions at random, among the active ones if there are two. */
  private static int[] two(int[] active, int kappa) {
    SplittableRandom random = new SplittableRandom(SEED);
    int n = active.length < 2 ? kappa : active.length;
    int first = random.nextInt(n);
    int second = (first + 1 + random.nextInt(n - 1)) % n;
    return active.length < 2
        ? new int[] {first, second}
        : new int[] {active[first], active[second]};
  }

  private static List<Float> draws(Posteriors posteriors, int k) {
    List<Float> draws = new ArrayList<>();
    for (int i = 0; i < Math.min(SHOWN, posteriors.draws().count()); i++) {
      draws.add(posteriors.draws().values()[i * posteriors.kappa() + k]);
    }
    return draws;
  }
}
