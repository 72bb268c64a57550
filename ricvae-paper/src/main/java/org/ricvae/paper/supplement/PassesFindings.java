package org.ricvae.paper.supplement;

import static org.ricvae.report.Block.Column.number;
import static org.ricvae.report.Block.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.Spread;
import org.ricvae.paper.supplement.PassTrace.Measure;
import org.ricvae.report.Axis;
import org.ricvae.report.Block;
import org.ricvae.report.HeatMap;
import org.ricvae.report.Ink;
import org.ricvae.report.LineChart;

/** The sweep of passes as the page shows it. */
final class PassesFindings {
  /** The support is found at M = 1 if its score there is at least this share of the best. */
  static final double FOUND = 0.95;

  /** Further passes refine if they take at least this share of the error away. */
  static final double REFINED = 0.02;

  /** Of the lines, by N in order: iC- and RiC-VAE have their own. */
  private static final List<Ink> INKS =
      List.of(Ink.BLUE_OPEN, Ink.BLUE, Ink.GREEN, Ink.ORANGE, Ink.PURPLE);

  /** One pass, and the paper's two. */
  private static final int ONE = 1;

  private static final int TWO = 2;

  private final PassesSizes sizes;
  private final Map<Integer, Double> epsilons;
  private final Map<Integer, List<Outcome>> byTraining = new LinkedHashMap<>();
  private final Findings findings = new Findings();

  PassesFindings(PassesSizes sizes, Map<Integer, Double> epsilons, Outcomes traced) {
    this.sizes = sizes;
    this.epsilons = epsilons;
    for (int n : sizes.training()) {
      byTraining.put(
          n,
          epsilons.keySet().stream()
              .flatMap(seed -> traced.get(Passes.traceKey(n, seed)).stream())
              .filter(outcome -> !outcome.numbers(Measure.MSE.key()).isEmpty())
              .toList());
    }
    if (byTraining.values().stream().allMatch(List::isEmpty)) {
      throw new InputException("passes: no model gave a result");
    }
  }

  Findings write() {
    findings.text(
        "Frey faces, 60 %% of them under dark circles of radius U(3, 12), as in Figure 2; one model for each number of passes N in training (%s), recovered with M passes at test, each on the mean of the one before. Hidden layers of %s, κ = %d, %d epochs; errors are mean squared errors against the clean faces on the [0, 1] scale; seeds: %d."
            .formatted(
                list(sizes.training()),
                sizes.hidden(),
                PassesSizes.LATENT,
                sizes.epochs(),
                epsilons.size()));
    findings.text(
        "ε by seed: %s, the same for all N (%s)."
            .formatted(
                epsilons.values().stream().map("%.0e"::formatted).collect(Collectors.joining(", ")),
                sizes.epsilon().isPresent() ? "given" : "chosen with one pass"));
    sweep();
    verdicts();
    lines(
        "errors_hit",
        Measure.HIT,
        Axis.logarithmic("mean squared error, pixels under the dirt"),
        "Error on the pixels under the dirt, as passes go on; bars are one standard deviation over the seeds.");
    lines(
        "errors_rest",
        Measure.REST,
        Axis.logarithmic("mean squared error, other pixels"),
        "Error on the pixels that were left as they were.");
    lines(
        "recall",
        Measure.RECALL,
        Axis.linear("share of the dirty pixels found"),
        "The support: share of the dirty pixels whose residual exceeds the model's own threshold.");
    lines(
        "precision",
        Measure.PRECISION,
        Axis.linear("share of dirty pixels among those found"),
        "The support: share of dirty pixels among those whose residual exceeds the threshold.");
    numbers();
    return findings;
  }

  private Spread at(Measure measure, int n, int m) {
    return Spread.of(
        byTraining.getOrDefault(n, List.of()).stream()
            .map(outcome -> outcome.numbers(measure.key()).get(m - 1))
            .toList());
  }

  private void sweep() {
    List<double[]> rows = new ArrayList<>();
    List<Block.Row> table = new ArrayList<>();
    for (int n : sizes.training()) {
      rows.add(sizes.shown().stream().mapToDouble(m -> at(Measure.MSE, n, m).mean()).toArray());
      List<String> cells = new ArrayList<>(List.of("N = " + n));
      sizes.shown().forEach(m -> cells.add(at(Measure.MSE, n, m).text(5)));
      table.add(new Block.Row(cells, false));
    }
    findings.chart(
        "sweep",
        HeatMap.of(
            new HeatMap.Side("M, passes at test", names(sizes.shown())),
            new HeatMap.Side("N, passes in training", names(sizes.training())),
            Axis.logarithmic("mean squared error"),
            rows),
        "Error of recovery by passes in training and at test, mean over the seeds.",
        "A grid of errors; the table has the same numbers.");
    List<Block.Column> columns = new ArrayList<>(List.of(text("passes")));
    sizes.shown().forEach(m -> columns.add(number("M = " + m)));
    findings.add(
        new Block.Table(
            "Mean squared error of recovery, mean and standard deviation over the seeds",
            columns,
            table));
  }

  private void verdicts() {
    twoAgainstOne();
    supportFirst();
    best();
  }

  /** By the means; in part where the difference is within the spread. */
  private void twoAgainstOne() {
    Spread one = at(Measure.MSE, ONE, ONE);
    Spread two = at(Measure.MSE, TWO, TWO);
    boolean tested = one.count() > 0 && two.count() > 0;
    boolean clear = one.mean() - two.mean() > one.deviation() + two.deviation();
    findings.verdict(
        "Figure 3: with 60 % of the faces dirty, RiC-VAE(2,2) recovers better than the iC-VAE.",
        "Mean squared error %s for (1,1), %s for (2,2). It holds if the second is lower by more than the sum of the deviations, in part if by less."
            .formatted(one.text(5), two.text(5)),
        !tested
            ? Block.Outcome.NOT_TESTED
            : two.mean() >= one.mean()
                ? Block.Outcome.DOES_NOT_HOLD
                : clear ? Block.Outcome.HOLDS : Block.Outcome.PARTLY);
  }

  /** By the harmonic mean of precision and recall, and the error, of the model with N = 2. */
  private void supportFirst() {
    if (byTraining.getOrDefault(TWO, List.of()).isEmpty()) {
      return;
    }
    double first = support(ONE);
    double most = passes().mapToDouble(this::support).max().orElseThrow();
    double error = at(Measure.MSE, TWO, ONE).mean();
    double least = passes().mapToDouble(m -> at(Measure.MSE, TWO, m).mean()).min().orElseThrow();
    boolean found = first >= FOUND * most;
    boolean refined = least <= (1 - REFINED) * error;
    findings.verdict(
        "Section 4: like iteratively reweighted ℓ1, first passes find the support of the outliers, later ones refine the solution.",
        "With N = 2, the dirty pixels are found with an F1 of %.3f after one pass, %.3f at best over M; the error is %.5f after one pass, %.5f at best. It holds if F1 starts at %.0f %% of its best or more and the error falls by %.0f %% or more, in part if one of these is so."
            .formatted(first, most, error, least, 100 * FOUND, 100 * REFINED),
        found && refined
            ? Block.Outcome.HOLDS
            : found || refined ? Block.Outcome.PARTLY : Block.Outcome.DOES_NOT_HOLD);
  }

  private IntStream passes() {
    return IntStream.rangeClosed(1, sizes.passes());
  }

  /** F1 of the dirty pixels. */
  private double support(int m) {
    double precision = at(Measure.PRECISION, TWO, m).mean();
    double recall = at(Measure.RECALL, TWO, m).mean();
    return 2 * precision * recall / (precision + recall);
  }

  private void best() {
    record Place(int n, int m, Spread error) {}
    byTraining.keySet().stream()
        .flatMap(n -> sizes.shown().stream().map(m -> new Place(n, m, at(Measure.MSE, n, m))))
        .filter(place -> place.error().count() > 0)
        .min(Comparator.comparingDouble(place -> place.error().mean()))
        .ifPresent(
            place ->
                findings.text(
                    "The lowest error of the sweep, %s, is that of (N, M) = (%d, %d)."
                        .formatted(place.error().text(5), place.n(), place.m())));
  }

  private void lines(String file, Measure measure, Axis y, String caption) {
    List<LineChart.Line> lines = new ArrayList<>();
    int index = 0;
    for (int n : sizes.training()) {
      Ink ink = INKS.get(index++ % INKS.size());
      List<LineChart.Point> points = new ArrayList<>();
      for (int m = 1; m <= sizes.passes(); m++) {
        Spread s = at(measure, n, m);
        double bar = s.count() > 1 ? s.deviation() : Double.NaN;
        points.add(new LineChart.Point(m, s.mean(), s.mean() - bar, s.mean() + bar));
      }
      lines.add(new LineChart.Line("N = " + n, ink, points));
    }
    boolean any =
        lines.stream().flatMap(l -> l.points().stream()).anyMatch(p -> Double.isFinite(p.y()));
    if (any) {
      findings.chart(
          file,
          LineChart.of(Axis.linear("M, passes at test"), y, lines),
          caption,
          "A line for each N; the numbers are in numbers.csv.");
    }
  }

  private void numbers() {
    byTraining.forEach(
        (n, outcomes) -> {
          for (int m = 1; m <= sizes.passes(); m++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("part", "recovery");
            row.put("n", n);
            row.put("m", m);
            row.put("seeds", outcomes.size());
            for (Measure measure : Measure.values()) {
              Spread spread = at(measure, n, m);
              row.put(measure.key(), spread.mean());
              row.put(measure.key() + "_deviation", spread.deviation());
            }
            findings.numbers(row);
          }
        });
  }

  private static List<String> names(List<Integer> values) {
    return values.stream().map(String::valueOf).toList();
  }

  private static String list(List<Integer> values) {
    return String.join(", ", names(values));
  }
}
