package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.report.Axis;
import org.ricvae.report.Block;
import org.ricvae.report.Ink;
import org.ricvae.report.LineChart;
import org.ricvae.report.ScatterChart;

/** The page of Figure 5. */
final class Figure5Findings {
  private final Trainings trainings;
  private final Outcomes outcomes;
  private final Findings findings = new Findings();

  Figure5Findings(Trainings trainings, Outcomes outcomes) {
    this.trainings = trainings;
    this.outcomes = outcomes;
  }

  Findings write() {
    findings.text(
        "If a model fits, its posteriors, taken together over all %d training digits, are N(0, I). Two random dimensions may tell little, so all are measured: mean and covariance (exact, from the means and variances that the encoder gives), the KL divergence of each marginal to N(0, 1) (by one draw a digit; N(0, 1) itself would give some %.4f nats), and, for what the paper calls heteroscedastic variance, how far the squares of two dimensions are correlated (mean over pairs of active dimensions; 0 for N(0, I)). A dimension is active if its posterior mean has a variance over %s; one that is not is N(0, 1) for nothing, so the number of active ones belongs to every figure."
            .formatted(
                trainings.images(Condition.CLEAN).count(),
                NormalDivergence.floor(trainings.images(Condition.CLEAN).count()),
                Aggregated.ACTIVE_SPREAD));
    for (Condition condition : Condition.values()) {
      verdicts(condition);
    }
    Figure5Tables tables = new Figure5Tables(outcomes, findings);
    tables.summary();
    for (Condition condition : Condition.values()) {
      scatter(condition);
      divergences(condition);
    }
    for (Condition condition : Condition.values()) {
      tables.dimensions(condition);
    }
    return findings;
  }

  private Optional<Outcome> outcome(Condition condition, DigitModel model) {
    return outcomes.get(Figure5.key(condition, model));
  }

  private Optional<Aggregated> aggregated(Condition condition, DigitModel model) {
    return outcome(condition, model).map(Aggregated::of);
  }

  /** Closer: a smaller sum of the marginals' KL, and a covariance nearer to I. */
  private void verdicts(Condition condition) {
    Optional<Aggregated> ic = aggregated(condition, DigitModel.ICVAE);
    Optional<Aggregated> ric = aggregated(condition, DigitModel.RICVAE);
    Block.Outcome closer = Block.Outcome.DOES_NOT_HOLD;
    Block.Outcome even = Block.Outcome.DOES_NOT_HOLD;
    if (ic.isPresent() && ric.isPresent()) {
      boolean divergence = ric.get().divergence() < ic.get().divergence();
      boolean covariance = ric.get().covarianceDistance() < ic.get().covarianceDistance();
      closer =
          divergence && covariance
              ? Block.Outcome.HOLDS
              : divergence || covariance ? Block.Outcome.PARTLY : closer;
      even =
          ric.get().squaresCorrelation() < ic.get().squaresCorrelation()
              ? Block.Outcome.HOLDS
              : even;
    } else if (ric.isPresent()) {
      closer = Block.Outcome.NOT_TESTED;
      even = Block.Outcome.NOT_TESTED;
    }
    String where = "Learned from digits, %s: ".formatted(condition.title());
    findings.verdict(
        where
            + "the aggregated posterior of the RiC-VAE (N = 5) is closer to N(0, I) than that of the iC-VAE.",
        measured(ic, ric, "sum of KL %.3f nats, ‖C − I‖ %.3f, %d active dimensions"),
        closer);
    findings.verdict(
        where + "the RiC-VAE removes some of the heteroscedastic variance.",
        "mean correlation of squares: " + measured(ic, ric, "%4$.4f (largest |mean| %5$.3f)"),
        even);
  }

  private static String measured(Optional<Aggregated> ic, Optional<Aggregated> ric, String format) {
    return "iC-VAE: %s; RiC-VAE: %s.".formatted(figures(ic, format), figures(ric, format));
  }

  private static String figures(Optional<Aggregated> one, String format) {
    return one.map(
            a ->
                format.formatted(
                    a.divergence(),
                    a.covarianceDistance(),
                    a.active().length,
                    a.squaresCorrelation(),
                    a.largestMean()))
        .orElse("no model, its training came to nothing");
  }

  private void scatter(Condition condition) {
    List<ScatterChart.Panel> panels = new ArrayList<>();
    List<String> chosen = new ArrayList<>();
    for (DigitModel model : Figure5.MODELS) {
      outcome(condition, model)
          .ifPresent(
              o -> {
                panels.add(panel(model, o));
                List<Double> two = o.numbers("dimensions");
                chosen.add("%s: %.0f and %.0f".formatted(model.title(), two.get(0), two.get(1)));
              });
    }
    if (panels.isEmpty()) {
      return;
    }
    float[] x = Normals.draw(Figure5.SHOWN, 2, Figure5.SEED);
    float[] y = new float[Figure5.SHOWN];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[2 * i + 1];
      x[i] = x[2 * i];
    }
    panels.add(panel("N(0, I)", Ink.BLACK, Arrays.copyOf(x, y.length), y));
    findings.chart(
        "posterior-" + condition.key(),
        new ScatterChart("a latent dimension", "another one", panels, ScatterChart.SIGMAS),
        "%d draws of the aggregated posterior in two dimensions, taken at random from the active ones (%s), learned from digits, %s; circles at 1, 2 and 3 standard deviations of N(0, I)."
            .formatted(Figure5.SHOWN, String.join("; ", chosen), condition.title()),
        "Clouds of points for iC-VAE, RiC-VAE (N = 5) and N(0, I) on the same scales.");
  }

  private static ScatterChart.Panel panel(DigitModel model, Outcome outcome) {
    return panel(
        model.title(), model.ink(), floats(outcome.numbers("x")), floats(outcome.numbers("y")));
  }

  private static ScatterChart.Panel panel(String title, Ink ink, float[] x, float[] y) {
    return new ScatterChart.Panel(title, List.of(new ScatterChart.Series(title, ink, x, y)));
  }

  private static float[] floats(List<Double> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return floats;
  }

  private void divergences(Condition condition) {
    List<LineChart.Line> lines = new ArrayList<>();
    for (DigitModel model : Figure5.MODELS) {
      aggregated(condition, model).ifPresent(a -> lines.add(line(model, a)));
    }
    if (!lines.isEmpty()) {
      findings.chart(
          "divergence-" + condition.key(),
          LineChart.of(
              Axis.linear("latent dimension, by rank"),
              Axis.logarithmic("KL to N(0, 1) (nats)"),
              lines),
          "KL divergence to N(0, 1) of each marginal of the aggregated posterior, the largest first, learned from digits, %s."
              .formatted(condition.title()),
          "Falling lines, one a model, over the rank of the dimension.");
    }
  }

  private static LineChart.Line line(DigitModel model, Aggregated a) {
    List<Double> sorted = new ArrayList<>(a.divergences());
    sorted.sort(Collections.reverseOrder());
    List<LineChart.Point> points = new ArrayList<>();
    for (int k = 0; k < sorted.size(); k++) {
      points.add(new LineChart.Point(k + 1, sorted.get(k)));
    }
    return new LineChart.Line(model.title(), model.ink(), points);
  }
}
