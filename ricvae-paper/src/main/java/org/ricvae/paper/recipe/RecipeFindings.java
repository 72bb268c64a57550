package org.ricvae.paper.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ricvae.paper.lab.Findings;
import org.ricvae.report.Block;
import org.ricvae.train.Trial;

/** A table a data set, and what follows for N = 5. */
final class RecipeFindings {
  private RecipeFindings() {}

  static Findings of(RecipeSizes sizes, Map<Subject, Map<Setting, Trial.Result>> results) {
    Findings findings = new Findings();
    findings.text(
        "The paper gives no \u03b5, does not say whether gradients flow through a recycled sample, and not when the further passes begin. Here every combination is trained for %d steps on the data with known corruption injected into a part of them. A cell says how well that is recovered (smaller is better; the best of a table stands out) and how many latent dimensions are alive. No clean data and no test digits are looked at."
            .formatted(sizes.steps()));
    for (Map.Entry<Subject, Map<Setting, Trial.Result>> entry : results.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        findings.add(table(entry.getKey(), sizes, entry.getValue()));
        entry.getValue().forEach((s, r) -> findings.numbers(row(entry.getKey(), s, r)));
      }
    }
    verdict(findings, results);
    return findings;
  }

  private static Block table(
      Subject subject, RecipeSizes sizes, Map<Setting, Trial.Result> results) {
    double best =
        results.values().stream()
            .filter(Trial.Result::alive)
            .mapToDouble(Trial.Result::error)
            .min()
            .orElse(Double.NaN);
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.text("setting"));
    sizes.epsilons(subject).forEach(e -> columns.add(Block.Column.number("\u03b5 = " + e)));
    List<Block.Row> rows = new ArrayList<>();
    for (Setting setting : sizes.settings()) {
      List<String> cells = new ArrayList<>(List.of(setting.row()));
      boolean holdsBest = false;
      for (double epsilon : sizes.epsilons(subject)) {
        Trial.Result result =
            results.get(new Setting(setting.passes(), setting.flow(), setting.warmUp(), epsilon));
        cells.add(result == null ? "\u2013" : cell(result));
        holdsBest |= result != null && result.alive() && result.error() == best;
      }
      rows.add(new Block.Row(cells, holdsBest));
    }
    return new Block.Table(
        subject.title() + ": recovery error, and dimensions alive", columns, rows);
  }

  private static String cell(Trial.Result result) {
    if (result.diverged()) {
      return "diverged";
    }
    return result.alive()
        ? String.format(Locale.ROOT, "%.5f / %d", result.error(), result.activeDimensions())
        : String.format(Locale.ROOT, "%.5f, collapsed", result.error());
  }

  private static Map<String, Object> row(Subject subject, Setting s, Trial.Result r) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("data", subject.name().toLowerCase(Locale.ROOT));
    row.put("N", s.passes());
    row.put("gradient", s.flow() ? "flow" : "stop");
    row.put("warm-up", s.warmUp());
    row.put("epsilon", s.epsilon());
    row.put("error", r.error());
    row.put("active", r.activeDimensions());
    row.put("diverged", r.diverged());
    return row;
  }

  /** Whether N = 5 trains wherever N = 1 does, on digits. */
  private static void verdict(Findings findings, Map<Subject, Map<Setting, Trial.Result>> results) {
    int alive = 0;
    int dead = 0;
    for (Subject subject : List.of(Subject.CLEAN_DIGITS, Subject.DIRTY_DIGITS)) {
      Map<Setting, Trial.Result> some = results.getOrDefault(subject, Map.of());
      for (Map.Entry<Setting, Trial.Result> many : some.entrySet()) {
        if (many.getKey().passes() != 5 || !oneIsAlive(some, many.getKey().epsilon())) {
          continue;
        }
        if (many.getValue().alive()) {
          alive++;
        } else {
          dead++;
        }
      }
    }
    if (alive + dead > 0) {
      findings.verdict(
          "RiC-VAE with N = 5 can be trained on MNIST, clean and dirty (Figure 4).",
          "Of %d trainings with N = 5 at an \u03b5 under which one pass stays alive, %d kept latent dimensions alive and %d collapsed."
              .formatted(alive + dead, alive, dead),
          dead == 0
              ? Block.Outcome.HOLDS
              : alive > 0 ? Block.Outcome.PARTLY : Block.Outcome.DOES_NOT_HOLD);
    }
  }

  private static boolean oneIsAlive(Map<Setting, Trial.Result> results, double epsilon) {
    return results.entrySet().stream()
        .filter(e -> e.getKey().passes() == 1 && e.getKey().epsilon() == epsilon)
        .map(Map.Entry::getValue)
        .anyMatch(Trial.Result::alive);
  }
}
