package org.ricvae.paper.supplement;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.ricvae.Epsilon;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.OptionsText;
import org.ricvae.Ricvae;
import org.ricvae.baseline.Matrix;
import org.ricvae.baseline.Progress;
import org.ricvae.baseline.Rpca;
import org.ricvae.data.InputException;
import org.ricvae.data.Scaling;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Fit;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Untrainable;
import org.ricvae.paper.supplement.PhaseSizes.Place;
import org.ricvae.train.EpsilonSearch;
import org.ricvae.train.TrainingListener;
import org.ricvae.use.RecoveryOptions;

/** The cells of the phase plot: for each place ε, then each method. */
final class PhaseCells {
  /** To be raised whenever the cells compute something else than before. */
  private static final int RECIPE = 1;

  /** Seconds of one core for a step of one pass, as measured on an AVX-512 machine. */
  private static final double SECONDS_A_STEP = 0.003;

  private static final long RPCA_SECONDS = 10;

  private final PhaseSizes sizes;

  PhaseCells(PhaseSizes sizes) {
    this.sizes = sizes;
  }

  /** Chooses ε for a place; none where every candidate comes to nothing, which is a result. */
  Cell choice(Place place) {
    Options options = sizes.base().withKind(ModelKind.ICVAE);
    Map<String, Object> settings = settings(place);
    settings.put("grid", EpsilonSearch.GRID);
    settings.put("options", OptionsText.write(options));
    return new Cell(
        choiceKey(place),
        seconds(EpsilonSearch.GRID.size() * EpsilonSearch.STEPS),
        settings,
        progress -> {
          try {
            return Map.of(
                "epsilon",
                Ricvae.chooseEpsilon(data(place).samples(), options, TrainingListener.NONE)
                    .epsilon());
          } catch (InputException collapsed) {
            return Map.of("failed", collapsed.getMessage());
          }
        });
  }

  static String choiceKey(Place place) {
    return place.key() + "_epsilon";
  }

  /**
   * One method at one place.
   *
   * @param epsilon of the VAEs
   */
  Cell recovery(Method method, Place place, OptionalDouble epsilon) {
    Map<String, Object> settings = settings(place);
    settings.put("method", method.name().toLowerCase(Locale.ROOT));
    if (method == Method.RPCA) {
      settings.put("tolerance", Rpca.Options.DEFAULT_TOLERANCE);
      return new Cell(recoveryKey(method, place), cost(method), settings, progress -> rpca(place));
    }
    Options options =
        method.options(sizes.base()).withEpsilon(new Epsilon.Fixed(epsilon.orElseThrow()));
    settings.put("options", OptionsText.write(options));
    return new Cell(
        recoveryKey(method, place),
        cost(method),
        settings,
        progress -> vae(place, options, progress));
  }

  static String recoveryKey(Method method, Place place) {
    return "%s_%s".formatted(place.key(), method.name().toLowerCase(Locale.ROOT));
  }

  private Map<String, Object> rpca(Place place) {
    RandomDecoder.Data data = data(place);
    Matrix dirty = Matrix.of(data.samples(), new Scaling(0, 1));
    Rpca rpca = Rpca.decompose(dirty, Rpca.Options.defaults(), Progress.NONE);
    float[] recovered = new float[data.clean().length];
    for (int i = 0; i < recovered.length; i++) {
      recovered[i] = (float) rpca.lowRank().values()[i];
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("error", data.error(recovered));
    values.put("dirty", data.error(data.dirty()));
    values.put("dimensions", rpca.rank());
    return values;
  }

  private Map<String, Object> vae(Place place, Options options, DoubleConsumer progress) {
    RandomDecoder.Data data = data(place);
    try {
      Fit fit = Fit.of(data.samples(), options, progress);
      RecoveryOptions passes =
          new RecoveryOptions(options.effectivePasses(), false, 0, false, options.seed());
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("error", data.error(fit.model().clean(data.dirty(), passes).values()));
      values.put("dimensions", fit.model().provenance().activeDimensions());
      return values;
    } catch (Untrainable e) {
      return Map.of("failed", e.getMessage());
    }
  }

  private RandomDecoder.Data data(Place place) {
    return sizes.decoder(place).draw(sizes.samples(), place.percent() / 100.0);
  }

  /** Seconds of one core. */
  long cost(Method method) {
    return method == Method.RPCA
        ? RPCA_SECONDS
        : seconds(sizes.steps() * (0.25 + 0.75 * method.passes()));
  }

  private static long seconds(double steps) {
    return Math.max(1, Math.round(steps * SECONDS_A_STEP));
  }

  private Map<String, Object> settings(Place place) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("decoder", sizes.decoder(place).toString());
    settings.put("range", RandomDecoder.RANGE);
    settings.put("samples", sizes.samples());
    settings.put("percent", place.percent());
    return settings;
  }
}
