package org.ricvae.evaluate.text;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Spread;

/**
 * What came out of a study.
 *
 * @param tables their names, in order
 * @param cells all that gave a result
 * @param failures those that did not
 */
public record TextResults(List<String> tables, List<TextCell> cells, List<Lab.Failure> failures) {
  /** Copies the lists. */
  public TextResults {
    tables = List.copyOf(tables);
    cells = List.copyOf(cells);
    failures = List.copyOf(failures);
  }

  /** A measure on one table, over the seeds; of none where it failed. */
  public Spread of(String table, ToDoubleFunction<TextCell> measure) {
    return Spread.of(
        cells.stream()
            .filter(cell -> cell.table().equals(table))
            .map(measure::applyAsDouble)
            .toList());
  }
}
