package org.ricvae.evaluate.repair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ricvae.data.InputException;
import org.ricvae.evaluate.Fingerprint;
import org.ricvae.evaluate.StudyOptions;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.PaperListener;

/**
 * Tables × shares of errors × seeds × methods: how well injected errors are found and repaired. All
 * methods get the same errors. Each result is kept at once, so that an interrupted study continues;
 * the page, {@code OUTPUT/repair.html}, is an assembly of kept results.
 */
public final class RepairStudy {
  /** The study's name, and that of its folder. */
  public static final String NAME = "repair";

  /** The name by which the page knows our own method. */
  public static final String OURS = "ricvae";

  /** To be raised whenever the cells compute something else than before. */
  private static final int RECIPE = 2;

  private final List<NumericTable> tables;
  private final List<Repairer> repairers;
  private final RepairPlan plan;
  private final int seeds;

  private RepairStudy(
      List<NumericTable> tables, List<Repairer> repairers, RepairPlan plan, int seeds) {
    this.tables = tables;
    this.repairers = repairers;
    this.plan = plan;
    this.seeds = seeds;
  }

  /**
   * Runs what is not done yet and writes the page.
   *
   * @param tables such as those of {@link NumericTable#normalRows}
   * @param repairers with distinct names
   * @param listener hears of progress, on the caller's thread
   * @return all results, old and new
   * @throws InputException where there is nothing to run, or the output cannot be written
   */
  public static RepairResults run(
      List<NumericTable> tables,
      List<Repairer> repairers,
      RepairPlan plan,
      StudyOptions options,
      PaperListener listener) {
    StudyOptions.requireDistinct(tables.stream().map(NumericTable::name).toList(), "tables");
    StudyOptions.requireDistinct(repairers.stream().map(Repairer::name).toList(), "methods");
    RepairStudy study = new RepairStudy(tables, repairers, plan, options.seeds());
    Lab lab = options.lab(NAME, listener);
    List<Cell> cells = new ArrayList<>();
    Map<String, String> prints = new LinkedHashMap<>();
    tables.forEach(table -> prints.put(table.name(), Fingerprint.of(table.clean())));
    study.each(
        (table, share, repairer, seed) ->
            cells.add(study.cell(table, prints.get(table.name()), share, repairer, seed)));
    lab.begin(NAME, cells.stream().mapToLong(Cell::cost).sum());
    RepairResults results = study.collect(lab.cells(NAME).run(cells), lab.failures());
    RepairPage.write(options.output(), results);
    listener.end();
    return results;
  }

  private interface Visitor {
    void visit(NumericTable table, double share, Repairer repairer, long seed);
  }

  private void each(Visitor visitor) {
    for (NumericTable table : tables) {
      for (double share : plan.shares()) {
        for (int seed = 1; seed <= seeds; seed++) {
          for (Repairer repairer : repairers) {
            visitor.visit(table, share, repairer, seed);
          }
        }
      }
    }
  }

  private Cell cell(
      NumericTable table, String fingerprint, double share, Repairer repairer, long seed) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("data", fingerprint);
    settings.put("share", share);
    settings.put("kinds", plan.kinds().stream().sorted().map(ErrorKind::name).toList());
    settings.put("repairer", repairer.name());
    settings.put("settings", repairer.settings());
    settings.put("seed", seed);
    long cost = Math.max(1, Math.round(1e-5 * table.clean().values().length));
    return new Cell(
        key(table, share, repairer, seed),
        cost,
        settings,
        progress -> {
          DirtyCells cells = CellErrors.inject(table.clean(), share, plan.kinds(), seed);
          Repair repair = repairer.repair(cells.dirty(), seed);
          return RepairCell.values(
              RepairMetrics.of(table.clean(), cells, repair),
              RepairMetrics.atBestThreshold(table.clean(), cells, repair));
        });
  }

  private static String key(NumericTable table, double share, Repairer repairer, long seed) {
    return Fingerprint.fileName(
        "%s_%s_%s_seed%d".formatted(table.name(), share, repairer.name(), seed));
  }

  private RepairResults collect(Outcomes outcomes, List<Lab.Failure> failures) {
    List<RepairCell> found = new ArrayList<>();
    each(
        (table, share, repairer, seed) ->
            outcomes
                .get(key(table, share, repairer, seed))
                .ifPresent(o -> found.add(RepairCell.of(table, share, repairer, seed, o))));
    return new RepairResults(
        tables.stream().map(NumericTable::name).toList(),
        plan.shares(),
        repairers.stream().map(Repairer::name).toList(),
        found,
        failures);
  }
}
