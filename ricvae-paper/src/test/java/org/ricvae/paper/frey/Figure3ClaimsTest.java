package org.ricvae.paper.frey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.ricvae.paper.frey.FreyResults.Place;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.report.Block;

/** The verdicts follow from the numbers, whatever these are. */
class Figure3ClaimsTest {
  private static final Radius RADIUS = new Radius(3, 12);
  private static final FreySizes SIZES =
      new FreySizes(List.of(0, 10, 30, 50, 80), List.of(RADIUS), 1, 1, List.of(), List.of(), 0, 9);

  /** An error for each method and share. */
  private interface Errors {
    double of(Method method, int percent);
  }

  private static FreyResults results(Errors errors) {
    Map<String, Outcome> outcomes = new HashMap<>();
    for (Dirt dirt : SIZES.dirts(1)) {
      outcomes.put(EpsilonChoice.key(dirt), new Outcome(Map.of("epsilon", 1e-4), 1));
    }
    for (int percent : SIZES.percents()) {
      Dirt dirt = new Dirt(RADIUS, percent, 1);
      double dirty = percent / 1000.0;
      outcomes.put(
          FreyCells.dirtyKey(dirt), new Outcome(Map.of("circles", dirty, "rectangles", dirty), 1));
      for (Method method : Method.values()) {
        double error = errors.of(method, percent);
        outcomes.put(
            key(method, dirt),
            new Outcome(
                Map.of(
                    "circles_m" + method.passes(), error, "rectangles_m" + method.passes(), error),
                1));
      }
    }
    return FreyResults.of(SIZES, 1, new Outcomes(outcomes));
  }

  private static String key(Method method, Dirt dirt) {
    return method == Method.RPCA
        ? RpcaCell.key(dirt)
        : FreyCells.fitKey(
            method, method.hasEpsilon() ? OptionalDouble.of(1e-4) : OptionalDouble.empty(), dirt);
  }

  private static List<Block.Outcome> verdicts(Errors errors) {
    Findings findings = new Findings();
    new Figure3Claims(results(errors)).addTo(findings);
    return findings.blocks().stream().map(b -> ((Block.Verdict) b).outcome()).toList();
  }

  /** Just as the paper says. */
  private static double paper(Method method, int percent) {
    return switch (method) {
      case RICVAE -> 0.001 + percent * 1e-5;
      case ICVAE -> percent <= 30 ? 0.0011 + percent * 1e-5 : 0.001 + percent * 4e-4;
      case RL2VAE -> 0.003 + percent * 1e-4;
      case L2VAE -> 0.004 + percent * 2e-4;
      case LCVAE, RLCVAE -> 0.004 + percent * 3e-4;
      case AE, RPCA -> 0.005 + percent * 4e-4;
    };
  }

  @Test
  void thePapersNumbersUpholdThePapersClaims() {
    assertThat(verdicts(Figure3ClaimsTest::paper)).hasSize(6).containsOnly(Block.Outcome.HOLDS);
  }

  @Test
  void theOppositeUpsetsThem() {
    assertThat(
            verdicts(
                (method, percent) ->
                    switch (method) {
                      case RPCA, AE, L2VAE, LCVAE -> 0.001;
                      case RLCVAE -> 0.0009;
                      case ICVAE -> percent == 10 ? 0.01 : 0.001;
                      case RL2VAE -> 0.002;
                      case RICVAE -> 0.003;
                    }))
        .containsExactly(
            Block.Outcome.DOES_NOT_HOLD,
            Block.Outcome.DOES_NOT_HOLD,
            Block.Outcome.DOES_NOT_HOLD,
            Block.Outcome.DOES_NOT_HOLD,
            Block.Outcome.DOES_NOT_HOLD,
            Block.Outcome.DOES_NOT_HOLD);
  }

  @Test
  void halfTheLevelsAreAPart() {
    assertThat(
            verdicts(
                    (method, percent) ->
                        method == Method.ICVAE && percent <= 30 ? 1e-4 : paper(method, percent))
                .get(0))
        .isEqualTo(Block.Outcome.PARTLY);
  }

  @Test
  void whatIsMissingIsNotTested() {
    FreyResults none = FreyResults.of(SIZES, 1, new Outcomes(Map.of()));
    Findings findings = new Findings();
    new Figure3Claims(none).addTo(findings);
    assertThat(findings.blocks())
        .hasSize(6)
        .allMatch(b -> ((Block.Verdict) b).outcome() == Block.Outcome.NOT_TESTED);
  }

  @Test
  void aPlaceWithoutOneOfTheMethodsDoesNotCount() {
    FreyResults whole = results(Figure3ClaimsTest::paper);
    Map<String, Outcome> some = new HashMap<>();
    for (Dirt dirt : SIZES.dirts(1)) {
      for (Method method : Method.values()) {
        whole.fit(method, dirt).ifPresent(o -> some.put(key(method, dirt), o));
      }
      some.put(EpsilonChoice.key(dirt), new Outcome(Map.of("epsilon", 1e-4), 1));
    }
    some.remove(key(Method.AE, new Dirt(RADIUS, 50, 1)));
    FreyResults part = FreyResults.of(SIZES, 1, new Outcomes(some));
    assertThat(part.isComplete(1)).isFalse();
    assertThat(part.error(Method.RICVAE, new Place(Shape.CIRCLES, RADIUS, 50))).isNaN();
    assertThat(part.dirtyPlaces(Shape.CIRCLES)).extracting(Place::percent).doesNotContain(50);
    assertThat(part.dirtyPlaces(Shape.CIRCLES)).hasSize(3);
  }

  @Test
  void aMethodThatNeverRanDoesNotKeepTheOthersFromCounting() {
    Map<String, Outcome> some = new HashMap<>();
    FreyResults whole = results(Figure3ClaimsTest::paper);
    for (Dirt dirt : SIZES.dirts(1)) {
      for (Method method : List.of(Method.AE, Method.LCVAE)) {
        whole.fit(method, dirt).ifPresent(o -> some.put(key(method, dirt), o));
      }
    }
    FreyResults part = FreyResults.of(SIZES, 1, new Outcomes(some));
    assertThat(part.methods()).containsExactly(Method.AE, Method.LCVAE);
    assertThat(part.dirtyPlaces(Shape.CIRCLES)).hasSize(4);
  }

  @Test
  void whatIsLeftIsMeasuredFromTheCleanFaces() {
    Figure3Claims claims = new Figure3Claims(results(Figure3ClaimsTest::paper));
    assertThat(claims.left(Method.AE, new Place(Shape.CIRCLES, RADIUS, 50)))
        .isCloseTo(50 * 4e-4 / 0.05, within(1e-12));
  }
}
