package org.ricvae.paper.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ricvae.report.Block.Outcome;

class Figure4ClaimsTest {
  private static final Quality REAL = quality(0.9, 1, 0.2);

  private final Map<Variant, Quality> made = new HashMap<>();

  private static Quality quality(double f, double frechet, double sharpness) {
    return new Quality(new Manifold(f, f, f, f), frechet, sharpness);
  }

  private Figure4Claims claims() {
    return new Figure4Claims(REAL, made);
  }

  @Test
  void moreAuthenticNeedsBoth() {
    made.put(Variant.IC, quality(0.6, 40, 0.2));
    made.put(Variant.IC_20, quality(0.5, 50, 0.2));
    assertThat(claims().authentic(Variant.IC, Variant.IC_20)).contains(Outcome.HOLDS);
    made.put(Variant.IC_20, quality(0.5, 41, 0.2));
    assertThat(claims().authentic(Variant.IC, Variant.IC_20)).contains(Outcome.PARTLY);
    made.put(Variant.IC_20, quality(0.595, 41, 0.2));
    assertThat(claims().authentic(Variant.IC, Variant.IC_20)).contains(Outcome.DOES_NOT_HOLD);
  }

  @Test
  void crisperIsCloserToReal() {
    made.put(Variant.L2, quality(0.5, 50, 0.1));
    made.put(Variant.RIC_20, quality(0.5, 50, 0.3));
    assertThat(claims().crisper(Variant.RIC_20, Variant.L2)).contains(Outcome.HOLDS);
    made.put(Variant.RIC_20, quality(0.5, 50, 0.5));
    assertThat(claims().crisper(Variant.RIC_20, Variant.L2)).contains(Outcome.DOES_NOT_HOLD);
    assertThat(claims().blurred()).contains(Outcome.HOLDS);
    made.put(Variant.L2, quality(0.5, 50, 0.19));
    assertThat(claims().blurred()).contains(Outcome.DOES_NOT_HOLD);
  }

  @Test
  void shapesAreCompromisedBelowThePrecisionOfRealDigits() {
    made.put(Variant.L2, quality(0.5, 50, 0.1));
    made.put(Variant.IC, quality(0.7, 50, 0.2));
    assertThat(claims().compromised()).contains(Outcome.HOLDS);
    made.put(Variant.IC, quality(0.85, 50, 0.2));
    assertThat(claims().compromised()).contains(Outcome.PARTLY);
  }

  @Test
  void theBestBeatsAllThatAreAlive() {
    made.put(Variant.RIC_20, quality(0.8, 5, 0.2));
    made.put(Variant.RIC_1, quality(0.6, 9, 0.2));
    assertThat(claims().mostAuthentic()).contains(Outcome.HOLDS);
    made.put(Variant.L2, quality(0.9, 9, 0.1));
    assertThat(claims().mostAuthentic()).contains(Outcome.PARTLY);
    made.put(Variant.L2, quality(0.9, 4, 0.1));
    assertThat(claims().mostAuthentic()).contains(Outcome.DOES_NOT_HOLD);
    made.remove(Variant.RIC_20);
    assertThat(claims().mostAuthentic()).isEmpty();
  }
}
