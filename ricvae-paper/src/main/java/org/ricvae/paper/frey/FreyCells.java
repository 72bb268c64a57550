package org.ricvae.paper.frey;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.ricvae.Epsilon;
import org.ricvae.Options;
import org.ricvae.OptionsText;
import org.ricvae.Ricvae;
import org.ricvae.RicvaeModel;
import org.ricvae.baseline.Rpca;
import org.ricvae.data.Samples;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Fit;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.Untrainable;
import org.ricvae.train.EpsilonSearch;
import org.ricvae.train.TrainingListener;

/** The cells of Figure 3, which Figure 2 shares. */
final class FreyCells {
  /** To be raised whenever the cells compute something else than before. */
  private static final int RECIPE = 1;

  /** Seconds of one core for a step of one pass of {@link FreySizes#FULL}, with AVX-512. */
  private static final double SECONDS_A_STEP = 0.005;

  /** A second pass after a quarter of the steps, and a second decoder head, cost so much more. */
  private static final double SECOND_PASS = 1.75;

  private static final double SECOND_HEAD = 1.35;

  /** Of the names of models, which all items share. */
  private static final String PREFIX = "frey_";

  private static final long RPCA_SECONDS = 50;

  private final Lab lab;
  private final FreySizes sizes;
  private final Images clean;

  FreyCells(Lab lab, FreySizes sizes) {
    this.lab = lab;
    this.sizes = sizes;
    clean = lab.inputs().frey();
  }

  /** The error of the dirty faces themselves. */
  Cell dirty(Dirt dirt) {
    return new Cell(
        dirtyKey(dirt),
        1,
        settings(dirt),
        progress -> {
          Errors errors = new Errors(clean);
          Corrupted circles = dirt.circles(clean);
          errors.add(Shape.CIRCLES.key(), circles.images().samples(), circles.mask());
          Corrupted rectangles = dirt.rectangles(clean);
          errors.add(Shape.RECTANGLES.key(), rectangles.images().samples(), rectangles.mask());
          return errors.values();
        });
  }

  static String dirtyKey(Dirt dirt) {
    return dirt.key() + "_dirty";
  }

  /** The automatic choice of ε, for the architecture and plan of the iC-VAE. */
  Cell choice(Dirt dirt) {
    Options options = sizes.base(dirt.seed()).withEpsilon(new Epsilon.Auto());
    Map<String, Object> settings = settings(dirt);
    settings.put("grid", EpsilonSearch.GRID);
    settings.put("steps", EpsilonSearch.STEPS);
    settings.put("options", OptionsText.write(options));
    return new Cell(
        choiceKey(dirt),
        seconds(EpsilonSearch.GRID.size() * EpsilonSearch.STEPS),
        settings,
        progress -> choose(dirt.circles(clean).images().samples(), options, progress));
  }

  static String choiceKey(Dirt dirt) {
    return dirt.key() + "_choice";
  }

  /** The value that was chosen; empty where the choice failed. */
  static OptionalDouble chosen(Outcomes outcomes, Dirt dirt) {
    return outcomes.get(choiceKey(dirt)).stream().mapToDouble(o -> o.number("epsilon")).findFirst();
  }

  private static Map<String, Object> choose(
      Samples samples, Options options, DoubleConsumer progress) {
    long steps = (long) EpsilonSearch.GRID.size() * EpsilonSearch.STEPS;
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(long done) {
            progress.accept((double) done / steps);
          }
        };
    EpsilonSearch.Choice choice = Ricvae.chooseEpsilon(samples, options, listener);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("epsilon", choice.epsilon());
    values.put("guess", choice.guess());
    values.put("candidates", choice.candidates().stream().map(FreyCells::candidate).toList());
    return values;
  }

  private static Map<String, Object> candidate(EpsilonSearch.Candidate candidate) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("epsilon", candidate.epsilon());
    values.put("error", candidate.error());
    values.put("active", candidate.activeDimensions());
    values.put("outcome", candidate.outcome().name().toLowerCase(Locale.ROOT));
    return values;
  }

  /**
   * A fit, its errors on circles and on rectangles.
   *
   * @param epsilon empty for a method that has none
   */
  Cell fit(Method method, OptionalDouble epsilon, Dirt dirt) {
    Options options = options(method, epsilon, dirt);
    Map<String, Object> settings = settings(dirt);
    settings.put("method", method.name().toLowerCase(Locale.ROOT));
    settings.put("options", OptionsText.write(options));
    double factor =
        (method.passes() > 1 ? SECOND_PASS : 1)
            * (method == Method.LCVAE || method == Method.RLCVAE ? SECOND_HEAD : 1);
    return new Cell(
        fitKey(method, epsilon, dirt),
        seconds(factor * sizes.epochs() * Math.ceil((double) clean.count() / options.batch())),
        settings,
        progress -> fit(fitKey(method, epsilon, dirt), options, dirt, progress));
  }

  static String fitKey(Method method, OptionalDouble epsilon, Dirt dirt) {
    return "%s_%s%s"
        .formatted(
            dirt.key(),
            method.name().toLowerCase(Locale.ROOT),
            epsilon.isPresent() ? "_e" + epsilon.getAsDouble() : "");
  }

  /** Under which a model is kept; only those of Figure 2 are. */
  static String modelKey(Method method, OptionalDouble epsilon, Dirt dirt) {
    return PREFIX + fitKey(method, epsilon, dirt);
  }

  Options options(Method method, OptionalDouble epsilon, Dirt dirt) {
    Options options = method.options(sizes.base(dirt.seed()));
    return epsilon.isPresent()
        ? options.withEpsilon(new Epsilon.Fixed(epsilon.getAsDouble()))
        : options;
  }

  private Map<String, Object> fit(String key, Options options, Dirt dirt, DoubleConsumer progress) {
    Corrupted circles = dirt.circles(clean);
    Fit fit;
    try {
      fit = Fit.of(circles.images().samples(), options, progress);
    } catch (Untrainable e) {
      return Map.of("failed", e.getMessage());
    }
    RicvaeModel model = fit.model();
    if (dirt.equals(sizes.pictured())) {
      lab.models().save(PREFIX + key, model);
    }
    Errors errors = new Errors(clean);
    errors.add(Shape.CIRCLES, model, circles);
    errors.add(Shape.RECTANGLES, model, dirt.rectangles(clean));
    Map<String, Object> values = errors.values();
    values.put("loss", fit.loss());
    values.put("active", model.provenance().activeDimensions());
    values.put("epsilon", model.provenance().epsilon());
    return values;
  }

  /**
   * Robust PCA with both conventions of λ: Candès et al.'s under the names of one pass, the other
   * under the same with {@code _other}. Rectangles are met by its extension to new rows.
   */
  Cell rpca(Dirt dirt) {
    Map<String, Object> settings = settings(dirt);
    settings.put("method", "rpca");
    settings.put("tolerance", Rpca.Options.DEFAULT_TOLERANCE);
    settings.put("iterations", Rpca.Options.DEFAULT_MAX_ITERATIONS);
    return new Cell(
        rpcaKey(dirt),
        RPCA_SECONDS,
        settings,
        progress -> {
          Errors errors = new Errors(clean);
          add(errors, "", Rpca.Lambda.LARGER_SIDE, dirt);
          add(errors, "_other", Rpca.Lambda.VALUES, dirt);
          return errors.values();
        });
  }

  static String rpcaKey(Dirt dirt) {
    return dirt.key() + "_rpca";
  }

  private void add(Errors errors, String ending, Rpca.Lambda lambda, Dirt dirt) {
    Corrupted circles = dirt.circles(clean);
    Corrupted rectangles = dirt.rectangles(clean);
    Rpca rpca = Faces.decompose(circles.images(), lambda);
    errors.add(
        Errors.name(Shape.CIRCLES, 1) + ending,
        Faces.samples(rpca.lowRank(), clean.shape()),
        circles.mask());
    errors.add(
        Errors.name(Shape.RECTANGLES, 1) + ending,
        Faces.samples(rpca.lowRankOf(Faces.matrix(rectangles.images())), clean.shape()),
        rectangles.mask());
    errors.values().put("rank" + ending, rpca.rank());
    errors.values().put("iterations" + ending, rpca.iterations());
  }

  private Map<String, Object> settings(Dirt dirt) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("data", clean.fingerprint());
    settings.putAll(dirt.settings());
    return settings;
  }

  private static long seconds(double steps) {
    return Math.max(1, Math.round(steps * SECONDS_A_STEP));
  }
}
