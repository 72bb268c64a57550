package org.ricvae.paper.outliers;

import static org.ricvae.report.Block.Column.number;
import static org.ricvae.report.Block.Column.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Spread;
import org.ricvae.report.Axis;
import org.ricvae.report.Block;
import org.ricvae.report.HeatMap;

/** Table 1 as the page shows it. */
final class Table1Findings {
  private static final String ALL = "all sets";
  private static final String IDLE = "nothing flagged *";

  /** The paper's methods, by its F1. */
  private static final List<Detector> RANKED =
      Stream.of(Detector.values())
          .filter(detector -> detector.paperF1().isPresent())
          .sorted(Comparator.comparingDouble(detector -> -detector.paperF1().getAsDouble()))
          .toList();

  private final Table1Sizes sizes;
  private final List<SetResult> results;
  private final Map<String, List<SetResult>> folders;
  private final Findings findings = new Findings();

  Table1Findings(Table1Sizes sizes, List<SetResult> results) {
    this.sizes = sizes;
    this.results = results;
    folders =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    r -> Table1Sizes.folder(r.set()), LinkedHashMap::new, Collectors.toList()));
    if (folders.size() > 1) {
      folders.put(ALL, results);
    }
  }

  Findings write() {
    findings.text(
        "Outliers in %d labelled sets of features, found without labels. The data of the paper's table (Google-30, 30 image searches) are not public, so its numbers stand beside ours as those of another data set: compare methods within a column, not one column with another."
            .formatted(results.size()));
    findings.text(protocol());
    averages(
        "F1, inliers as the positive class, averaged over the sets of each folder",
        SetResult::f1,
        true);
    averages("Area under the ROC curve of the scores, averaged likewise", SetResult::auc, false);
    verdicts();
    figure("f1", "F1", SetResult::f1);
    figure("auc", "AUC", SetResult::auc);
    perSet();
    results.forEach(this::numbers);
    return findings;
  }

  private String protocol() {
    String epsilon =
        sizes.epsilon().isPresent()
            ? "ε = %s, given".formatted(sizes.epsilon().getAsDouble())
            : "ε chosen by injected corruption, on at most %d columns"
                .formatted(Table1Sizes.EPSILON_COLUMNS);
    return ("Every method gets the same data: each column less its mean, over its standard deviation, constant columns left out; the VAEs then map all but the outermost 0.1 %% on either side to [0, 1]. "
            + "The iC-VAE is affine with κ = d latent dimensions (%s, %d steps, fewer on wide sets: d² × steps ≤ %.0e). An outlier is a sample whose residual exceeds the threshold with the least scatter within classes (Xia et al. 2015); DRAE and UOCL decide themselves; what their papers leave open, or we could not read, is set as their classes say. "
            + "UOCL, of which two readings are run, takes at most %d samples, a seeded choice that keeps the share of outliers. F1 counts inliers as the positive class, as the cited papers do, so that a method that flags nothing scores high where outliers are few: its F1 is in the table. Rows with a star are not in the paper's table (PCA keeps %d components).")
        .formatted(epsilon, sizes.steps(), sizes.work(), sizes.rows(), Table1Sizes.COMPONENTS);
  }

  private void averages(
      String caption, Function<SetResult, Map<Detector, Spread>> measure, boolean withPaper) {
    List<Block.Column> columns = new ArrayList<>(List.of(text("method")));
    if (withPaper) {
      columns.add(number("paper, on Google-30 (other data)"));
    }
    folders.forEach(
        (folder, sets) -> columns.add(number("%s (%s)".formatted(folder, sets(sets.size())))));
    List<Block.Row> rows = new ArrayList<>();
    for (Detector detector : Detector.values()) {
      List<String> cells = new ArrayList<>(List.of(detector.title()));
      if (withPaper) {
        cells.add(detector.paperF1().isPresent() ? figures(detector.paperF1().getAsDouble()) : "–");
      }
      folders.values().forEach(sets -> cells.add(mean(sets, detector, measure)));
      rows.add(new Block.Row(cells, detector == Detector.ICVAE));
    }
    if (withPaper) {
      List<String> cells = new ArrayList<>(List.of(IDLE, "–"));
      folders
          .values()
          .forEach(
              sets ->
                  cells.add(
                      figures(sets.stream().mapToDouble(SetResult::idle).average().orElseThrow())));
      rows.add(new Block.Row(cells, false));
    }
    findings.add(new Block.Table(caption, columns, rows));
  }

  /** With the number of sets, where a method lacks some. */
  private static String mean(
      List<SetResult> sets, Detector detector, Function<SetResult, Map<Detector, Spread>> measure) {
    Spread spread = over(sets, detector, measure);
    return spread.count() == sets.size()
        ? figures(spread.mean())
        : "%s (%s)".formatted(figures(spread.mean()), sets(spread.count()));
  }

  private static Spread over(
      List<SetResult> sets, Detector detector, Function<SetResult, Map<Detector, Spread>> measure) {
    return Spread.of(
        sets.stream()
            .filter(set -> measure.apply(set).containsKey(detector))
            .map(set -> measure.apply(set).get(detector).mean())
            .toList());
  }

  /** By the order of the means over the sets on which all of them gave a result. */
  private void verdicts() {
    int held = 0;
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, List<SetResult>> folder : folders.entrySet()) {
      List<SetResult> common =
          folder.getValue().stream().filter(r -> r.f1().keySet().containsAll(RANKED)).toList();
      if (common.isEmpty()) {
        continue;
      }
      List<Double> means = RANKED.stream().map(d -> over(common, d, SetResult::f1).mean()).toList();
      double best = means.stream().mapToDouble(m -> m).max().orElseThrow();
      held += means.get(0) == best ? 1 : 0;
      told.add("in %s %s".formatted(folder.getKey(), inOrder(means)));
    }
    Block.Outcome outcome =
        told.isEmpty()
            ? Block.Outcome.NOT_TESTED
            : held == told.size()
                ? Block.Outcome.HOLDS
                : held > 0 ? Block.Outcome.PARTLY : Block.Outcome.DOES_NOT_HOLD;
    findings.verdict(
        "Table 1: the affine iC-VAE finds outliers better than DRAE and UOCL (mean F1 0.874, 0.849 and 0.826).",
        "Best of these in %d of %d averages. Mean F1 %s. It holds if the iC-VAE is best in all, in part if in some."
            .formatted(held, told.size(), String.join("; ", told)),
        outcome);
    long useful =
        results.stream()
            .filter(r -> r.f1().containsKey(Detector.ICVAE))
            .filter(r -> r.f1().get(Detector.ICVAE).mean() > r.idle())
            .count();
    long run = results.stream().filter(r -> r.f1().containsKey(Detector.ICVAE)).count();
    findings.text(
        "The iC-VAE's F1 exceeds that of flagging nothing in %d of %d sets."
            .formatted(useful, run));
  }

  private static String inOrder(List<Double> means) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < means.size(); i++) {
      parts.add("%s: %s".formatted(RANKED.get(i).title(), figures(means.get(i))));
    }
    return "(" + String.join("; ", parts) + ")";
  }

  private void figure(String file, String measured, Function<SetResult, Map<Detector, Spread>> of) {
    List<SetResult> upward = new ArrayList<>(results);
    Collections.reverse(upward);
    HeatMap map =
        HeatMap.of(
            new HeatMap.Side("method", Stream.of(Detector.values()).map(Detector::brief).toList()),
            new HeatMap.Side("set", upward.stream().map(r -> r.set().name()).toList()),
            Axis.linear(measured),
            rows(upward, of));
    findings.chart(
        file,
        map,
        "Every set by every method: %s, mean over the seeds (iC: affine iC-VAE; Uc, Ub: UOCL with centred and balanced labels; ℓ2: affine ℓ2-VAE)."
            .formatted(measured),
        "A grid of sets by methods; the numbers are in numbers.csv.");
  }

  private static List<double[]> rows(
      List<SetResult> results, Function<SetResult, Map<Detector, Spread>> measure) {
    return results.stream()
        .map(
            result ->
                Stream.of(Detector.values())
                    .mapToDouble(
                        d ->
                            measure.apply(result).containsKey(d)
                                ? measure.apply(result).get(d).mean()
                                : Double.NaN)
                    .toArray())
        .toList();
  }

  private void perSet() {
    List<Block.Column> columns =
        new ArrayList<>(
            List.of(
                text("set"),
                number("samples"),
                number("columns"),
                number("outliers (%)"),
                number("ε"),
                number("F1, nothing flagged")));
    Stream.of(Detector.values()).forEach(d -> columns.add(number("F1 " + d.title())));
    columns.add(text("samples taken"));
    List<Block.Row> rows = new ArrayList<>();
    for (SetResult r : results) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  r.set().name(),
                  Integer.toString(r.set().outlier().size()),
                  Integer.toString(Table1Sizes.width(r.set())),
                  "%.1f".formatted(100 * r.share()),
                  r.epsilon().isPresent() ? "%.0e".formatted(r.epsilon().getAsDouble()) : "none",
                  figures(r.idle())));
      for (Detector detector : Detector.values()) {
        cells.add(r.f1().containsKey(detector) ? r.f1().get(detector).text(3) : "failed");
      }
      cells.add(
          r.rows().isEmpty()
              ? "all"
              : r.rows().entrySet().stream()
                  .map(e -> "%s %d".formatted(e.getKey().title(), e.getValue()))
                  .collect(Collectors.joining(", ")));
      rows.add(new Block.Row(cells, false));
    }
    findings.add(
        new Block.Table(
            "F1 of the inliers on each set, mean and standard deviation over the seeds; columns as the file has them, constant ones included",
            columns,
            rows));
  }

  private void numbers(SetResult r) {
    for (Detector detector : Detector.values()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("set", r.set().name());
      row.put("samples", r.set().outlier().size());
      row.put("columns", Table1Sizes.width(r.set()));
      row.put("outlier_share", r.share());
      row.put("method", detector.key());
      row.put("samples_taken", r.rows().getOrDefault(detector, r.set().outlier().size()));
      if (detector == Detector.ICVAE && r.epsilon().isPresent()) {
        row.put("epsilon", r.epsilon().getAsDouble());
      }
      if (r.f1().containsKey(detector)) {
        row.put("seeds", r.f1().get(detector).count());
        row.put("f1", r.f1().get(detector).mean());
        row.put("f1_deviation", r.f1().get(detector).deviation());
        row.put("auc", r.auc().get(detector).mean());
        row.put("auc_deviation", r.auc().get(detector).deviation());
        row.put("flagged_share", r.flagged().get(detector).mean());
      }
      row.put("f1_nothing_flagged", r.idle());
      findings.numbers(row);
    }
  }

  private static String sets(int count) {
    return count == 1 ? "1 set" : count + " sets";
  }

  private static String figures(double value) {
    return "%.3f".formatted(value);
  }
}
