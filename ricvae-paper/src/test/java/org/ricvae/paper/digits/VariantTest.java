package org.ricvae.paper.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VariantTest {
  /** Kept results are found by these names. */
  @Test
  void keysOfKeptCells() {
    assertThat(Stream.concat(Figure4.VARIANTS.stream(), Figure6.VARIANTS.stream()).distinct())
        .extracting(Variant::key)
        .containsExactly(
            "l2", "ic", "ic-20", "ric-1", "ric-20", "ic-20-drawn", "ric-20-drawn", "ric-5");
  }

  @Test
  void titles() {
    assertThat(Variant.L2.title()).isEqualTo("ℓ2-VAE");
    assertThat(Variant.IC.title()).isEqualTo("iC-VAE");
    assertThat(Variant.IC_20_DRAWN.title()).isEqualTo("RiC-VAE (1, 20), drawn");
    assertThat(new Variant(DigitModel.RICVAE_2, 1, false).title()).isEqualTo("RiC-VAE (2, 1)");
  }
}
