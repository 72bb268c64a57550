package org.ricvae.paper.frey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ricvae.paper.frey.FreyResults.Part;
import org.ricvae.paper.frey.FreyResults.Place;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Spread;

/** What becomes of the ranking as ε is swept: the paper does not give its value. */
record Figure3Sweep(FreyResults results, Figure3Charts charts) {

  void addTo(Findings findings) {
    for (Radius radius : results.sizes().radii()) {
      List<String> sentences = new ArrayList<>();
      for (double epsilon : results.sizes().sweep()) {
        sentence(radius, epsilon).ifPresent(sentences::add);
      }
      if (sentences.isEmpty()) {
        continue;
      }
      findings.text(
          "ε swept, circles of radius %s, seed 1: %s."
              .formatted(radius, String.join("; ", sentences)));
      int percent = results.sizes().percents().get(0);
      findings.chart(
          "epsilon-" + radius.key(),
          charts.sweep(radius, percent),
          "Error over ε with %d %% of the faces under circles of radius %s."
              .formatted(percent, radius),
          "Two lines, iC-VAE and RiC-VAE (2,2), over ε.");
      findings.chart(
          "epsilon-map-" + radius.key(),
          charts.map(radius),
          "Error over ε and the share of corrupted images, circles of radius %s.".formatted(radius),
          "Two grids, iC-VAE and RiC-VAE (2,2): rows are values of ε, columns shares of corrupted images.");
    }
  }

  /** Who is better at this ε; empty where it was not swept. */
  private Optional<String> sentence(Radius radius, double epsilon) {
    List<Double> ratios =
        results.percents().stream()
            .filter(percent -> percent > 0)
            .map(percent -> new Place(Shape.CIRCLES, radius, percent))
            .map(
                place -> error(Method.RICVAE, epsilon, place) / error(Method.ICVAE, epsilon, place))
            .filter(Double::isFinite)
            .toList();
    if (ratios.isEmpty()) {
      return Optional.empty();
    }
    long better = ratios.stream().filter(ratio -> ratio < 1).count();
    double mean = ratios.stream().mapToDouble(Math::log).average().orElseThrow();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "at %s RiC-VAE (2,2) has the lower error at %d of %d shares (%.2f times that of iC-VAE in the geometric mean)",
            Figure3Findings.epsilon(epsilon),
            better,
            ratios.size(),
            Math.exp(mean)));
  }

  private double error(Method method, double epsilon, Place place) {
    return Spread.of(results.swept(method, epsilon, place, method.passes(), Part.ALL)).mean();
  }
}
