package org.ricvae.paper.recipe;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.ricvae.Options;
import org.ricvae.OptionsText;
import org.ricvae.Ricvae;
import org.ricvae.data.Samples;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Follower;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Need;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.SizedExperiment;
import org.ricvae.train.Trial;

/**
 * The settings that the paper does not give, each tried on dirty data alone: known corruption is
 * injected, and what counts is how well it is recovered ({@link Ricvae#trial}).
 */
public final class RecipeStudy extends SizedExperiment<RecipeSizes> {
  private static final String NAME = "recipe";

  /** To be raised whenever the cells compute something else than before. */
  private static final int RECIPE = 1;

  /** In the sizes that the options ask for. */
  public RecipeStudy() {
    this(RecipeSizes::of);
  }

  RecipeStudy(RecipeSizes sizes) {
    this(quick -> sizes);
  }

  private RecipeStudy(Choice<RecipeSizes> sizes) {
    super(
        NAME,
        "What the paper leaves open: \u03b5, gradients and passes",
        Set.of(Need.FREY, Need.MNIST),
        sizes);
  }

  @Override
  protected Findings run(Lab lab, RecipeSizes size) {
    List<Cell> cells = new ArrayList<>();
    Map<Subject, Images> images = new EnumMap<>(Subject.class);
    for (Subject subject : Subject.values()) {
      images.put(subject, subject.images(lab, size));
    }
    images.forEach(
        (subject, data) ->
            size.all(subject).forEach(one -> cells.add(cell(subject, data, size, one))));
    lab.begin(NAME, cells.stream().mapToLong(Cell::cost).sum());
    return RecipeFindings.of(size, results(lab.cells(NAME).run(cells), size));
  }

  private static Map<Subject, Map<Setting, Trial.Result>> results(
      Outcomes outcomes, RecipeSizes sizes) {
    Map<Subject, Map<Setting, Trial.Result>> results = new EnumMap<>(Subject.class);
    for (Subject subject : Subject.values()) {
      Map<Setting, Trial.Result> some = new LinkedHashMap<>();
      for (Setting setting : sizes.all(subject)) {
        outcomes
            .get(key(subject, setting))
            .ifPresent(
                o ->
                    some.put(
                        setting,
                        new Trial.Result(
                            o.number("error"),
                            (int) o.number("active"),
                            o.number("diverged") > 0)));
      }
      results.put(subject, some);
    }
    return results;
  }

  private static String key(Subject subject, Setting setting) {
    return subject.name().toLowerCase(Locale.ROOT) + "_" + setting.key();
  }

  private static Cell cell(Subject subject, Images images, RecipeSizes sizes, Setting setting) {
    Options options = setting.options(subject.base(sizes, images));
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("data", images.fingerprint());
    settings.put("options", OptionsText.write(options));
    return new Cell(
        key(subject, setting),
        subject.cost(sizes, setting),
        settings,
        progress -> measure(images.samples(), options, progress));
  }

  private static Map<String, Object> measure(
      Samples samples, Options options, DoubleConsumer progress) {
    Trial.Result result = Ricvae.trial(samples, options, new Follower(progress));
    return Map.of(
        "error",
        result.error(),
        "active",
        result.activeDimensions(),
        "diverged",
        result.diverged() ? 1 : 0);
  }
}
