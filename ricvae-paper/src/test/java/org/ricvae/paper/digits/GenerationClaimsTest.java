package org.ricvae.paper.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ricvae.paper.lab.Findings;
import org.ricvae.report.Block;
import org.ricvae.report.Block.Outcome;

class GenerationClaimsTest {
  private static final GenerationSizes SIZES =
      new GenerationSizes(
          DigitSizes.QUICK, List.of(DigitModel.ICVAE, DigitModel.RICVAE), List.of(1, 5, 20));
  private static final Quality REAL = quality(0.9);

  private final Map<Condition, Map<Variant, Quality>> made = new EnumMap<>(Condition.class);
  private final Map<Condition, Set<DigitModel>> dead = new EnumMap<>(Condition.class);

  /** The better the larger, by both measures. */
  private static Quality quality(double f) {
    return new Quality(new Manifold(f, f, f, f), 100 * (1 - f), 0.2);
  }

  /** As the paper has it. */
  @BeforeEach
  void authors() {
    for (Condition condition : Condition.values()) {
      made.put(condition, new HashMap<>());
      dead.put(condition, Set.of());
      put(condition, DigitModel.ICVAE, 0.5, 0.4, 0.3);
      put(condition, DigitModel.RICVAE, 0.45, 0.7, 0.8);
    }
  }

  private void put(Condition condition, DigitModel model, double... f) {
    for (int i = 0; i < f.length; i++) {
      made.get(condition).put(new Variant(model, SIZES.passes().get(i), false), quality(f[i]));
    }
  }

  private List<Block.Verdict> verdicts() {
    Findings findings = new Findings();
    new GenerationClaims(SIZES, REAL, made, dead).write(findings);
    return findings.blocks().stream().map(block -> (Block.Verdict) block).toList();
  }

  private List<Outcome> outcomes() {
    return verdicts().stream().map(Block.Verdict::outcome).toList();
  }

  @Test
  void allHold() {
    assertThat(outcomes()).containsExactly(Outcome.HOLDS, Outcome.HOLDS, Outcome.HOLDS);
    assertThat(verdicts().get(0).measured())
        .contains("2 of 2 (clean) and 2 of 2 (40 % of pixels random)", "F 0.500");
  }

  @Test
  void inPartFromHalfOn() {
    put(Condition.DIRTY, DigitModel.ICVAE, 0.5, 0.6, 0.6);
    put(Condition.DIRTY, DigitModel.RICVAE, 0.45, 0.3, 0.3);
    assertThat(outcomes()).containsExactly(Outcome.PARTLY, Outcome.PARTLY, Outcome.PARTLY);
    put(Condition.CLEAN, DigitModel.ICVAE, 0.5, 0.4, 0.505);
    put(Condition.CLEAN, DigitModel.RICVAE, 0.45, 0.3, 0.8);
    assertThat(outcomes())
        .containsExactly(Outcome.DOES_NOT_HOLD, Outcome.DOES_NOT_HOLD, Outcome.DOES_NOT_HOLD);
  }

  @Test
  void whatCameToNothingIsBeaten() {
    kill(DigitModel.RICVAE);
    assertThat(outcomes()).containsExactly(Outcome.HOLDS, Outcome.PARTLY, Outcome.PARTLY);
    authors();
    kill(DigitModel.ICVAE);
    assertThat(outcomes()).containsExactly(Outcome.PARTLY, Outcome.HOLDS, Outcome.HOLDS);
  }

  private void kill(DigitModel model) {
    made.get(Condition.CLEAN).keySet().removeIf(v -> v.model() == model);
    dead.put(Condition.CLEAN, Set.of(model));
  }

  @Test
  void whatWasNotMeasuredIsNotCounted() {
    made.get(Condition.CLEAN).keySet().removeIf(v -> v.passes() == 20);
    assertThat(outcomes()).containsExactly(Outcome.HOLDS, Outcome.HOLDS, Outcome.HOLDS);
    assertThat(verdicts().get(0).measured())
        .contains("1 of 1 (clean) and 2 of 2", "RiC-VAE (1, 20): nothing measured");
  }

  @Test
  void withoutFurtherPassesNothingIsTested() {
    Findings findings = new Findings();
    new GenerationClaims(
            new GenerationSizes(DigitSizes.QUICK, SIZES.models(), List.of(1)), REAL, made, dead)
        .write(findings);
    assertThat(findings.blocks())
        .allSatisfy(
            block -> assertThat(((Block.Verdict) block).outcome()).isEqualTo(Outcome.NOT_TESTED));
  }
}
