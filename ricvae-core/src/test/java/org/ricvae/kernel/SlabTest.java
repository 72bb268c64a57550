package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlabTest {
  /** A float[] of Java has 16 bytes of header; behind LEAD floats more, a line of 64 begins. */
  private static final int HEADER = 16;

  @Test
  void partsBeginAtACacheLineOfThePage() {
    Slab slab = new Slab();
    for (int n : new int[] {1, 16, 17, 32 * 785, 0, 3}) {
      assertThat((HEADER + Float.BYTES * slab.take(n).from()) % 64).isZero();
    }
  }

  @Test
  void noTwoPartsShareAFloat() {
    SplittableRandom random = new SplittableRandom(1);
    Slab slab = new Slab();
    List<Slab.Part> parts = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      int n = random.nextInt(200_000);
      Slab.Part part = slab.take(n);
      for (int k = 0; k < n; k++) {
        assertThat(part.data()[part.from() + k]).isZero();
      }
      Arrays.fill(part.data(), part.from(), part.from() + n, i);
      parts.add(part);
      sizes.add(n);
    }
    for (int i = 0; i < parts.size(); i++) {
      Slab.Part part = parts.get(i);
      float[] copy = Arrays.copyOfRange(part.data(), part.from(), part.from() + sizes.get(i));
      float[] expected = new float[copy.length];
      Arrays.fill(expected, i + 1);
      assertThat(copy).isEqualTo(expected);
    }
  }

  @Test
  void aPartLargerThanAPageGetsAPageOfItsOwn() {
    Slab slab = new Slab();
    Slab.Part large = slab.take(3_000_000);
    assertThat(large.data()).hasSize(Slab.LEAD + 3_000_000);
    assertThat(slab.take(1).data()).isNotSameAs(large.data());
  }

  @Test
  void moreThanAnArrayHoldsIsRefused() {
    assertThatThrownBy(() -> new Slab().take(Integer.MAX_VALUE - 5))
        .isInstanceOf(ArithmeticException.class);
  }
}
