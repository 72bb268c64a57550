package org.ricvae.evaluate.repair;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Spread;

/**
 * What came out of a study.
 *
 * @param tables their names, in order
 * @param shares of cells with errors
 * @param repairers their names, in order
 * @param cells all that gave a result
 * @param failures those that did not
 */
public record RepairResults(
    List<String> tables,
    List<Double> shares,
    List<String> repairers,
    List<RepairCell> cells,
    List<Lab.Failure> failures) {
  /** Copies the lists. */
  public RepairResults {
    tables = List.copyOf(tables);
    shares = List.copyOf(shares);
    repairers = List.copyOf(repairers);
    cells = List.copyOf(cells);
    failures = List.copyOf(failures);
  }

  /** A measure of one method on one table, over the seeds; of none where it failed. */
  public Spread of(
      String table, double share, String repairer, ToDoubleFunction<RepairCell> measure) {
    return Spread.of(
        cells.stream()
            .filter(cell -> cell.table().equals(table) && cell.share() == share)
            .filter(cell -> cell.repairer().equals(repairer))
            .map(measure::applyAsDouble)
            .toList());
  }

  /** The tables on which every method gave a result: means and wins are over these. */
  public List<String> commonTables(double share) {
    return tables.stream()
        .filter(
            table ->
                repairers.stream()
                    .allMatch(r -> of(table, share, r, cell -> cell.own().f1()).count() > 0))
        .toList();
  }

  /** Mean over {@link #commonTables}, each table counting once; NaN where there is none. */
  public double mean(double share, String repairer, ToDoubleFunction<RepairCell> measure) {
    return commonTables(share).stream()
        .mapToDouble(table -> of(table, share, repairer, measure).mean())
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /**
   * On how many of {@link #commonTables} a method is better than all others.
   *
   * @param sign 1 where more of the measure is better, −1 where less is
   */
  public long wins(double share, String repairer, ToDoubleFunction<RepairCell> measure, int sign) {
    return commonTables(share).stream()
        .filter(
            table ->
                repairers.stream()
                    .filter(other -> !other.equals(repairer))
                    .allMatch(
                        other ->
                            sign * of(table, share, repairer, measure).mean()
                                > sign * of(table, share, other, measure).mean()))
        .count();
  }
}
