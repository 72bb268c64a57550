package org.ricvae.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScalingTest {
  private static final SampleShape SHAPE = SampleShape.vector(10);

  @Test
  void oneGrossErrorDoesNotSqueezeTheRest() {
    float[] values = values(0, 100);
    values[777] = 1e9f;
    values[778] = Float.NaN;
    values[779] = -1e9f;
    Scaling scaling = scaling(values);
    assertThat(scaling.scale(0)).isBetween(0f, 0.05f);
    assertThat(scaling.scale(100)).isBetween(0.95f, 1f);
    assertThat(scaling.bounded(1e9f)).isEqualTo(10);
    assertThat(scaling.bounded(-1e9f)).isEqualTo(-10);
    assertThat(scaling.unscale(scaling.scale(37))).isCloseTo(37, within(1e-3f));
  }

  @Test
  void unitDataAreLeftAloneAndBytesAreDividedBy255() {
    assertThat(scaling(values(0, 1))).isEqualTo(new Scaling(0, 1));
    Samples bytes = Samples.of(SHAPE, new byte[100]);
    assertThat(Scaling.of(bytes, DataProfile.of(bytes))).isEqualTo(new Scaling(0, 1.0 / 255));
  }

  @Test
  void cleanDataKeepTheirWholeRange() {
    Scaling scaling = scaling(values(-5, 5));
    assertThat(scaling.scale(-5)).isCloseTo(0, within(0.01f));
    assertThat(scaling.scale(5)).isCloseTo(1, within(0.01f));
  }

  @Test
  void nearlyConstantDataStillHaveARange() {
    float[] values = new float[20_000];
    values[5] = 3;
    Scaling scaling = scaling(values);
    assertThat(scaling.scale(3) - scaling.scale(0)).isCloseTo(1, within(1e-6f));
    assertThatThrownBy(() -> new Scaling(0, Double.NaN)).isInstanceOf(InputException.class);
  }

  private static float[] values(double from, double to) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[20_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (from + (to - from) * random.nextDouble());
    }
    return values;
  }

  private static Scaling scaling(float[] values) {
    Samples samples = Samples.of(SHAPE, values);
    return Scaling.of(samples, DataProfile.of(samples));
  }
}
