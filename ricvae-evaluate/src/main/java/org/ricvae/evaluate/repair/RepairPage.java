package org.ricvae.evaluate.repair;

import static org.ricvae.evaluate.StudyPage.decimals;
import static org.ricvae.report.Block.Column.number;
import static org.ricvae.report.Block.Column.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ricvae.evaluate.StudyPage;
import org.ricvae.report.Axis;
import org.ricvae.report.Block;
import org.ricvae.report.ColorMap;
import org.ricvae.report.HeatMap;

/** The study as a page. */
final class RepairPage {
  private final RepairResults results;
  private final StudyPage page;

  private RepairPage(Path output, RepairResults results) {
    this.results = results;
    page = new StudyPage(output, RepairStudy.NAME);
  }

  static void write(Path output, RepairResults results) {
    new RepairPage(output, results).write();
  }

  private void write() {
    page.section(
        "Mean over the tables", results.shares().stream().map(this::means).toArray(Block[]::new));
    if (results.repairers().contains(RepairStudy.OURS) && results.repairers().size() > 1) {
      page.section(
          "Whether we are better",
          results.shares().stream().flatMap(this::verdicts).toArray(Block[]::new));
    }
    if (!results.cells().isEmpty()) {
      page.section(
          "Each table",
          map("f1", "F1 of the wrong cells", RepairCell::f1),
          map("error", "error of repair, robust standard deviations, capped", RepairCell::error),
          table());
      page.section(
          "Each kind of error", results.shares().stream().map(this::kinds).toArray(Block[]::new));
    }
    page.failures(results.failures());
    page.write(
        "Repair of cells",
        "%d real tables of numbers, taken as clean, into which known errors are put, the same for all of %d methods. Cells are to be found without labels or thresholds given; flagged cells and holes are to be filled."
            .formatted(results.tables().size(), results.repairers().size()),
        results.cells().stream().map(RepairCell::row).toList());
  }

  private Block means(double share) {
    List<Block.Row> rows = new ArrayList<>();
    for (String repairer : results.repairers()) {
      rows.add(row(share, repairer, repairer, RepairCell::own));
      rows.add(row(share, repairer, repairer + ", best threshold", RepairCell::best));
    }
    return new Block.Table(
        "%s of the cells with errors, %d tables. The rows of the best threshold say what the scores could do if the truth chose the threshold. Errors are in robust standard deviations of the clean column; capped: each counts at most %.0f"
            .formatted(percent(share), results.commonTables(share).size(), RepairMetrics.CAP),
        List.of(
            text("method"),
            number("F1"),
            number("precision"),
            number("recall"),
            number("RMSE of repair, capped"),
            number("RMSE of repair"),
            number("median error of repair"),
            number("damage to right cells"),
            number("seconds")),
        rows);
  }

  private interface Side {
    RepairMetrics of(RepairCell cell);
  }

  private Block.Row row(double share, String repairer, String title, Side side) {
    return new Block.Row(
        List.of(
            title,
            decimals(results.mean(share, repairer, cell -> side.of(cell).f1())),
            decimals(results.mean(share, repairer, cell -> side.of(cell).precision())),
            decimals(results.mean(share, repairer, cell -> side.of(cell).recall())),
            decimals(results.mean(share, repairer, cell -> side.of(cell).cappedRmse())),
            decimals(results.mean(share, repairer, cell -> side.of(cell).rmse())),
            decimals(results.mean(share, repairer, cell -> side.of(cell).medianError())),
            decimals(results.mean(share, repairer, cell -> side.of(cell).damage())),
            "%.1f".formatted(results.mean(share, repairer, RepairCell::seconds))),
        title.equals(RepairStudy.OURS));
  }

  private Stream<Block> verdicts(double share) {
    return Stream.of(
        verdict(share, "F1 of the wrong cells", RepairCell::f1, 1),
        verdict(share, "The capped error of repair", RepairCell::error, -1));
  }

  private Block verdict(double share, String what, ToDoubleFunction<RepairCell> measure, int sign) {
    double ours = results.mean(share, RepairStudy.OURS, measure);
    double best =
        results.repairers().stream()
            .filter(repairer -> !repairer.equals(RepairStudy.OURS))
            .mapToDouble(repairer -> sign * results.mean(share, repairer, measure))
            .max()
            .orElseThrow();
    int tables = results.commonTables(share).size();
    long wins = results.wins(share, RepairStudy.OURS, measure, sign);
    boolean mean = sign * ours > best;
    boolean most = tables > 0 && 3 * wins >= 2L * tables;
    return new Block.Verdict(
        "%s, with %s of the cells wrong, is better than that of every other method on the mean and on at least two thirds of the tables."
            .formatted(what, percent(share)),
        "%s against %s of the best other on the mean; best of all on %d of %d tables."
            .formatted(decimals(ours), decimals(sign * best), wins, tables),
        tables == 0
            ? Block.Outcome.NOT_TESTED
            : mean && most
                ? Block.Outcome.HOLDS
                : mean || most ? Block.Outcome.PARTLY : Block.Outcome.DOES_NOT_HOLD);
  }

  private Block map(String file, String label, ToDoubleFunction<RepairCell> measure) {
    List<String> upward = new ArrayList<>(results.tables());
    Collections.reverse(upward);
    List<HeatMap.Panel> panels =
        results.shares().stream()
            .map(
                share ->
                    new HeatMap.Panel(
                        percent(share) + " of the cells",
                        upward.stream().map(table -> line(table, share, measure)).toList()))
            .toList();
    return page.figure(
        file,
        new HeatMap(
            StudyPage.letters("method", results.repairers()),
            new HeatMap.Side("table", upward),
            Axis.linear(label),
            panels,
            ColorMap.VIRIDIS),
        "On every table, mean over the seeds: %s. %s."
            .formatted(label, StudyPage.key(results.repairers())),
        "A grid of tables by methods for each share of errors; the numbers are in the table below.");
  }

  private double[] line(String table, double share, ToDoubleFunction<RepairCell> measure) {
    return results.repairers().stream()
        .mapToDouble(repairer -> results.of(table, share, repairer, measure).mean())
        .toArray();
  }

  private Block table() {
    List<Block.Column> columns = new ArrayList<>(List.of(text("table"), number("errors")));
    results.repairers().forEach(repairer -> columns.add(number("F1 " + repairer)));
    results.repairers().forEach(repairer -> columns.add(number("error " + repairer)));
    List<Block.Row> rows = new ArrayList<>();
    for (String table : results.tables()) {
      for (double share : results.shares()) {
        List<String> cells = new ArrayList<>(List.of(table, percent(share)));
        results
            .repairers()
            .forEach(r -> cells.add(results.of(table, share, r, RepairCell::f1).text(3)));
        results
            .repairers()
            .forEach(r -> cells.add(results.of(table, share, r, RepairCell::error).text(3)));
        rows.add(new Block.Row(cells, false));
      }
    }
    return new Block.Table(
        "F1 of the wrong cells and capped error of repair, mean and standard deviation over the seeds",
        columns,
        rows);
  }

  private Block kinds(double share) {
    List<Block.Column> columns = new ArrayList<>(List.of(text("kind of error")));
    results.repairers().forEach(repairer -> columns.add(number(repairer)));
    List<Block.Row> rows = new ArrayList<>();
    for (ErrorKind kind : ErrorKind.values()) {
      List<String> cells = new ArrayList<>(List.of(kind.title()));
      for (String repairer : results.repairers()) {
        cells.add(
            decimals(
                results.mean(
                    share, repairer, cell -> cell.own().recalls().getOrDefault(kind, Double.NaN))));
      }
      rows.add(new Block.Row(cells, false));
    }
    return new Block.Table(
        "Recall of each kind with %s of the cells wrong; holes need no finding"
            .formatted(percent(share)),
        columns,
        rows);
  }

  private static String percent(double share) {
    return "%s %%".formatted(Math.round(1000 * share) / 10.0).replace(".0 ", " ");
  }
}
