package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoiseTest {
  @Test
  void uniformNumbersReachNeitherEnd() {
    assertThat(Noise.uniform(0)).isEqualTo(0x1p-24f);
    assertThat(Noise.uniform(-1)).isLessThan(1).isEqualTo(1 - 0x1p-24f);
    assertThat(Noise.uniform(1 << 31)).isEqualTo(0.5f + 0x1p-24f);
  }
}
