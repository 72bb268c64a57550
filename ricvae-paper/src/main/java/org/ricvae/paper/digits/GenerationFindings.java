package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.report.Axis;
import org.ricvae.report.Block;
import org.ricvae.report.ColorMap;
import org.ricvae.report.HeatMap;

/** The sweep of samples as a part of the page. */
final class GenerationFindings {
  private final GenerationSizes sizes;
  private final Trainings trainings;
  private final Outcomes outcomes;
  private final Findings findings;
  private final Map<Condition, Map<Variant, Quality>> made = new EnumMap<>(Condition.class);
  private final Map<Condition, Set<DigitModel>> dead = new EnumMap<>(Condition.class);

  GenerationFindings(
      GenerationSizes sizes, Trainings trainings, Outcomes outcomes, Findings findings) {
    this.sizes = sizes;
    this.trainings = trainings;
    this.outcomes = outcomes;
    this.findings = findings;
    for (Condition condition : Condition.values()) {
      Map<Variant, Quality> some = new HashMap<>();
      for (Variant variant : sizes.variants()) {
        outcomes
            .get(Measurements.key(condition, variant))
            .ifPresent(outcome -> some.put(variant, Quality.of(outcome)));
      }
      made.put(condition, some);
      dead.put(
          condition,
          sizes.models().stream()
              .filter(model -> trainings.isDead(condition, model))
              .collect(Collectors.toSet()));
    }
  }

  /** Adds it all. */
  void write() {
    introduce();
    Optional<Quality> reference = outcomes.get(Measurements.TEST).map(Quality::of);
    if (reference.isEmpty() || made.values().stream().allMatch(Map::isEmpty)) {
      findings.text("No samples could be measured.");
      return;
    }
    Quality real = reference.get();
    new GenerationClaims(sizes, real, made, dead).write(findings);
    tradeOff();
    map("samples_f", Axis.linear("F"), q -> q.manifold().f(), "F of samples");
    map(
        "samples_frechet",
        Axis.logarithmic("Fréchet distance"),
        Quality::frechet,
        "Fréchet distance of samples from real digits");
    map(
        "samples_precision",
        Axis.linear("precision"),
        q -> q.manifold().precision(),
        "Precision of samples");
    map("samples_recall", Axis.linear("recall"), q -> q.manifold().recall(), "Recall of samples");
    for (Condition condition : Condition.values()) {
      table(condition, new QualityTable(real));
    }
    numbers("real test digits", real, Map.of());
  }

  private void introduce() {
    findings.text(
        "Generation, on %d MNIST digits as in Figure 4, clean and with 40 %% of the pixels replaced by random values: one model for each N, of one seed, its samples after M passes, each on the mean of the one before; all decode the same z. %d samples of each are measured as there, in the features of a classifier that is a ruler only (%.2f %% of the test digits right). \"More authentic\" has Figure 4's meaning: F, the harmonic mean of precision and recall, larger by more than %.2f and Fréchet distance smaller by more than %.0f %%."
            .formatted(
                sizes.digits().digits(),
                sizes.digits().compared(),
                100
                    * outcomes
                        .get(Ruler.ACCURACY)
                        .map(o -> o.number("accuracy"))
                        .orElse(Double.NaN),
                Figure4Claims.TIE_F,
                100 * Figure4Claims.TIE_FRECHET));
    for (Condition condition : Condition.values()) {
      findings.text(trainings.fate(condition));
    }
  }

  /** What F hides: further passes may make samples surer and fewer. */
  private void tradeOff() {
    int pairs = 0;
    int surer = 0;
    int fewer = 0;
    for (Map<Variant, Quality> some : made.values()) {
      for (Map.Entry<Variant, Quality> entry : some.entrySet()) {
        Quality first = some.get(new Variant(entry.getKey().model(), 1, false));
        if (entry.getKey().passes() > 1 && first != null) {
          Manifold manifold = entry.getValue().manifold();
          pairs++;
          surer += manifold.precision() > first.manifold().precision() ? 1 : 0;
          fewer += manifold.recall() < first.manifold().recall() ? 1 : 0;
        }
      }
    }
    findings.text(
        "Against M = 1 of the same model, further passes raise precision, the share of samples that look real, in %d of %d comparisons, and lower recall, the share of real digits that samples come near, in %d."
            .formatted(surer, pairs, fewer));
    for (Condition condition : Condition.values()) {
      best(condition);
    }
  }

  private void best(Condition condition) {
    Map<Variant, Quality> some = made.get(condition);
    Comparator<Variant> byF = Comparator.comparingDouble(v -> some.get(v).manifold().f());
    Comparator<Variant> byFrechet = Comparator.comparingDouble(v -> some.get(v).frechet());
    List<Variant> alive = sizes.variants().stream().filter(some::containsKey).toList();
    if (!alive.isEmpty()) {
      Variant f = alive.stream().max(byF).orElseThrow();
      Variant frechet = alive.stream().min(byFrechet).orElseThrow();
      findings.text(
          "Learned from digits, %s: the largest F, %.3f, has (%d, %d); the smallest Fréchet distance, %.1f, has (%d, %d)."
              .formatted(
                  condition.title(),
                  some.get(f).manifold().f(),
                  f.model().passes(),
                  f.passes(),
                  some.get(frechet).frechet(),
                  frechet.model().passes(),
                  frechet.passes()));
    }
  }

  private void map(String file, Axis axis, ToDoubleFunction<Quality> measure, String what) {
    List<HeatMap.Panel> panels = new ArrayList<>();
    made.forEach(
        (condition, some) -> {
          List<double[]> rows = new ArrayList<>();
          for (DigitModel model : sizes.models()) {
            rows.add(
                sizes.passes().stream()
                    .map(m -> some.get(new Variant(model, m, false)))
                    .mapToDouble(q -> q == null ? Double.NaN : measure.applyAsDouble(q))
                    .toArray());
          }
          panels.add(new HeatMap.Panel("learned from: " + condition.title(), rows));
        });
    findings.chart(
        file,
        new HeatMap(
            new HeatMap.Side(
                "M, passes at test", sizes.passes().stream().map(String::valueOf).toList()),
            new HeatMap.Side(
                "N, passes in training",
                sizes.models().stream().map(m -> Integer.toString(m.passes())).toList()),
            axis,
            panels,
            ColorMap.VIRIDIS),
        what + " by passes in training and at test.",
        "A grid for clean and one for dirty digits; the table has the same numbers.");
  }

  private void table(Condition condition, QualityTable table) {
    List<Block.Row> rows = new ArrayList<>();
    for (Variant variant : sizes.variants()) {
      String name = "(%d, %d)".formatted(variant.model().passes(), variant.passes());
      Quality quality = made.get(condition).get(variant);
      rows.add(quality == null ? QualityTable.none(name) : table.row(name, quality));
      if (quality != null) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("n", variant.model().passes());
        place.put("m", variant.passes());
        place.put("learned_from", condition.key());
        numbers(variant.title(), quality, place);
      }
    }
    rows.add(table.reference());
    findings.add(
        new Block.Table(
            "Samples of RiC-VAE (N, M) learned from digits, %s, against real digits"
                .formatted(condition.title()),
            QualityTable.columns("(N, M)"),
            rows));
  }

  /** A row of numbers.csv, where recovery has a precision and a recall of its own. */
  private void numbers(String samples, Quality quality, Map<String, ?> place) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("part", "generation");
    row.putAll(place);
    row.put("samples", samples);
    quality.values().forEach((name, value) -> row.put("sample_" + name, value));
    row.put("sample_f", quality.manifold().f());
    findings.numbers(row);
  }
}
