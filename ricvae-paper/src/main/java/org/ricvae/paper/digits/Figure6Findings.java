package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.report.Block;
import org.ricvae.report.Histogram;
import org.ricvae.report.Ink;

/** The page of Figure 6. */
final class Figure6Findings {
  /** Passes maintain the distances if the mean falls by no more than this share. */
  private static final double MAINTAINED = 0.1;

  /** Bins of the chart, in those of {@link Distances}. */
  private static final int WIDER = 50;

  /** Where real digits have 1 % of their distances: what is nearer is called close. */
  private static final double CLOSE = 0.01;

  private final DigitSizes sizes;
  private final Trainings trainings;
  private final Outcomes outcomes;
  private final Distances digits;
  private final Findings findings = new Findings();

  Figure6Findings(DigitSizes sizes, Trainings trainings, Outcomes outcomes) {
    this.sizes = sizes;
    this.trainings = trainings;
    this.outcomes = outcomes;
    digits =
        outcomes
            .get(Figure6.DIGITS)
            .map(Distances::of)
            .orElseThrow(
                () -> new InputException("figure6: the distances of the digits are missing"));
  }

  Findings write() {
    findings.text(
        "For each of %d samples the Euclidean distance to the nearest of the %d clean digits that the model learned from (pixels in [0, 1]), and for each of those digits the distance to the nearest other one. Exact: products in single precision, and what their error bound leaves open again in double. Test digits, which no model saw, are a line beyond the paper's. The Kolmogorov-Smirnov statistic is the largest gap between two distribution functions, 0 for the same and 1 for separate ones; it measures how different two sets of distances are, not whether they differ by chance."
            .formatted(sizes.neighbours(), trainings.images(Condition.CLEAN).count()));
    if (get(Variant.RIC_1).isEmpty()) {
      findings.text(
          "There is no RiC-VAE (N = 5): "
              + trainings
                  .outcome(Condition.CLEAN, DigitModel.RICVAE)
                  .map(outcome -> outcome.text("failed"))
                  .orElse("it was not trained")
              + ".");
    }
    copies();
    maintained();
    findings.chart(
        "distances",
        histogram(),
        "Distance to the nearest training digit, of samples, of test digits, and of the training digits themselves.",
        "Histograms of distances. Mean of the training digits %.2f%s."
            .formatted(digits.mean(), means()));
    table();
    return findings;
  }

  private Optional<Distances> get(Variant variant) {
    return outcomes.get(variant.key()).map(Distances::of);
  }

  private String means() {
    StringBuilder text = new StringBuilder();
    for (Variant variant : Figure6.VARIANTS) {
      get(variant).ifPresent(d -> text.append(", of %s %.2f".formatted(variant.title(), d.mean())));
    }
    return text.toString();
  }

  /** A mean as large as that of real digits; or at least not more samples that are close. */
  private void copies() {
    Optional<Distances> one = get(Variant.RIC_1);
    Optional<Distances> five = get(Variant.RIC_5);
    String claim =
        "The RiC-VAE does not copy: its samples, (5, 1) and (5, 5), are on average as far from the nearest training digit as training digits are from one another, or farther.";
    if (one.isEmpty() || five.isEmpty()) {
      findings.verdict(claim, "There is no model.", Block.Outcome.NOT_TESTED);
      return;
    }
    double edge = digits.quantile(CLOSE);
    boolean farther = Math.min(one.get().mean(), five.get().mean()) >= digits.mean();
    double closest = Math.max(one.get().below(edge), five.get().below(edge));
    findings.verdict(
        claim,
        "Mean %.2f for (5, 1) and %.2f for (5, 5), %.2f for the digits: the paper's criterion. Closer than %.2f are 1 %% of the digits, and %.1f %% and %.1f %% of the samples; where the criterion is missed, but no more samples than digits are as close, the claim holds in part."
            .formatted(
                one.get().mean(),
                five.get().mean(),
                digits.mean(),
                edge,
                100 * one.get().below(edge),
                100 * five.get().below(edge)),
        farther
            ? Block.Outcome.HOLDS
            : closest <= CLOSE ? Block.Outcome.PARTLY : Block.Outcome.DOES_NOT_HOLD);
  }

  private void maintained() {
    Optional<Distances> one = get(Variant.RIC_1);
    Optional<Distances> five = get(Variant.RIC_5);
    String claim = "Further passes at test, (5, 5), maintain the distances of (5, 1).";
    if (one.isEmpty() || five.isEmpty()) {
      findings.verdict(claim, "There is no model.", Block.Outcome.NOT_TESTED);
      return;
    }
    double change = five.get().mean() / one.get().mean() - 1;
    findings.verdict(
        claim,
        "The mean changes by %+.1f %%; a fall by no more than %.0f %% counts as maintained. Kolmogorov-Smirnov statistic of the two: %.3f."
            .formatted(100 * change, 100 * MAINTAINED, one.get().kolmogorovSmirnov(five.get())),
        change >= -MAINTAINED ? Block.Outcome.HOLDS : Block.Outcome.DOES_NOT_HOLD);
  }

  private Histogram histogram() {
    double width = WIDER * Distances.WIDTH;
    int bins = 1 + (int) (digits.quantile(1) / width);
    for (Variant variant : Figure6.VARIANTS) {
      bins = Math.max(bins, get(variant).map(d -> 1 + (int) (d.quantile(1) / width)).orElse(1));
    }
    List<Histogram.Series> series = new ArrayList<>();
    series.add(series("training digits", Ink.BLACK, digits, bins));
    for (Variant variant : Figure6.VARIANTS) {
      int n = bins;
      get(variant).ifPresent(d -> series.add(series(variant.title(), ink(variant), d, n)));
    }
    int n = bins;
    outcomes
        .get(Figure6.TEST)
        .ifPresent(o -> series.add(series("test digits", Ink.GREY_OPEN, Distances.of(o), n)));
    return new Histogram(
        "distance to the nearest training digit",
        new Histogram.Bins(0, bins * width, bins),
        Histogram.Measure.DENSITY,
        series);
  }

  private static Histogram.Series series(String name, Ink ink, Distances distances, int bins) {
    return new Histogram.Series(name, ink, distances.coarse(WIDER, bins), distances.total());
  }

  /** One ink a line: the RiC-VAE has three of them here. */
  private static Ink ink(Variant variant) {
    if (variant.model() != DigitModel.RICVAE) {
      return variant.model().ink();
    }
    return switch (variant.passes()) {
      case 1 -> Ink.BLUE;
      case 5 -> Ink.SKY;
      default -> Ink.PURPLE;
    };
  }

  private void table() {
    List<Block.Row> rows = new ArrayList<>();
    add(rows, "training digits, to one another", Figure6.DIGITS);
    add(rows, "test digits", Figure6.TEST);
    for (Variant variant : Figure6.VARIANTS) {
      add(rows, variant.title(), variant.key());
    }
    findings.add(
        new Block.Table(
            "Distance to the nearest training digit; the last column compares with the distances of the training digits to one another",
            List.of(
                Block.Column.text("from"),
                Block.Column.number("number"),
                Block.Column.number("mean"),
                Block.Column.number("1 % below"),
                Block.Column.number("median"),
                Block.Column.number("99 % below"),
                Block.Column.number("Kolmogorov-Smirnov")),
            rows));
  }

  private void add(List<Block.Row> rows, String name, String key) {
    outcomes
        .get(key)
        .ifPresent(
            outcome -> {
              Distances d = Distances.of(outcome);
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("from", name);
              row.put("number", d.total());
              row.put("mean", d.mean());
              row.put("quantile_01", d.quantile(0.01));
              row.put("median", d.quantile(0.5));
              row.put("quantile_99", d.quantile(0.99));
              row.put("kolmogorov_smirnov", d.kolmogorovSmirnov(digits));
              row.put("queries_a_second", outcome.number("queries_a_second"));
              findings.numbers(row);
              rows.add(
                  Block.Row.of(
                      name,
                      "%d".formatted(d.total()),
                      "%.3f".formatted(d.mean()),
                      "%.2f".formatted(d.quantile(0.01)),
                      "%.2f".formatted(d.quantile(0.5)),
                      "%.2f".formatted(d.quantile(0.99)),
                      "%.3f".formatted(d.kolmogorovSmirnov(digits))));
            });
  }
}
