package org.ricvae.evaluate.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.ricvae.data.InputException;

/**
 * How well changes of a dirty table agree with its truth, text by text.
 *
 * @param wrong cells that are wrong
 * @param flagged cells that were changed
 * @param found changed cells that are wrong
 * @param repaired changed cells that were wrong and now have the clean text
 * @param precision {@code found / flagged}; 0 where nothing was flagged
 * @param recall {@code found / wrong}; 0 where nothing is wrong
 * @param f1 of detection: their harmonic mean; 0 where both are
 * @param repairedShare share of the flagged cells that now have the clean text, those among them
 *     that were right and were left so
 * @param repairRecall {@code repaired / wrong}; 0 where nothing is wrong
 * @param repairF1 of repair, with {@code repaired} in place of {@code found}
 */
public record TextMetrics(
    int wrong,
    int flagged,
    int found,
    int repaired,
    double precision,
    double recall,
    double f1,
    double repairedShare,
    double repairRecall,
    double repairF1) {

  /**
   * Compares.
   *
   * @param changes of distinct cells; one whose text is the dirty one counts as flagged
   * @throws InputException where a cell is outside of the table, or changed twice
   */
  public static TextMetrics of(DirtyTable table, Collection<TextChange> changes) {
    Set<Long> seen = new HashSet<>();
    int found = 0;
    int repaired = 0;
    int clean = 0;
    for (TextChange change : changes) {
      require(table, change, seen);
      boolean wrong = table.isWrong(change.row(), change.column());
      boolean right = table.clean().get(change.row()).get(change.column()).equals(change.text());
      found += wrong ? 1 : 0;
      repaired += wrong && right ? 1 : 0;
      clean += right ? 1 : 0;
    }
    int wrong = table.wrongCells();
    int flagged = changes.size();
    return new TextMetrics(
        wrong,
        flagged,
        found,
        repaired,
        share(found, flagged),
        share(found, wrong),
        share(2 * found, flagged + wrong),
        share(clean, flagged),
        share(repaired, wrong),
        share(2 * repaired, flagged + wrong));
  }

  private static void require(DirtyTable table, TextChange change, Set<Long> seen) {
    int rows = table.dirty().size();
    int columns = table.columns().size();
    boolean inside =
        change.row() >= 0
            && change.row() < rows
            && change.column() >= 0
            && change.column() < columns;
    if (!inside || !seen.add((long) change.row() * columns + change.column())) {
      throw new InputException(
          "%s: a change of row %d, column %d %s; allowed is one a cell, rows 0 to %d, columns 0 to %d"
              .formatted(
                  table.name(),
                  change.row(),
                  change.column(),
                  inside ? "occurs twice" : "is outside of the table",
                  rows - 1,
                  columns - 1));
    }
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
