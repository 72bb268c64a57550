package org.ricvae.paper.supplement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.ricvae.Epsilon;
import org.ricvae.Options;
import org.ricvae.OptionsText;
import org.ricvae.Ricvae;
import org.ricvae.RicvaeModel;
import org.ricvae.paper.digits.Generation;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Need;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.SizedExperiment;
import org.ricvae.paper.lab.Untrainable;
import org.ricvae.train.EpsilonSearch;
import org.ricvae.train.TrainingListener;

/**
 * Supplement: N passes in training, M at test, and recovery as passes go on, on faces; and samples
 * over N × M, of digits, where they are given.
 */
public final class Passes extends SizedExperiment<PassesSizes> {
  /** To be raised whenever the cells compute something else than before. */
  private static final int RECIPE = 1;

  /** Seconds of one core for a step of one pass, as measured on an AVX-512 machine. */
  private static final double SECONDS_A_STEP = 0.011;

  private static final int STEPS_AN_EPOCH = 16;

  /** In the sizes that the options ask for. */
  public Passes() {
    this(PassesSizes::of);
  }

  Passes(PassesSizes sizes) {
    this(quick -> sizes);
  }

  private Passes(Choice<PassesSizes> sizes) {
    super("passes", "Supplement: more passes in training and at test", Set.of(Need.FREY), sizes);
  }

  @Override
  protected Findings run(Lab lab, PassesSizes sizes) {
    Images clean = lab.inputs().frey();
    List<Integer> seeds =
        IntStream.rangeClosed(1, sizes.seeds(lab.options().seeds())).boxed().toList();
    List<Cell> choices = new ArrayList<>();
    if (sizes.epsilon().isEmpty()) {
      seeds.forEach(seed -> choices.add(choice(sizes, clean, seed)));
    }
    long cost = choices.stream().mapToLong(Cell::cost).sum();
    for (int n : sizes.training()) {
      cost += cost(sizes, n) * seeds.size();
    }
    Optional<Generation> generation = generation(lab);
    lab.begin(name(), cost + generation.map(Generation::cost).orElse(0L));
    Outcomes chosen = lab.cells(name()).run(choices);
    Map<Integer, Double> epsilons = new LinkedHashMap<>();
    for (int seed : seeds) {
      epsilon(sizes, chosen, seed).ifPresent(epsilon -> epsilons.put(seed, epsilon));
    }
    List<Cell> traces = new ArrayList<>();
    epsilons.forEach(
        (seed, epsilon) ->
            sizes.training().forEach(n -> traces.add(trace(lab, sizes, clean, n, seed, epsilon))));
    Outcomes traced = lab.cells(name()).run(traces);
    Findings findings = new PassesFindings(sizes, epsilons, traced).write();
    PassesSheet.add(findings, lab, sizes, clean, epsilons);
    generation.ifPresentOrElse(
        samples -> samples.add(findings),
        () ->
            findings.text(
                "Generation over N × M was not measured: the run lacks "
                    + Need.MNIST.option()
                    + "."));
    return findings;
  }

  /** Empty where the digits were not given. */
  private Optional<Generation> generation(Lab lab) {
    if (Need.MNIST.isGiven(lab.options())) {
      return Optional.of(new Generation(lab, name()));
    }
    lab.message(
        "%s: samples over N × M are left out, they need %s".formatted(name(), Need.MNIST.option()));
    return Optional.empty();
  }

  private static OptionalDouble epsilon(PassesSizes sizes, Outcomes chosen, int seed) {
    return sizes.epsilon().isPresent()
        ? sizes.epsilon()
        : chosen
            .get(choiceKey(seed))
            .map(outcome -> OptionalDouble.of(outcome.number("epsilon")))
            .orElse(OptionalDouble.empty());
  }

  private static Cell choice(PassesSizes sizes, Images clean, int seed) {
    Options options = sizes.options(1, seed);
    Map<String, Object> settings = settings(clean, options);
    settings.put("grid", EpsilonSearch.GRID);
    return new Cell(
        choiceKey(seed),
        seconds(EpsilonSearch.GRID.size() * EpsilonSearch.STEPS),
        settings,
        progress -> {
          Images dirty = dirty(clean, seed).images();
          return Map.of(
              "epsilon",
              Ricvae.chooseEpsilon(dirty.samples(), options, TrainingListener.NONE).epsilon());
        });
  }

  private static String choiceKey(int seed) {
    return "seed%d_epsilon".formatted(seed);
  }

  private static Cell trace(
      Lab lab, PassesSizes sizes, Images clean, int n, int seed, double epsilon) {
    Options options = options(sizes, n, seed, epsilon);
    Map<String, Object> settings = settings(clean, options);
    settings.put("passes", sizes.passes());
    return new Cell(
        traceKey(n, seed),
        cost(sizes, n),
        settings,
        progress -> {
          Corrupted dirty = dirty(clean, seed);
          try {
            RicvaeModel model =
                lab.models().fit(modelKey(n, seed), dirty.images(), options, progress);
            Map<String, Object> values =
                new LinkedHashMap<>(PassTrace.of(model, clean, dirty, sizes.passes()));
            values.put("active", model.provenance().activeDimensions());
            return values;
          } catch (Untrainable e) {
            return Map.of("failed", e.getMessage());
          }
        });
  }

  static String traceKey(int n, int seed) {
    return "n%d_seed%d".formatted(n, seed);
  }

  static String modelKey(int n, int seed) {
    return "passes_" + traceKey(n, seed);
  }

  static Options options(PassesSizes sizes, int n, int seed, double epsilon) {
    return sizes.options(n, seed).withEpsilon(new Epsilon.Fixed(epsilon));
  }

  static Corrupted dirty(Images clean, int seed) {
    return Corrupted.of(clean, PassesSizes.DIRT, seed);
  }

  private static Map<String, Object> settings(Images clean, Options options) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("data", clean.fingerprint());
    settings.put("dirt", PassesSizes.DIRT.toString());
    settings.put("options", OptionsText.write(options));
    return settings;
  }

  private static long cost(PassesSizes sizes, int n) {
    return seconds((0.25 + 0.75 * n) * sizes.epochs() * STEPS_AN_EPOCH);
  }

  private static long seconds(double steps) {
    return Math.max(1, Math.round(steps * SECONDS_A_STEP));
  }
}
