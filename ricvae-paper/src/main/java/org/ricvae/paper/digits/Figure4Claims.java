package org.ricvae.paper.digits;

import java.util.Map;
import java.util.Optional;
import org.ricvae.paper.lab.Findings;
import org.ricvae.report.Block.Outcome;

/**
 * What the paper says of Figure 4, put to the test.
 *
 * <p>Rules. One set of digits is <b>more authentic</b> than another if its F, the harmonic mean of
 * precision and recall, is larger by more than {@value #TIE_F}, and its Fréchet distance smaller by
 * more than {@value #TIE_FRECHET} of the other's; if only one of the two is, the claim holds in
 * part. (Precision alone would praise a model that makes one digit only.) One is <b>crisper</b> if
 * its sharpness is closer to that of real digits, as a ratio. <b>Blurred</b> is what has less than
 * {@value #BLURRED} of their sharpness.
 */
final class Figure4Claims {
  /** Of 10000 samples, twice the standard error of a share near a half. */
  static final double TIE_F = 0.01;

  static final double TIE_FRECHET = 0.05;

  static final double BLURRED = 0.8;

  /** Shapes are compromised below this share of the precision of real digits. */
  static final double COMPROMISED = 0.9;

  private final Quality real;
  private final Map<Variant, Quality> made;

  /**
   * Claims on the digits of one condition.
   *
   * @param real of test digits
   * @param made of the models that are alive
   */
  Figure4Claims(Quality real, Map<Variant, Quality> made) {
    this.real = real;
    this.made = made;
  }

  void clean(Findings findings) {
    test(findings, "ℓ2-VAE: overly blurry samples.", blurred(), Variant.L2);
    test(
        findings,
        "iC-VAE: the blur is gone, but realistic shapes of digits are compromised.",
        compromised(),
        Variant.L2,
        Variant.IC);
    test(
        findings,
        "RiC-VAE (1, 20): passes at test alone introduce new artifacts.",
        authentic(Variant.IC, Variant.IC_20),
        Variant.IC,
        Variant.IC_20);
    test(
        findings,
        "RiC-VAE (5, 1): passes in training are of limited value without those at test, as in (5, 20).",
        authentic(Variant.RIC_20, Variant.RIC_1),
        Variant.RIC_1,
        Variant.RIC_20);
    best(findings, "RiC-VAE (5, 20): the most authentic digits of all.");
    test(
        findings,
        "RiC-VAE (5, 20): crisper than the ℓ2-VAE.",
        crisper(Variant.RIC_20, Variant.L2),
        Variant.L2,
        Variant.RIC_20);
  }

  void dirty(Findings findings) {
    best(findings, "Learned from dirty digits: the value of recycling is readily apparent.");
  }

  private void best(Findings findings, String claim) {
    Variant[] all = {Variant.L2, Variant.IC, Variant.IC_20, Variant.RIC_1, Variant.RIC_20};
    test(findings, claim, mostAuthentic(), all);
  }

  /** Adds a verdict; where a model came to nothing, so did what is claimed of it. */
  private void test(
      Findings findings, String claim, Optional<Outcome> outcome, Variant... variants) {
    StringBuilder measured = new StringBuilder();
    for (Variant variant : variants) {
      measured.append(describe(variant)).append("; ");
    }
    measured.append("real digits: ").append(figures(real)).append(".");
    findings.verdict(claim, measured.toString(), outcome.orElse(Outcome.DOES_NOT_HOLD));
  }

  private String describe(Variant variant) {
    Quality quality = made.get(variant);
    return "%s: %s".formatted(variant.title(), quality == null ? "no model" : figures(quality));
  }

  private String figures(Quality quality) {
    return "precision %.3f, F %.3f, Fréchet distance %.1f, sharpness %.0f %%"
        .formatted(
            quality.manifold().precision(),
            quality.manifold().f(),
            quality.frechet(),
            100 * crispness(quality));
  }

  /** Sharpness, as a share of that of real digits. */
  private double crispness(Quality quality) {
    return quality.sharpness() / real.sharpness();
  }

  Optional<Outcome> blurred() {
    return Optional.ofNullable(made.get(Variant.L2))
        .map(q -> crispness(q) < BLURRED ? Outcome.HOLDS : Outcome.DOES_NOT_HOLD);
  }

  Optional<Outcome> compromised() {
    Optional<Outcome> crisp = crisper(Variant.IC, Variant.L2);
    return crisp.map(
        outcome -> {
          boolean shapes =
              made.get(Variant.IC).manifold().precision()
                  < COMPROMISED * real.manifold().precision();
          return outcome(outcome == Outcome.HOLDS, shapes);
        });
  }

  Optional<Outcome> crisper(Variant one, Variant other) {
    if (!made.containsKey(one) || !made.containsKey(other)) {
      return Optional.empty();
    }
    double a = Math.abs(Math.log(crispness(made.get(one))));
    double b = Math.abs(Math.log(crispness(made.get(other))));
    return Optional.of(a < b ? Outcome.HOLDS : Outcome.DOES_NOT_HOLD);
  }

  Optional<Outcome> authentic(Variant one, Variant other) {
    if (!made.containsKey(one) || !made.containsKey(other)) {
      return Optional.empty();
    }
    Quality a = made.get(one);
    Quality b = made.get(other);
    return Optional.of(
        outcome(
            a.manifold().f() > b.manifold().f() + TIE_F,
            a.frechet() < b.frechet() * (1 - TIE_FRECHET)));
  }

  /** Whether (5, 20) beats every other; models that came to nothing are beaten. */
  Optional<Outcome> mostAuthentic() {
    if (!made.containsKey(Variant.RIC_20)) {
      return Optional.empty();
    }
    boolean all = true;
    boolean some = true;
    for (Variant other : new Variant[] {Variant.L2, Variant.IC, Variant.IC_20, Variant.RIC_1}) {
      Outcome outcome = authentic(Variant.RIC_20, other).orElse(Outcome.HOLDS);
      all &= outcome == Outcome.HOLDS;
      some &= outcome != Outcome.DOES_NOT_HOLD;
    }
    return Optional.of(outcome(all, some));
  }

  private static Outcome outcome(boolean one, boolean other) {
    if (one && other) {
      return Outcome.HOLDS;
    }
    return one || other ? Outcome.PARTLY : Outcome.DOES_NOT_HOLD;
  }
}
