package org.ricvae.paper.frey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ricvae.paper.frey.FreyResults.Part;
import org.ricvae.paper.frey.FreyResults.Place;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.paper.lab.Spread;

/** What the paper leaves open about Figure 3, and what the choices made here amount to. */
record Figure3Remarks(FreyResults results) {

  void addTo(Findings findings) {
    secondPass().ifPresent(findings::text);
    otherLambda().ifPresent(findings::text);
    untrainable().ifPresent(findings::text);
  }

  /** What the second pass at test does to models that were trained with two. */
  private Optional<String> secondPass() {
    List<Place> places = results.dirtyPlaces(Shape.CIRCLES);
    List<String> changes = new ArrayList<>();
    for (Method method : List.of(Method.RICVAE, Method.RL2VAE, Method.RLCVAE)) {
      double times = FreyResults.mean(places, p -> error(method, p, 2) / error(method, p, 1));
      if (!Double.isNaN(times)) {
        changes.add(String.format(Locale.ROOT, "%s by %.2f", method.title(), times));
      }
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The second pass at test (M = 2 for M = 1) multiplies the error of "
                + String.join(", ", changes)
                + " in the geometric mean.");
  }

  private double error(Method method, Place place, int passes) {
    return Spread.of(results.errors(method, place, passes, Part.ALL)).mean();
  }

  /** RPCA with λ by the number of pixels, as a well-known code has it. */
  private Optional<String> otherLambda() {
    List<Outcome> cells =
        results.dirtyPlaces(Shape.CIRCLES).stream()
            .flatMap(
                place ->
                    IntStream.rangeClosed(1, results.seeds())
                        .mapToObj(seed -> results.fit(Method.RPCA, place.dirt(seed))))
            .flatMap(Optional::stream)
            .toList();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    String name = Errors.name(Shape.CIRCLES, 1);
    double times =
        Math.exp(
            cells.stream()
                .mapToDouble(c -> Math.log(c.number(name + RpcaCell.OTHER) / c.number(name)))
                .average()
                .orElseThrow());
    return Optional.of(
        String.format(
            Locale.ROOT,
            "RPCA has λ = 1/√max(images, pixels), and finds a rank of %.0f on average; with λ = 1/√pixels, as a well-known code has it, the rank is %.0f and the error %.2f times as large. It has no answer for new images: rectangles are met by projecting them on the subspace it found, under an ℓ1 residual.",
            average(cells, "rank"),
            average(cells, "rank" + RpcaCell.OTHER),
            times));
  }

  private static double average(List<Outcome> cells, String name) {
    return cells.stream().mapToDouble(c -> c.number(name)).average().orElseThrow();
  }

  /** Fits that came to nothing, by name. */
  private Optional<String> untrainable() {
    List<String> failed = new ArrayList<>();
    for (int seed = 1; seed <= results.seeds(); seed++) {
      for (Dirt dirt : results.sizes().dirts(seed)) {
        for (Method method : Method.values()) {
          results
              .fit(method, dirt)
              .filter(outcome -> outcome.has("failed"))
              .ifPresent(outcome -> failed.add(method.title() + " on " + dirt.key()));
        }
      }
    }
    return failed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Could not be trained (infinite loss or collapsed posterior), and are left out: "
                + String.join(", ", failed)
                + ".");
  }
}
