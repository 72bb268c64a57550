package org.ricvae.paper.supplement;

import static org.ricvae.report.Block.Column.number;
import static org.ricvae.report.Block.Column.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.supplement.PhaseSizes.Place;
import org.ricvae.report.Axis;
import org.ricvae.report.Block;
import org.ricvae.report.ColorMap;
import org.ricvae.report.HeatMap;

/** The phase plot as the page shows it. */
final class PhaseFindings {
  /** A claim about places holds if it does at this share of them, and in part at half. */
  static final double MOST = 0.9;

  private static final double HALF = 0.5;

  /** L counts as recovered if this share of its squares is missed at most. */
  static final double RECOVERED = 0.05;

  /** How far the number of dimensions found may be from the true one. */
  static final int NEAR = 1;

  private final PhaseSizes sizes;
  private final Outcomes chosen;
  private final Outcomes recoveries;
  private final Findings findings = new Findings();

  PhaseFindings(PhaseSizes sizes, Outcomes chosen, Outcomes recoveries) {
    this.sizes = sizes;
    this.chosen = chosen;
    this.recoveries = recoveries;
    boolean any =
        sizes.places().stream()
            .anyMatch(
                place ->
                    Phase.METHODS.stream()
                        .anyMatch(method -> Double.isFinite(error(method, place))));
    if (!any) {
      throw new InputException("phase: no method gave a result");
    }
  }

  Findings write() {
    findings.text(
        "L holds %d samples of %d values from a random decoder: κ* latent dimensions drawn from N(0, I), a layer of %d ReLU units, a linear layer, scaled to mean square 1; so L lies on a manifold of κ* dimensions, yet its rank is that of a much larger space. The share told of its entries is replaced by gross errors, uniform within ± %.0f standard deviations of the entries. What counts is ‖L − L̂‖² / ‖L‖²; 1 is what nothing but zeros would give."
            .formatted(sizes.samples(), sizes.size(), sizes.decoder(), RandomDecoder.RANGE));
    findings.text(
        "The VAEs have κ = %d latent dimensions at every place, hidden layers of %s, %d steps, and ε %s; the companion paper trains far longer, on a million samples. An empty place is one where the posterior collapsed."
            .formatted(
                PhaseSizes.LATENT,
                sizes.hidden(),
                sizes.steps(),
                sizes.epsilon().isPresent()
                    ? "= %s, given".formatted(sizes.epsilon().getAsDouble())
                    : "chosen at each place by injected corruption"));
    findings.text(
        "How these sizes came about matters for what they show: they were set with the true error in view, on data with κ* = 5 and 5 or 20 % corrupted. With errors within ± 5 deviations and a decoder narrower than L, RPCA was better wherever the VAE did not collapse; at 5 %: 0.0074 against 0.21 to 0.55 (5000 samples of 100 values), 0.0076 against 0.018 and 0.039 (20000 of 100), 0.00014 against 0.066 and 0.24 (5000 of 400). So the plot tells what the VAE can do where L is of nearly full rank and samples are many, not that it does so in general.");
    findings.chart(
        "errors",
        map(Axis.logarithmic("recovery error"), this::error),
        "Recovery error over the true number of latent dimensions and the share of corrupted entries.",
        "A grid for each method; the numbers are in numbers.csv.");
    findings.chart(
        "dimensions",
        map(Axis.linear("dimensions"), this::dimensions),
        "Dimensions found: the rank of RPCA's L, and the latent dimensions that the VAEs keep active, of %d; the truth is the column."
            .formatted(PhaseSizes.LATENT),
        "A grid for each method; the numbers are in numbers.csv.");
    linear();
    verdicts();
    numbers();
    return findings;
  }

  /** What a method gave at a place. */
  private interface Value {
    double of(Method method, Place place);
  }

  private double value(Method method, Place place, String name) {
    return recoveries
        .get(PhaseCells.recoveryKey(method, place))
        .map(outcome -> outcome.number(name))
        .orElse(Double.NaN);
  }

  private double error(Method method, Place place) {
    return value(method, place, "error");
  }

  private double dimensions(Method method, Place place) {
    return value(method, place, "dimensions");
  }

  private HeatMap map(Axis axis, Value value) {
    List<HeatMap.Panel> panels = new ArrayList<>();
    for (Method method : Phase.METHODS) {
      List<double[]> rows = new ArrayList<>();
      for (int percent : sizes.percents()) {
        rows.add(
            sizes.latents().stream()
                .mapToDouble(latent -> value.of(method, new Place(latent, percent, false)))
                .toArray());
      }
      panels.add(new HeatMap.Panel(method.title(), rows));
    }
    return new HeatMap(
        new HeatMap.Side("κ*, true dimensions", names(sizes.latents())),
        new HeatMap.Side("corrupted entries (%)", names(sizes.percents())),
        axis,
        panels,
        ColorMap.VIRIDIS);
  }

  private static List<String> names(List<Integer> values) {
    return values.stream().map(String::valueOf).toList();
  }

  private void linear() {
    List<Block.Column> columns = new ArrayList<>(List.of(text("corrupted entries (%)")));
    for (Method method : Phase.METHODS) {
      columns.add(number(method.title() + ", error"));
      columns.add(number(method.title() + ", dimensions"));
    }
    List<Block.Row> rows = new ArrayList<>();
    for (int percent : sizes.percents()) {
      Place place = new Place(sizes.linearLatent(), percent, true);
      List<String> cells = new ArrayList<>(List.of(Integer.toString(percent)));
      for (Method method : Phase.METHODS) {
        double error = error(method, place);
        cells.add(Double.isFinite(error) ? "%.2g".formatted(error) : "collapsed");
        cells.add(Double.isFinite(error) ? "%.0f".formatted(dimensions(method, place)) : "–");
      }
      rows.add(new Block.Row(cells, false));
    }
    findings.add(
        new Block.Table(
            "The same with a linear decoder of κ* = %d, where L is of low rank: RPCA's own ground"
                .formatted(sizes.linearLatent()),
            columns,
            rows));
  }

  private void verdicts() {
    List<Place> curved = sizes.places().stream().filter(place -> !place.linear()).toList();
    claim(
        "Companion paper: where data lie on a curved manifold, the VAE recovers them better than RPCA.",
        "places where the error of %s is below RPCA's, a collapsed one counting against it",
        curved,
        Method.ICVAE,
        place -> error(Method.ICVAE, place) < error(Method.RPCA, place));
    claim(
        "The paper, put to these data: RiC-VAE(2,2) recovers better than the iC-VAE.",
        "places where the error of %s is below the iC-VAE's, a collapsed one counting as the worst",
        curved,
        Method.RICVAE,
        place -> worst(error(Method.RICVAE, place)) < worst(error(Method.ICVAE, place)));
    claim(
        "Companion paper: superfluous latent dimensions are pruned, and those left are as many as the true ones.",
        "places where %s recovered L (error up to "
            + RECOVERED
            + ") and kept κ* dimensions, give or take "
            + NEAR,
        curved.stream().filter(place -> error(Method.ICVAE, place) <= RECOVERED).toList(),
        Method.ICVAE,
        place -> Math.abs(dimensions(Method.ICVAE, place) - place.latent()) <= NEAR);
    claim(
        "Where L is of low rank (linear decoder), RPCA is the better one or as good.",
        "places of the linear decoder where the error of %s is the lowest",
        sizes.places().stream().filter(Place::linear).toList(),
        Method.RPCA,
        place ->
            error(Method.RPCA, place)
                <= Math.min(worst(error(Method.ICVAE, place)), worst(error(Method.RICVAE, place))));
  }

  private static double worst(double error) {
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  private void claim(
      String claim, String what, List<Place> places, Method method, Predicate<Place> holds) {
    long held = places.stream().filter(holds).count();
    double share = places.isEmpty() ? Double.NaN : (double) held / places.size();
    findings.verdict(
        claim,
        "%d of %d %s. It holds at %.0f %% of the places or more, in part at %.0f %%."
            .formatted(held, places.size(), what.formatted(method.title()), 100 * MOST, 100 * HALF),
        places.isEmpty()
            ? Block.Outcome.NOT_TESTED
            : share >= MOST
                ? Block.Outcome.HOLDS
                : share >= HALF ? Block.Outcome.PARTLY : Block.Outcome.DOES_NOT_HOLD);
  }

  private void numbers() {
    for (Place place : sizes.places()) {
      for (Method method : Phase.METHODS) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("decoder", place.linear() ? "linear" : "relu");
        row.put("true_dimensions", place.latent());
        row.put("corrupted_percent", place.percent());
        row.put("method", method.name().toLowerCase(Locale.ROOT));
        row.put("error", error(method, place));
        row.put("dimensions", dimensions(method, place));
        row.put("dirty_error", value(Method.RPCA, place, "dirty"));
        if (method.hasEpsilon()) {
          row.put("epsilon", epsilon(place));
        }
        findings.numbers(row);
      }
    }
  }

  private double epsilon(Place place) {
    return sizes
        .epsilon()
        .orElseGet(
            () ->
                chosen
                    .get(PhaseCells.choiceKey(place))
                    .map((Outcome outcome) -> outcome.number("epsilon"))
                    .orElse(Double.NaN));
  }
}
