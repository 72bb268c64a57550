package org.ricvae.paper.outliers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.ricvae.Epsilon;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.OptionsText;
import org.ricvae.Ricvae;
import org.ricvae.baseline.Uocl;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.LabelledSet;
import org.ricvae.paper.lab.Untrainable;
import org.ricvae.train.EpsilonSearch;
import org.ricvae.train.TrainingListener;

/** The cells of Table 1: for each set the choice of ε, then each method with each seed. */
final class Table1Cells {
  /** To be raised whenever the cells compute something else than before. */
  private static final int RECIPE = 1;

  /** Seconds of one core for a step on one column squared, and what a step takes besides. */
  private static final double SECONDS_A_SQUARE = 6e-8;

  private static final double SECONDS_A_STEP = 2e-4;

  /** Of UOCL's eigenvectors. */
  private static final double SECONDS_A_CUBE = 3e-10;

  private final Table1Sizes sizes;

  Table1Cells(Table1Sizes sizes) {
    this.sizes = sizes;
  }

  /** Chooses ε for a set. */
  Cell choice(LabelledSet set) {
    int columns = Math.min(Table1Sizes.EPSILON_COLUMNS, Table1Sizes.width(set));
    Options options = sizes.options(ModelKind.ICVAE, rows(set), columns, 1);
    Map<String, Object> settings = settings(set);
    settings.put("columns", columns);
    settings.put("grid", EpsilonSearch.GRID);
    settings.put("options", OptionsText.write(options));
    return new Cell(
        choiceKey(set),
        seconds(EpsilonSearch.GRID.size() * EpsilonSearch.STEPS, columns),
        settings,
        progress -> {
          Samples all = Standardized.of(set.samples());
          int d = all.shape().size();
          Samples some = Selection.of(d, Table1Sizes.EPSILON_COLUMNS, options.seed()).columns(all);
          Options chosen = options.withLatent(some.shape().size());
          return Map.of(
              "epsilon", Ricvae.chooseEpsilon(some, chosen, TrainingListener.NONE).epsilon());
        });
  }

  static String choiceKey(LabelledSet set) {
    return key(set) + "_epsilon";
  }

  /**
   * One method on one set.
   *
   * @param epsilon of the iC-VAE
   */
  Cell rating(Detector detector, LabelledSet set, long seed, OptionalDouble epsilon) {
    int rows = rows(detector, set);
    Map<String, Object> settings = settings(set);
    settings.put("method", detector.key());
    settings.put("seed", seed);
    settings.put("rows", rows);
    settings.put("components", Table1Sizes.COMPONENTS);
    settings.put("steps", sizes.steps());
    settings.put("work", sizes.work());
    settings.put("drae", sizes.drae(seed).toString());
    epsilon.ifPresent(e -> settings.put("epsilon", e));
    settings.put(
        "options", OptionsText.write(sizes.options(ModelKind.ICVAE, rows, width(set), seed)));
    return new Cell(
        ratingKey(detector, set, seed),
        cost(detector, set),
        settings,
        progress -> rate(detector, set, seed, epsilon, progress));
  }

  static String ratingKey(Detector detector, LabelledSet set, long seed) {
    return "%s_%s_seed%d".formatted(key(set), detector.key(), seed);
  }

  /** How often a method is run: once, where no seed matters to it. */
  int seeds(Detector detector, LabelledSet set, int asked) {
    return detector.random() || rows(detector, set) < rows(set) ? sizes.seeds(asked) : 1;
  }

  /** Rows of a set that a method takes. */
  int rows(Detector detector, LabelledSet set) {
    return detector.limited() ? Math.min(sizes.rows(), rows(set)) : rows(set);
  }

  private Map<String, Object> rate(
      Detector detector,
      LabelledSet set,
      long seed,
      OptionalDouble epsilon,
      DoubleConsumer progress) {
    Selection selection = Selection.stratified(set.outlier(), rows(detector, set), seed);
    Samples samples = Standardized.of(selection.rows(set.samples()));
    SampleShape shape = samples.shape();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("columns", shape.size());
    Scored scored;
    try {
      scored =
          switch (detector) {
            case ICVAE, L2VAE -> {
              ModelKind kind = detector == Detector.ICVAE ? ModelKind.ICVAE : ModelKind.L2VAE;
              Options options = sizes.options(kind, selection.size(), shape.size(), seed);
              values.put("steps", sizes.steps(shape.size()));
              yield Detectors.vae(
                  samples,
                  detector == Detector.ICVAE
                      ? options.withEpsilon(new Epsilon.Fixed(epsilon.orElseThrow()))
                      : options,
                  progress);
            }
            case DRAE -> Detectors.drae(samples, sizes.drae(seed), progress);
            case UOCL_CENTRED -> Detectors.uocl(samples, Uocl.Labels.CENTRED);
            case UOCL_BALANCED -> Detectors.uocl(samples, Uocl.Labels.BALANCED);
            case PCA -> Detectors.pca(samples, Table1Sizes.COMPONENTS);
          };
    } catch (Untrainable e) {
      values.put("failed", e.getMessage());
      return values;
    }
    Rating rating = Rating.of(scored, selection.labels(set.outlier()));
    values.put("f1", rating.f1());
    values.put("auc", rating.auc());
    values.put("flagged", rating.flagged());
    return values;
  }

  /** Seconds of one core. */
  long cost(Detector detector, LabelledSet set) {
    int d = width(set);
    return switch (detector) {
      case ICVAE, L2VAE -> seconds(sizes.steps(d), d);
      case DRAE -> Math.max(1, Math.round(2e-6 * rows(set) * d));
      case UOCL_CENTRED, UOCL_BALANCED ->
          Math.max(1, Math.round(SECONDS_A_CUBE * Math.pow(rows(detector, set), 3)));
      case PCA -> 1;
    };
  }

  private static long seconds(double steps, int d) {
    return Math.max(1, Math.round(steps * (SECONDS_A_STEP + SECONDS_A_SQUARE * d * d)));
  }

  private static Map<String, Object> settings(LabelledSet set) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("data", set.fingerprint());
    settings.put("outliers", set.outlier().stream().filter(o -> o).count());
    return settings;
  }

  private static int rows(LabelledSet set) {
    return set.outlier().size();
  }

  private static int width(LabelledSet set) {
    return Table1Sizes.width(set);
  }

  /** Names of sets may hold anything, and may differ only in what a file name may not hold. */
  private static String key(LabelledSet set) {
    return set.name().replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.]", "_")
        + "_"
        + set.fingerprint().substring(0, 6);
  }
}
