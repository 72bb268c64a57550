package org.ricvae.evaluate.detection;

import static org.ricvae.evaluate.StudyPage.decimals;
import static org.ricvae.report.Block.Column.number;
import static org.ricvae.report.Block.Column.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ricvae.evaluate.StudyPage;
import org.ricvae.report.Axis;
import org.ricvae.report.Block;
import org.ricvae.report.HeatMap;

/** The study as a page. */
final class DetectionPage {
  private static final String REFERENCE = new IsolationForest().name();

  private final DetectionResults results;
  private final StudyPage page;

  private DetectionPage(Path output, DetectionResults results) {
    this.results = results;
    page = new StudyPage(output, DetectionStudy.NAME);
  }

  static void write(Path output, DetectionResults results) {
    new DetectionPage(output, results).write();
  }

  private void write() {
    page.section("Mean over the sets", means());
    if (Stream.of(DetectionStudy.OURS, REFERENCE).allMatch(results.detectors()::contains)) {
      page.section("Where we lose to the isolation forest", verdict(), losses());
    }
    List<Block> perSet = new ArrayList<>();
    if (!results.cells().isEmpty()) {
      perSet.add(map());
    }
    perSet.add(sets());
    page.section("Each set", perSet.toArray(Block[]::new));
    page.failures(results.failures());
    page.write(
        "Detection of outliers",
        "%d labelled sets, %d detectors, none of which sees a label; each has one setting for all sets. Means and ranks are over the %d sets on which every detector gave a result."
            .formatted(
                results.sets().size(), results.detectors().size(), results.commonSets().size()),
        results.cells().stream().map(DetectionCell::row).toList());
  }

  private Block means() {
    List<String> ranked = new ArrayList<>(results.detectors());
    ranked.sort(Comparator.comparingDouble(d -> -results.mean(d, DetectionCell::auc)));
    boolean reference = results.detectors().contains(REFERENCE);
    List<Block.Row> rows = new ArrayList<>();
    for (String detector : ranked) {
      rows.add(
          new Block.Row(
              List.of(
                  detector,
                  decimals(results.mean(detector, DetectionCell::auc)),
                  "%.2f".formatted(results.meanRank(detector)),
                  reference && !detector.equals(REFERENCE)
                      ? "%d : %d"
                          .formatted(
                              results.wins(detector, REFERENCE), results.wins(REFERENCE, detector))
                      : "–",
                  decimals(results.mean(detector, DetectionCell::averagePrecision)),
                  decimals(results.mean(detector, DetectionCell::f1)),
                  decimals(results.mean(detector, DetectionCell::scatterF1)),
                  "%.1f".formatted(results.mean(detector, DetectionCell::seconds))),
              detector.equals(DetectionStudy.OURS)));
    }
    return new Block.Table(
        "Every set counts once. F1: of the outliers, at the detector's own threshold where it has one; seconds: of one thread, a set",
        List.of(
            text("detector"),
            number("ROC-AUC"),
            number("mean rank"),
            number("sets won : lost against the isolation forest"),
            number("average precision"),
            number("F1"),
            number("F1, threshold by scatter"),
            number("seconds")),
        rows);
  }

  private Block verdict() {
    double ours = results.mean(DetectionStudy.OURS, DetectionCell::auc);
    double reference = results.mean(REFERENCE, DetectionCell::auc);
    return new Block.Verdict(
        "The mean ROC-AUC is at least that of the isolation forest of the same run.",
        "%s against %s, over %d sets; better on %d, worse on %d."
            .formatted(
                decimals(ours),
                decimals(reference),
                results.commonSets().size(),
                results.wins(DetectionStudy.OURS, REFERENCE),
                results.wins(REFERENCE, DetectionStudy.OURS)),
        Double.isNaN(ours - reference)
            ? Block.Outcome.NOT_TESTED
            : ours >= reference ? Block.Outcome.HOLDS : Block.Outcome.DOES_NOT_HOLD);
  }

  private Block losses() {
    List<Block.Row> rows =
        results.commonSets().stream()
            .filter(set -> gain(set) < 0)
            .sorted(Comparator.comparingDouble(this::gain))
            .map(
                set ->
                    Block.Row.of(
                        set,
                        auc(set, DetectionStudy.OURS),
                        auc(set, REFERENCE),
                        "%.3f".formatted(gain(set))))
            .toList();
    return new Block.Table(
        "Sets on which the isolation forest's ROC-AUC is higher, the largest loss first",
        List.of(text("set"), number("ours"), number("isolation forest"), number("difference")),
        rows);
  }

  private double gain(String set) {
    return results.gain(set, DetectionStudy.OURS, REFERENCE);
  }

  private Block map() {
    List<String> upward = new ArrayList<>(results.sets());
    Collections.reverse(upward);
    HeatMap map =
        HeatMap.of(
            StudyPage.letters("detector", results.detectors()),
            new HeatMap.Side("set", upward),
            Axis.linear("ROC-AUC"),
            upward.stream()
                .map(
                    set ->
                        results.detectors().stream()
                            .mapToDouble(d -> results.of(set, d, DetectionCell::auc).mean())
                            .toArray())
                .toList());
    return page.figure(
        "auc",
        map,
        "ROC-AUC on every set, mean over the seeds. " + StudyPage.key(results.detectors()) + ".",
        "A grid of sets by detectors; the numbers are in the table below.");
  }

  private Block sets() {
    List<Block.Column> columns = new ArrayList<>(List.of(text("set"), number("rows")));
    columns.addAll(List.of(number("columns"), number("outliers")));
    results.detectors().forEach(detector -> columns.add(number(detector)));
    List<Block.Row> rows = new ArrayList<>();
    for (String set : results.sets()) {
      List<String> cells = new ArrayList<>(List.of(set));
      cells.addAll(
          results.cells().stream()
              .filter(cell -> cell.set().equals(set))
              .findFirst()
              .map(c -> List.of("" + c.rows(), "" + c.columns(), "" + c.outliers()))
              .orElse(List.of("–", "–", "–")));
      results.detectors().forEach(detector -> cells.add(auc(set, detector)));
      rows.add(new Block.Row(cells, false));
    }
    return new Block.Table(
        "ROC-AUC, mean and standard deviation over the seeds of what is random", columns, rows);
  }

  private String auc(String set, String detector) {
    return results.of(set, detector, DetectionCell::auc).text(3);
  }
}
