package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.report.Block;

/** The tables of Figure 5, on the page and among its numbers. */
final class Figure5Tables {
  private final Outcomes outcomes;
  private final Findings findings;

  Figure5Tables(Outcomes outcomes, Findings findings) {
    this.outcomes = outcomes;
    this.findings = findings;
  }

  /** A row a model. */
  void summary() {
    List<Block.Row> rows = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      for (DigitModel model : Figure5.MODELS) {
        Optional<Aggregated> one = outcomes.get(Figure5.key(condition, model)).map(Aggregated::of);
        one.ifPresent(a -> numbers(condition, model, a));
        String name = "%s, %s".formatted(model.title(), condition.title());
        rows.add(
            one.map(a -> row(name, a))
                .orElse(Block.Row.of(name, "–", "–", "–", "–", "–", "–", "–")));
      }
    }
    findings.add(
        new Block.Table(
            "The aggregated posterior and N(0, I)",
            List.of(
                Block.Column.text("model, digits"),
                Block.Column.number("active of %d".formatted(DigitModel.LATENT)),
                Block.Column.number("largest |mean|"),
                Block.Column.number("‖C − I‖"),
                Block.Column.number("KL of N(m, C) (nats)"),
                Block.Column.number("sum of the marginals' KL (nats)"),
                Block.Column.number("correlation of squares"),
                Block.Column.number("mean KL of q(z|x) (nats)")),
            rows));
  }

  private void numbers(Condition condition, DigitModel model, Aggregated a) {
    Map<String, Object> row = start(condition, model, "all");
    row.put("active", a.active().length);
    row.put("largest_mean", a.largestMean());
    row.put("covariance_distance", a.covarianceDistance());
    row.put("kl_gaussian", a.gaussianDivergence());
    row.put("kl_marginal", a.divergence());
    row.put("squares_correlation", a.squaresCorrelation());
    row.put("kl_posterior", a.rate());
    findings.numbers(row);
  }

  private static Map<String, Object> start(
      Condition condition, DigitModel model, Object dimension) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("model", model.title());
    row.put("learned_from", condition.key());
    row.put("dimension", dimension);
    return row;
  }

  private static Block.Row row(String name, Aggregated a) {
    return Block.Row.of(
        name,
        "%d".formatted(a.active().length),
        "%.3f".formatted(a.largestMean()),
        "%.3f".formatted(a.covarianceDistance()),
        "%.3f".formatted(a.gaussianDivergence()),
        "%.3f".formatted(a.divergence()),
        "%.4f".formatted(a.squaresCorrelation()),
        "%.1f".formatted(a.rate()));
  }

  /** A table a model, a row a dimension. */
  void dimensions(Condition condition) {
    for (DigitModel model : Figure5.MODELS) {
      outcomes
          .get(Figure5.key(condition, model))
          .ifPresent(outcome -> dimensions(condition, model, Aggregated.of(outcome)));
    }
  }

  /** A row a dimension, on the page and among the numbers. */
  private void dimensions(Condition condition, DigitModel model, Aggregated a) {
    List<Block.Row> rows = new ArrayList<>();
    for (int k = 0; k < a.means().size(); k++) {
      boolean active = a.spreads().get(k) > Aggregated.ACTIVE_SPREAD;
      rows.add(
          Block.Row.of(
              "%d".formatted(k),
              active ? "yes" : "no",
              "%.3f".formatted(a.means().get(k)),
              "%.3f".formatted(a.variances().get(k)),
              "%.4f".formatted(a.divergences().get(k)),
              "%.3f".formatted(a.rates().get(k))));
      Map<String, Object> row = start(condition, model, k);
      row.put("active", active ? 1 : 0);
      row.put("mean", a.means().get(k));
      row.put("variance", a.variances().get(k));
      row.put("kl_marginal", a.divergences().get(k));
      row.put("kl_posterior", a.rates().get(k));
      findings.numbers(row);
    }
    findings.add(
        new Block.Table(
            "%s, learned from digits, %s: the aggregated posterior by dimension"
                .formatted(model.title(), condition.title()),
            List.of(
                Block.Column.number("dimension"),
                Block.Column.text("active"),
                Block.Column.number("mean"),
                Block.Column.number("variance"),
                Block.Column.number("KL of the marginal (nats)"),
                Block.Column.number("mean KL of q(z|x) (nats)")),
            rows));
  }
}
