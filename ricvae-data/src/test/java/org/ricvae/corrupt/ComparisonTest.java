package org.ricvae.corrupt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;

class ComparisonTest {
  private static final SampleShape PAIR = SampleShape.vector(2);

  @Test
  void byHand() {
    Samples a = Samples.of(PAIR, new float[] {1, 2, 3, 4, 5, 6});
    Samples b = Samples.of(PAIR, new float[] {1, 4, 3, Float.NaN, 8, 6});
    Samples mask = Samples.of(PAIR, new byte[] {0, (byte) 255, 0, (byte) 255, 0, 0});
    Comparison found = Comparison.of(a, b, Optional.of(mask));
    assertThat(found.samples()).isEqualTo(3);
    assertThat(found.values()).isEqualTo(5);
    assertThat(found.missing()).isEqualTo(1);
    assertThat(found.masked()).isEqualTo(1);
    assertThat(found.scale()).isEqualTo(1);
    assertThat(found.mse()).isCloseTo(13 / 5.0, within(1e-12));
    assertThat(found.mseMasked()).isCloseTo(4, within(1e-12));
    assertThat(found.mseUnmasked()).isCloseTo(9 / 4.0, within(1e-12));
    assertThat(found.mae()).isCloseTo(1, within(1e-12));
    assertThat(found.sampleMseMin()).isZero();
    assertThat(found.sampleMseMedian()).isEqualTo(2);
    assertThat(found.sampleMseMax()).isEqualTo(4.5);
    assertThat(Comparison.of(a, b).mseMasked()).isNaN();
  }

  @Test
  void bytesAreOnTheUnitScaleWhateverTheOtherIs() {
    Samples bytes = Samples.of(PAIR, new byte[] {0, (byte) 255});
    Samples floats = Samples.of(PAIR, new float[] {51, 255});
    for (Comparison found :
        new Comparison[] {Comparison.of(bytes, floats), Comparison.of(floats, bytes)}) {
      assertThat(found.scale()).isEqualTo(255);
      assertThat(found.mse()).isCloseTo(0.02, within(1e-12));
    }
    Samples fractions = Samples.of(PAIR, new float[] {0.2f, 1});
    assertThatThrownBy(() -> Comparison.of(fractions, bytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("0..255", "at most 1", "same units");
  }

  /** More than a batch, against the plain formula. */
  @Test
  void manySamples() {
    int n = 40_000;
    float[] x = new float[20 * n];
    float[] y = new float[20 * n];
    Random random = new Random(1);
    double expected = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat();
      y[i] = random.nextFloat();
      expected += ((double) x[i] - y[i]) * ((double) x[i] - y[i]) / x.length;
    }
    SampleShape shape = new SampleShape(4, 5, 1);
    Comparison found = Comparison.of(Samples.of(shape, x), Samples.of(shape, y));
    assertThat(found.mse()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    Samples two = Samples.of(PAIR, new float[] {1, 2, 3, 4});
    Samples one = Samples.of(PAIR, new float[] {1, 2});
    Samples tall = Samples.of(new SampleShape(2, 1, 1), new float[] {1, 2});
    assertThatThrownBy(() -> Comparison.of(two, one))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds 2 samples of 1x2 and memory 1 of 1x2");
    assertThatThrownBy(() -> Comparison.of(one, tall))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("1 of 2x1");
    assertThatThrownBy(() -> Comparison.of(two, two, Optional.of(one)))
        .isInstanceOf(InputException.class);
    Samples none = Samples.of(PAIR, new float[] {Float.NaN, Float.NaN});
    assertThatThrownBy(() -> Comparison.of(one, none))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no value in common");
  }
}
