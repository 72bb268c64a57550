package org.ricvae.paper.outliers;

import static org.ricvae.report.Block.Column.number;
import static org.ricvae.report.Block.Column.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.LabelledSet;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.Spread;
import org.ricvae.report.Axis;
import org.ricvae.report.Block;
import org.ricvae.report.LineChart;

/** The medical images as the page shows them. */
final class MedicalFindings {
  private final MedicalSizes sizes;
  private final LabelledSet set;
  private final List<Integer> seeds;
  private final Outcomes chosen;
  private final Map<Judge, List<Spread>> auc = new EnumMap<>(Judge.class);
  private final Findings findings = new Findings();

  MedicalFindings(
      MedicalSizes sizes, LabelledSet set, List<Integer> seeds, Outcomes chosen, Outcomes ratings) {
    this.sizes = sizes;
    this.set = set;
    this.seeds = seeds;
    this.chosen = chosen;
    for (Judge judge : Judge.values()) {
      List<Spread> levels = new ArrayList<>();
      for (int percent : sizes.percents()) {
        List<Outcome> found =
            seeds.stream()
                .flatMap(s -> ratings.get(MedicalCells.ratingKey(judge, percent, s)).stream())
                .filter(outcome -> outcome.has("auc"))
                .toList();
        levels.add(Spread.of(found.stream().map(outcome -> outcome.number("auc")).toList()));
        numbers(judge, percent, found);
      }
      auc.put(judge, levels);
    }
    if (auc.values().stream().allMatch(l -> l.stream().allMatch(s -> s.count() == 0))) {
      throw new InputException("medical: no method gave a result");
    }
  }

  private void numbers(Judge judge, int percent, List<Outcome> found) {
    for (String measure : List.of("auc", "f1", "flagged")) {
      Spread spread = Spread.of(found.stream().map(o -> o.number(measure)).toList());
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("method", judge.key());
      row.put("outlier_percent", percent);
      row.put("measure", measure);
      row.put("mean", spread.mean());
      row.put("deviation", spread.deviation());
      row.put("seeds", spread.count());
      findings.numbers(row);
    }
  }

  Findings write() {
    int normal = Math.min(sizes.normals(), Selection.where(set.outlier(), false).length);
    findings.text(
        "The paper's supplement, which was never found, is said to show anomalies in medical images. Here: chest X-rays of 28 x 28 pixels (PneumoniaMNIST), %d normal ones and so many with pneumonia that they make the share told, drawn anew with each seed (%d). Each method is trained on the mixture without labels; the score of an image is its squared residual, and what counts is the area under the ROC curve on the same images."
            .formatted(normal, seeds.size()));
    findings.text(
        "The networks have hidden layers of %s and κ = %d, %d steps; PCA keeps %d components; ε: %s. An area of 0.5 is chance; below, pneumonia is explained better than normal lungs."
            .formatted(
                sizes.hidden(),
                MedicalSizes.LATENT,
                sizes.steps(),
                MedicalSizes.LATENT,
                epsilon()));
    table();
    verdict();
    figure();
    return findings;
  }

  private String epsilon() {
    if (sizes.epsilon().isPresent()) {
      return "%s, given".formatted(sizes.epsilon().getAsDouble());
    }
    String values =
        sizes.percents().stream()
            .flatMap(p -> seeds.stream().map(s -> MedicalCells.choiceKey(p, s)))
            .flatMap(key -> chosen.get(key).stream())
            .map(outcome -> "%.0e".formatted(outcome.number("epsilon")))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return "chosen by injected corruption for each mixture (%s)".formatted(values);
  }

  private void table() {
    List<Block.Column> columns = new ArrayList<>(List.of(text("method")));
    sizes.percents().forEach(percent -> columns.add(number("%d %% pneumonia".formatted(percent))));
    List<Block.Row> rows = new ArrayList<>();
    auc.forEach(
        (judge, levels) -> {
          List<String> cells = new ArrayList<>(List.of(judge.title()));
          levels.forEach(spread -> cells.add(spread.text(3)));
          rows.add(new Block.Row(cells, judge == Judge.RICVAE));
        });
    findings.add(
        new Block.Table(
            "Area under the ROC curve, mean and standard deviation over the seeds", columns, rows));
  }

  /** By the mean areas, level by level. */
  private void verdict() {
    int levels = sizes.percents().size();
    int best = 0;
    int tested = 0;
    List<String> told = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      int level = i;
      if (auc.get(Judge.RICVAE).get(level).count() == 0) {
        continue;
      }
      tested++;
      Judge winner =
          Stream.of(Judge.values())
              .filter(judge -> auc.get(judge).get(level).count() > 0)
              .reduce((a, b) -> auc.get(b).get(level).mean() > auc.get(a).get(level).mean() ? b : a)
              .orElseThrow();
      best += winner == Judge.RICVAE ? 1 : 0;
      told.add(
          "%d %%: %s %.3f, RiC-VAE %.3f"
              .formatted(
                  sizes.percents().get(level),
                  winner.title(),
                  auc.get(winner).get(level).mean(),
                  auc.get(Judge.RICVAE).get(level).mean()));
    }
    findings.verdict(
        "What the paper claims of its other data, put to these: RiC-VAE(2,2) is ahead of every method compared, at every share of dirt.",
        "The RiC-VAE's mean area is the largest at %d of %d shares. The largest at each: %s. It holds if that is so at all, in part if at some."
            .formatted(best, tested, String.join("; ", told)),
        tested == 0
            ? Block.Outcome.NOT_TESTED
            : best == levels
                ? Block.Outcome.HOLDS
                : best > 0 ? Block.Outcome.PARTLY : Block.Outcome.DOES_NOT_HOLD);
  }

  private void figure() {
    List<LineChart.Line> lines = new ArrayList<>();
    auc.forEach(
        (judge, levels) -> {
          List<LineChart.Point> points = new ArrayList<>();
          for (int i = 0; i < levels.size(); i++) {
            Spread s = levels.get(i);
            double bar = s.count() > 1 ? s.deviation() : Double.NaN;
            points.add(
                new LineChart.Point(
                    sizes.percents().get(i), s.mean(), s.mean() - bar, s.mean() + bar));
          }
          lines.add(new LineChart.Line(judge.title(), judge.ink(), points));
        });
    findings.chart(
        "auc",
        LineChart.of(
            Axis.linear("images with pneumonia in the training set (%)"),
            Axis.linear("area under the ROC curve"),
            lines),
        "How well residuals tell pneumonia from normal lungs; bars are one standard deviation over the seeds.",
        "A line a method; the table above has the same numbers.");
  }
}
