package org.ricvae.paper.digits;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ricvae.paper.lab.Outcome;

/**
 * How much a set of images is like real digits.
 *
 * @param manifold precision, recall, density and coverage, in the classifier's features
 * @param frechet distance in the same features
 * @param sharpness mean variance of the Laplacian
 */
record Quality(Manifold manifold, double frechet, double sharpness) {
  /** As a cell keeps it. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("precision", manifold.precision());
    values.put("recall", manifold.recall());
    values.put("density", manifold.density());
    values.put("coverage", manifold.coverage());
    values.put("frechet", frechet);
    values.put("sharpness", sharpness);
    return values;
  }

  /** As a cell kept it. */
  static Quality of(Outcome outcome) {
    return new Quality(
        new Manifold(
            outcome.number("precision"),
            outcome.number("recall"),
            outcome.number("density"),
            outcome.number("coverage")),
        outcome.number("frechet"),
        outcome.number("sharpness"));
  }
}
