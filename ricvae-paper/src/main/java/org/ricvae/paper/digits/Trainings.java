package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.ricvae.Options;
import org.ricvae.OptionsText;
import org.ricvae.Ricvae;
import org.ricvae.RicvaeModel;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Follower;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.Untrainable;
import org.ricvae.train.EpsilonSearch;

/** The models of digits, trained once for all items; their cells are those of Figure 4. */
final class Trainings {
  /** To be raised whenever the cells compute something else than before. */
  private static final int RECIPE = 1;

  /** Seconds of one core for a step of one pass, as measured on an AVX-512 machine. */
  private static final double SECONDS_A_STEP = 0.011;

  private final Lab lab;
  private final DigitSizes sizes;
  private final List<Condition> conditions;
  private final List<DigitModel> models;
  private final Map<Condition, Images> images = new EnumMap<>(Condition.class);
  private Outcomes outcomes = Outcomes.none();

  /**
   * Trainings to be run or found.
   *
   * @param conditions what the models learn from
   * @param models which of them
   */
  Trainings(Lab lab, DigitSizes sizes, List<Condition> conditions, List<DigitModel> models) {
    this.lab = lab;
    this.sizes = sizes;
    this.conditions = conditions;
    this.models = models;
    for (Condition condition : conditions) {
      images.put(condition, condition.images(lab.inputs().mnist().train(), sizes.digits()));
    }
  }

  /** Seconds of one core for all of them. */
  long cost() {
    long one = models.stream().mapToLong(this::cost).sum();
    boolean choice = sizes.epsilon().isEmpty() && models.stream().anyMatch(DigitModel::hasEpsilon);
    return conditions.size() * (one + (choice ? choiceCost() : 0));
  }

  private long cost(DigitModel model) {
    Options options = model.options(sizes, 1);
    double single = model.passes() > 1 ? options.warmUp() : 1;
    double passes = single + (1 - single) * model.passes();
    double steps = options.epochs() * Math.ceil((double) sizes.digits() / options.batch());
    return Math.max(1, Math.round(steps * passes * SECONDS_A_STEP));
  }

  private static long choiceCost() {
    return Math.round(EpsilonSearch.GRID.size() * EpsilonSearch.STEPS * SECONDS_A_STEP);
  }

  /** Runs what is not there yet: the choices of ε, then the trainings. */
  void run() {
    List<Cell> choices = new ArrayList<>();
    if (sizes.epsilon().isEmpty()) {
      conditions.forEach(condition -> choices.add(choice(condition)));
    }
    outcomes = lab.cells(Figure4.NAME).run(choices);
    List<Cell> cells = new ArrayList<>();
    // The longest first, so that no thread is left alone with it.
    for (int i = models.size() - 1; i >= 0; i--) {
      for (Condition condition : conditions) {
        DigitModel model = models.get(i);
        if (epsilon(condition).isPresent() || !model.hasEpsilon()) {
          cells.add(training(condition, model));
        }
      }
    }
    outcomes = outcomes.and(lab.cells(Figure4.NAME).run(cells));
  }

  /** The digits that the models learned from. */
  Images images(Condition condition) {
    return images.get(condition);
  }

  /** ε in this condition; empty where none leaves the posterior alive. */
  OptionalDouble epsilon(Condition condition) {
    return sizes.epsilon().isPresent()
        ? sizes.epsilon()
        : outcomes.get(choiceKey(condition)).stream()
            .filter(outcome -> outcome.has("epsilon"))
            .mapToDouble(outcome -> outcome.number("epsilon"))
            .findFirst();
  }

  /** What came of a training; empty where it was not run or failed through no fault of its own. */
  Optional<Outcome> outcome(Condition condition, DigitModel model) {
    return outcomes.get(key(condition, model));
  }

  /** The trained model; empty where there is none, because the training came to nothing. */
  Optional<RicvaeModel> model(Condition condition, DigitModel model) {
    return outcome(condition, model)
        .filter(outcome -> !outcome.has("failed"))
        .map(
            outcome ->
                lab.models()
                    .fit(
                        key(condition, model),
                        images(condition),
                        options(condition, model),
                        share -> {}));
  }

  /** Whether a training came to nothing: it failed, or no ε leaves the posterior alive. */
  boolean isDead(Condition condition, DigitModel model) {
    return outcome(condition, model)
        .map(outcome -> outcome.has("failed"))
        .orElse(model.hasEpsilon() && epsilon(condition).isEmpty());
  }

  /** How the trainings of a condition ended, in a sentence. */
  String fate(Condition condition) {
    StringBuilder text = new StringBuilder();
    epsilon(condition)
        .ifPresentOrElse(
            e -> text.append("ε = %s".formatted(e)),
            () -> text.append("no ε leaves the posterior alive"));
    for (DigitModel model : models) {
      String end =
          outcome(condition, model)
              .map(
                  o ->
                      o.has("failed")
                          ? "came to nothing (%s)".formatted(o.text("failed"))
                          : "%.0f of %d latent dimensions active"
                              .formatted(o.number("active"), DigitModel.LATENT))
              .orElse("not trained");
      text.append("; ").append(model.title()).append(": ").append(end);
    }
    return "Learned from digits, %s: %s.".formatted(condition.title(), text);
  }

  /** What the result of a cell that uses the model depends on. */
  Map<String, Object> settings(Condition condition, DigitModel model) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("condition", condition.key());
    settings.put("data", images(condition).fingerprint());
    settings.put("options", OptionsText.write(options(condition, model)));
    return settings;
  }

  private Options options(Condition condition, DigitModel model) {
    return model.options(sizes, epsilon(condition).orElse(Double.NaN));
  }

  private static String key(Condition condition, DigitModel model) {
    return "digits-%s-%s".formatted(condition.key(), model.key());
  }

  private static String choiceKey(Condition condition) {
    return "epsilon-" + condition.key();
  }

  private Cell choice(Condition condition) {
    Options options = DigitModel.choice(sizes);
    Images data = images(condition);
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("data", data.fingerprint());
    settings.put("grid", EpsilonSearch.GRID);
    settings.put("steps", EpsilonSearch.STEPS);
    settings.put("options", OptionsText.write(options));
    return new Cell(
        choiceKey(condition), choiceCost(), settings, progress -> choose(data, options, progress));
  }

  private static Map<String, Object> choose(Images data, Options options, DoubleConsumer progress) {
    try {
      EpsilonSearch.Choice choice =
          Ricvae.chooseEpsilon(data.samples(), options, new Follower(progress));
      return Map.of(
          "epsilon",
          choice.epsilon(),
          "tried",
          choice.candidates().stream().map(EpsilonSearch.Candidate::toString).toList());
    } catch (InputException e) {
      return Map.of("failed", e.getMessage());
    }
  }

  private Cell training(Condition condition, DigitModel model) {
    String key = key(condition, model);
    Images data = images(condition);
    Options options = options(condition, model);
    return new Cell(
        key,
        cost(model),
        settings(condition, model),
        progress -> {
          try {
            RicvaeModel trained = lab.models().fit(key, data, options, progress);
            return Map.of("active", trained.provenance().activeDimensions());
          } catch (Untrainable e) {
            return Map.of("failed", e.getMessage());
          }
        });
  }
}
