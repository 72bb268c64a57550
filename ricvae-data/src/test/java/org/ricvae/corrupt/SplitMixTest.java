package org.ricvae.corrupt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SplitMixTest {
  /** The numbers that implementations of SplitMix64 are commonly checked with. */
  @Test
  void knownAnswers() {
    SplitMix random = new SplitMix(1234567);
    assertThat(LongStream.generate(random::nextLong).limit(5))
        .containsExactly(
            6457827717110365317L,
            3203168211198807973L,
            Long.parseUnsignedLong("9817491932198370423"),
            4593380528125082431L,
            Long.parseUnsignedLong("16408922859458223821"));
  }

  @Test
  void agreesWithTheJdk() {
    SplitMix ours = new SplitMix(-42);
    SplittableRandom theirs = new SplittableRandom(-42);
    for (int i = 0; i < 1000; i++) {
      assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
    }
  }

  @Test
  void everyKeyHasItsOwnStream() {
    Set<Long> first = new HashSet<>();
    for (long seed = -2; seed < 3; seed++) {
      for (int purpose = 0; purpose < 10; purpose++) {
        for (long sample = 0; sample < 1000; sample++) {
          first.add(SplitMix.of(seed, purpose, sample).nextLong());
        }
      }
    }
    assertThat(first).hasSize(50_000);
  }
}
