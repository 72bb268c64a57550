package org.ricvae.paper.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ricvae.data.SampleShape;

class SharpnessTest {
  private static final SampleShape SHAPE = new SampleShape(5, 6, 1);

  private static double of(float... values) {
    return Sharpness.mean(new Points(values, 30), SHAPE);
  }

  @Test
  void flatAndSlopingImagesHaveNone() {
    float[] flat = new float[30];
    float[] slope = new float[30];
    for (int i = 0; i < 30; i++) {
      flat[i] = 0.5f;
      slope[i] = i % 6 / 8f + Math.floorDiv(i, 6) / 16f;
    }
    assertThat(of(flat)).isZero();
    assertThat(of(slope)).isCloseTo(0, within(1e-12));
  }

  @Test
  void onePixel() {
    float[] dot = new float[30];
    dot[2 * 6 + 3] = 1;
    // 12 inner pixels: one gives 4, its four neighbours -1 each, all of them inner.
    double mean = 0;
    double squares = (16 + 4) / 12.0;
    assertThat(of(dot)).isCloseTo(squares - mean * mean, within(1e-9));
    float[] two = new float[60];
    two[2 * 6 + 3] = 1;
    assertThat(of(two)).as("the mean over images").isCloseTo(squares / 2, within(1e-9));
  }
}
