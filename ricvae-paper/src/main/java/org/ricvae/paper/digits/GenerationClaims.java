package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ricvae.paper.lab.Findings;
import org.ricvae.report.Block.Outcome;

/**
 * What Section 5.3 says of N and M, put to all pairs of the sweep.
 *
 * <p>Rule. A claim is a set of comparisons, "this is more authentic than that", in the sense of
 * {@link Figure4Claims}, both halves of it; it <b>holds</b> if all of them are true, clean and
 * dirty, and holds <b>in part</b> if half of them or more are. What comes of a model that came to
 * nothing is beaten by whatever there is.
 */
final class GenerationClaims {
  private final GenerationSizes sizes;
  private final Map<Condition, Map<Variant, Quality>> made;
  private final Map<Condition, Figure4Claims> judges;

  private final Map<Condition, Set<DigitModel>> dead;

  /**
   * Claims on one sweep.
   *
   * @param real of test digits
   * @param made for every condition, what was measured
   * @param dead for every condition, models that came to nothing
   */
  GenerationClaims(
      GenerationSizes sizes,
      Quality real,
      Map<Condition, Map<Variant, Quality>> made,
      Map<Condition, Set<DigitModel>> dead) {
    this.sizes = sizes;
    this.dead = dead;
    this.made = made;
    judges =
        made.keySet().stream()
            .collect(Collectors.toMap(c -> c, c -> new Figure4Claims(real, made.get(c))));
  }

  /** That one is more authentic than the other. */
  private record Comparison(Variant better, Variant worse) {}

  void write(Findings findings) {
    DigitModel single = sizes.models().get(0);
    List<DigitModel> recycled = sizes.models().subList(1, sizes.models().size());
    DigitModel most = sizes.models().get(sizes.models().size() - 1);
    int last = sizes.passes().get(sizes.passes().size() - 1);
    Variant plain = new Variant(single, 1, false);
    List<Comparison> artifacts = new ArrayList<>();
    later(single).forEach(variant -> artifacts.add(new Comparison(plain, variant)));
    List<Comparison> atTest = new ArrayList<>();
    List<Comparison> both = new ArrayList<>();
    for (DigitModel model : recycled) {
      for (Variant variant : later(model)) {
        atTest.add(new Comparison(variant, new Variant(model, 1, false)));
        both.add(new Comparison(variant, plain));
      }
    }
    findings.verdict(
        "Section 5.3: passes at test alone, M > 1 after N = 1, introduce new artifacts into samples.",
        measured(
            artifacts,
            "(1, 1) is the more authentic",
            List.of(plain, new Variant(single, last, false))),
        outcome(artifacts));
    findings.verdict(
        "Section 5.3: passes in training, N > 1, are of limited value to samples without passes at test.",
        measured(
            atTest,
            "M > 1 is more authentic than M = 1",
            List.of(new Variant(most, 1, false), new Variant(most, last, false))),
        outcome(atTest));
    findings.verdict(
        "Section 5.3: passes in training and at test, N > 1 and M > 1, make more authentic samples than the iC-VAE, whether or not there are as many.",
        measured(
            both,
            "(N, M) is more authentic than (1, 1)",
            List.of(plain, new Variant(most, last, false))),
        outcome(both));
  }

  /** M > 1. */
  private List<Variant> later(DigitModel model) {
    return sizes.variants().stream().filter(v -> v.model() == model && v.passes() > 1).toList();
  }

  /** Of the comparisons that could be made in a condition, those that are true and all. */
  private record Count(long held, long all) {}

  private Count count(Condition condition, List<Comparison> comparisons) {
    List<Boolean> answers =
        comparisons.stream().flatMap(one -> isTrue(condition, one).stream()).toList();
    return new Count(answers.stream().filter(held -> held).count(), answers.size());
  }

  /** Empty where one of the two was not measured though there is a model. */
  private Optional<Boolean> isTrue(Condition condition, Comparison comparison) {
    Map<Variant, Quality> all = made.get(condition);
    if (dead.get(condition).contains(comparison.better().model())) {
      return Optional.of(false);
    }
    if (dead.get(condition).contains(comparison.worse().model())) {
      return all.containsKey(comparison.better()) ? Optional.of(true) : Optional.empty();
    }
    return judges
        .get(condition)
        .authentic(comparison.better(), comparison.worse())
        .map(outcome -> outcome == Outcome.HOLDS);
  }

  private Outcome outcome(List<Comparison> comparisons) {
    List<Count> counts = made.keySet().stream().map(c -> count(c, comparisons)).toList();
    long held = counts.stream().mapToLong(Count::held).sum();
    long all = counts.stream().mapToLong(Count::all).sum();
    if (all == 0) {
      return Outcome.NOT_TESTED;
    }
    return held == all ? Outcome.HOLDS : 2 * held >= all ? Outcome.PARTLY : Outcome.DOES_NOT_HOLD;
  }

  private String measured(List<Comparison> comparisons, String what, List<Variant> shown) {
    List<String> counts = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    for (Condition condition : made.keySet()) {
      Count count = count(condition, comparisons);
      counts.add("%d of %d (%s)".formatted(count.held(), count.all(), condition.title()));
      examples.add(
          shown.stream()
              .map(variant -> describe(condition, variant))
              .collect(Collectors.joining("; ", condition.title() + ", ", "")));
    }
    return "Comparisons in which %s: %s. It holds if all are so, in part if half or more. For example: %s."
        .formatted(what, String.join(" and ", counts), String.join(". ", examples));
  }

  private String describe(Condition condition, Variant variant) {
    Quality quality = made.get(condition).get(variant);
    return variant.title()
        + (quality == null
            ? ": nothing measured"
            : ": F %.3f, Fréchet distance %.1f"
                .formatted(quality.manifold().f(), quality.frechet()));
  }
}
