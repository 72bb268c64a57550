package org.ricvae.evaluate.detection;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Spread;

/**
 * What came out of a study.
 *
 * @param sets their names, in order
 * @param detectors their names, in order
 * @param cells all that gave a result
 * @param failures those that did not
 */
public record DetectionResults(
    List<String> sets,
    List<String> detectors,
    List<DetectionCell> cells,
    List<Lab.Failure> failures) {
  /** Copies the lists. */
  public DetectionResults {
    sets = List.copyOf(sets);
    detectors = List.copyOf(detectors);
    cells = List.copyOf(cells);
    failures = List.copyOf(failures);
  }

  /** A measure of one detector on one set, over the seeds; of none where it failed. */
  public Spread of(String set, String detector, ToDoubleFunction<DetectionCell> measure) {
    return Spread.of(
        cells.stream()
            .filter(cell -> cell.set().equals(set) && cell.detector().equals(detector))
            .map(measure::applyAsDouble)
            .toList());
  }

  /** The sets on which every detector gave a result: means and ranks are over these. */
  public List<String> commonSets() {
    return sets.stream()
        .filter(set -> detectors.stream().allMatch(d -> of(set, d, DetectionCell::auc).count() > 0))
        .toList();
  }

  /** Mean over {@link #commonSets()}, each set counting once; NaN where there is none. */
  public double mean(String detector, ToDoubleFunction<DetectionCell> measure) {
    return commonSets().stream()
        .mapToDouble(set -> of(set, detector, measure).mean())
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Mean rank by AUC over {@link #commonSets()}, 1 for the best; equal ones share their mean rank.
   */
  public double meanRank(String detector) {
    return commonSets().stream()
        .mapToDouble(set -> rank(set, detector))
        .average()
        .orElse(Double.NaN);
  }

  private double rank(String set, String detector) {
    double own = of(set, detector, DetectionCell::auc).mean();
    double rank = 0.5;
    for (String other : detectors) {
      double auc = of(set, other, DetectionCell::auc).mean();
      rank += auc > own ? 1 : auc == own ? 0.5 : 0;
    }
    return rank;
  }

  /** On how many of {@link #commonSets()} one detector's AUC is over another's. */
  public long wins(String detector, String over) {
    return commonSets().stream().filter(set -> gain(set, detector, over) > 0).count();
  }

  /** AUC of one detector less that of another. */
  double gain(String set, String detector, String over) {
    return of(set, detector, DetectionCell::auc).mean() - of(set, over, DetectionCell::auc).mean();
  }
}
