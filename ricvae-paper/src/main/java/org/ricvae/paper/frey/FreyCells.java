package org.ricvae.paper.frey;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.ricvae.Epsilon;
import org.ricvae.Options;
import org.ricvae.OptionsText;
import org.ricvae.RicvaeModel;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Fit;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Untrainable;

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
    return EpsilonChoice.cell(
        dirt,
        seconds(EpsilonChoice.STEPS),
        settings(dirt),
        sizes.base(dirt.seed()).withEpsilon(new Epsilon.Auto()),
        clean);
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

  /** Robust PCA. */
  Cell rpca(Dirt dirt) {
    return RpcaCell.of(dirt, settings(dirt), clean);
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
