package org.ricvae.paper.outliers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.ricvae.Epsilon;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.OptionsText;
import org.ricvae.Ricvae;
import org.ricvae.data.Samples;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.LabelledSet;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Untrainable;
import org.ricvae.train.EpsilonSearch;
import org.ricvae.train.TrainingListener;

/** The cells of the medical images: for each contamination ε, then each method. */
final class MedicalCells {
  /** To be raised whenever the cells compute something else than before. */
  private static final int RECIPE = 1;

  /** Seconds of one core for a step of one pass, as measured on an AVX-512 machine. */
  private static final double SECONDS_A_STEP = 0.008;

  private static final long BASELINE_SECONDS = 10;

  private final MedicalSizes sizes;
  private final LabelledSet set;

  MedicalCells(MedicalSizes sizes, LabelledSet set) {
    this.sizes = sizes;
    this.set = set;
  }

  /** Chooses ε for a contamination. */
  Cell choice(int percent, long seed) {
    Selection selection = sizes.contaminated(set, percent, seed);
    Options options = sizes.base(selection.size(), seed).withKind(ModelKind.ICVAE);
    Map<String, Object> settings = settings(percent, seed);
    settings.put("grid", EpsilonSearch.GRID);
    settings.put("options", OptionsText.write(options));
    return new Cell(
        choiceKey(percent, seed),
        seconds(EpsilonSearch.GRID.size() * EpsilonSearch.STEPS),
        settings,
        progress ->
            Map.of(
                "epsilon",
                Ricvae.chooseEpsilon(selection.rows(set.samples()), options, TrainingListener.NONE)
                    .epsilon()));
  }

  static String choiceKey(int percent, long seed) {
    return "p%d_seed%d_epsilon".formatted(percent, seed);
  }

  /**
   * One method on one contamination.
   *
   * @param epsilon of those that have one
   */
  Cell rating(Judge judge, int percent, long seed, OptionalDouble epsilon) {
    Selection selection = sizes.contaminated(set, percent, seed);
    Options base = sizes.base(selection.size(), seed);
    Options options =
        judge
            .method()
            .flatMap(Method::kind)
            .map(kind -> options(judge, base, epsilon))
            .orElse(base);
    Map<String, Object> settings = settings(percent, seed);
    settings.put("method", judge.key());
    settings.put("drae", sizes.drae(seed).toString());
    settings.put("options", OptionsText.write(options));
    return new Cell(
        ratingKey(judge, percent, seed),
        cost(judge),
        settings,
        progress -> rate(judge, selection, options, progress));
  }

  static String ratingKey(Judge judge, int percent, long seed) {
    return "p%d_seed%d_%s".formatted(percent, seed, judge.key());
  }

  private static Options options(Judge judge, Options base, OptionalDouble epsilon) {
    Options options = judge.method().orElseThrow().options(base);
    return judge.hasEpsilon()
        ? options.withEpsilon(new Epsilon.Fixed(epsilon.orElseThrow()))
        : options;
  }

  private Map<String, Object> rate(
      Judge judge, Selection selection, Options options, DoubleConsumer progress) {
    Samples images = selection.rows(set.samples());
    List<Boolean> truth = selection.labels(set.outlier());
    Scored scored;
    try {
      scored =
          switch (judge) {
            case RPCA -> Detectors.rpca(images);
            case PCA -> Detectors.pca(images, MedicalSizes.LATENT);
            case DRAE -> Detectors.drae(images, sizes.drae(options.seed()), progress);
            case AE, L2VAE, LCVAE, ICVAE, RICVAE -> Detectors.vae(images, options, progress);
          };
    } catch (Untrainable e) {
      return Map.of("failed", e.getMessage());
    }
    Rating rating = Rating.of(scored, truth);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("auc", rating.auc());
    values.put("f1", rating.f1());
    values.put("flagged", rating.flagged());
    values.put("images", selection.size());
    return values;
  }

  /** Seconds of one core. */
  long cost(Judge judge) {
    int passes = judge.method().map(Method::passes).orElse(1);
    return switch (judge) {
      case RPCA, PCA, DRAE -> BASELINE_SECONDS;
      case AE, L2VAE, LCVAE, ICVAE, RICVAE -> seconds(sizes.steps() * (double) passes);
    };
  }

  private static long seconds(double steps) {
    return Math.max(1, Math.round(steps * SECONDS_A_STEP));
  }

  private Map<String, Object> settings(int percent, long seed) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("data", set.fingerprint());
    settings.put("normals", sizes.normals());
    settings.put("percent", percent);
    settings.put("seed", seed);
    return settings;
  }
}
