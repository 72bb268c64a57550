package org.ricvae.paper.frey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ricvae.paper.frey.FreyResults.Part;
import org.ricvae.paper.frey.FreyResults.Place;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Spread;

/** The numbers of Figure 3: a row for each method, place, setting and M, over the seeds. */
record Figure3Numbers(FreyResults results) {

  void addTo(Findings findings) {
    for (Shape shape : Shape.values()) {
      for (Radius radius : results.sizes().radii()) {
        for (int percent : results.percents()) {
          addPlace(findings, new Place(shape, radius, percent));
        }
      }
    }
  }

  private void addPlace(Findings findings, Place place) {
    for (Method method : Method.values()) {
      for (int passes : Errors.PASSES) {
        add(
            findings,
            row(place, method, "automatic", OptionalDouble.empty(), passes),
            part -> results.errors(method, place, passes, part));
        if (method.hasEpsilon()) {
          for (double epsilon : results.sizes().sweep()) {
            add(
                findings,
                row(place, method, "fixed", OptionalDouble.of(epsilon), passes),
                part -> results.swept(method, epsilon, place, passes, part));
          }
        }
      }
    }
  }

  private static Map<String, Object> row(
      Place place, Method method, String setting, OptionalDouble epsilon, int passes) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("shape", place.shape().key());
    row.put("radius", place.radius().key());
    row.put("percent", place.percent());
    row.put("method", method.name().toLowerCase(Locale.ROOT));
    row.put("passes_in_training", method.passes());
    row.put("passes_at_test", passes);
    row.put("setting", setting);
    row.put("epsilon", epsilon.isPresent() ? epsilon.getAsDouble() : null);
    return row;
  }

  /** Adds a row, unless nothing was measured. */
  private static void add(
      Findings findings, Map<String, Object> row, Function<Part, List<Double>> errors) {
    List<Double> all = errors.apply(Part.ALL);
    Spread spread = Spread.of(all);
    if (spread.count() == 0) {
      return;
    }
    row.put("seeds", spread.count());
    row.put("mse", spread.mean());
    row.put("mse_deviation", spread.deviation());
    row.put("mse_under_dirt", Spread.of(errors.apply(Part.HIT)).mean());
    row.put("mse_elsewhere", Spread.of(errors.apply(Part.REST)).mean());
    for (int i = 0; i < all.size(); i++) {
      row.put("mse_seed_" + (i + 1), all.get(i));
    }
    findings.numbers(row);
  }
}
