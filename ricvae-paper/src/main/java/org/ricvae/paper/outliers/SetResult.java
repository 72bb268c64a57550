package org.ricvae.paper.outliers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ricvae.paper.lab.LabelledSet;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.Spread;

/**
 * What came out on one set.
 *
 * @param set the set
 * @param epsilon of the iC-VAE; empty where the choice failed
 * @param f1 over the seeds, of the methods that gave a result
 * @param auc the same
 * @param flagged share of samples flagged, the same
 * @param rows that a method took, where it did not take all
 */
record SetResult(
    LabelledSet set,
    OptionalDouble epsilon,
    Map<Detector, Spread> f1,
    Map<Detector, Spread> auc,
    Map<Detector, Spread> flagged,
    Map<Detector, Integer> rows) {

  static SetResult of(
      Table1Cells cells, LabelledSet set, OptionalDouble epsilon, Outcomes ratings, int asked) {
    SetResult result =
        new SetResult(
            set,
            epsilon,
            new EnumMap<>(Detector.class),
            new EnumMap<>(Detector.class),
            new EnumMap<>(Detector.class),
            new EnumMap<>(Detector.class));
    for (Detector detector : Detector.values()) {
      List<Outcome> found = new ArrayList<>();
      for (int seed = 1; seed <= cells.seeds(detector, set, asked); seed++) {
        Optional<Outcome> outcome = ratings.get(Table1Cells.ratingKey(detector, set, seed));
        outcome.filter(o -> o.has("f1")).ifPresent(found::add);
      }
      if (!found.isEmpty()) {
        result.f1.put(detector, spread(found, "f1"));
        result.auc.put(detector, spread(found, "auc"));
        result.flagged.put(detector, spread(found, "flagged"));
      }
      if (cells.rows(detector, set) < set.outlier().size()) {
        result.rows.put(detector, cells.rows(detector, set));
      }
    }
    return result;
  }

  private static Spread spread(List<Outcome> outcomes, String name) {
    return Spread.of(outcomes.stream().map(o -> o.number(name)).toList());
  }

  boolean isEmpty() {
    return f1.isEmpty();
  }

  /** F1 where nothing is flagged. */
  double idle() {
    return Rating.f1OfNoneFlagged(set.outlier());
  }

  /** Share of outliers. */
  double share() {
    return Selection.where(set.outlier(), true).length / (double) set.outlier().size();
  }
}
