package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Back through the non-linearities: the same bits everywhere. */
public interface GradientsContract extends KernelsUnderTest {
  /** A function of {@link Kernels}. */
  interface Gradient {
    void apply(float[] y, int y0, float[] dy, int dy0, int n);
  }

  /** dL/da of dL/dy and y. */
  interface Formula {
    float apply(float y, float dy);
  }

  @Test
  default void reluGradient() {
    check(kernels()::reluGradient, (y, dy) -> y > 0 ? dy : 0);
  }

  @Test
  default void sigmoidGradient() {
    check(kernels()::sigmoidGradient, (y, dy) -> dy * (y * (1 - y)));
  }

  @Test
  default void tanhGradient() {
    check(kernels()::tanhGradient, (y, dy) -> dy * (1 - y * y));
  }

  private static void check(Gradient gradient, Formula formula) {
    Random random = new Random(5);
    for (int n : new int[] {32, 64, 31 * 32}) {
      float[] y = new float[n + 20];
      float[] dy = new float[n + 40];
      for (int i = 0; i < y.length; i++) {
        y[i] = i % 5 == 0 ? 0 : (float) random.nextGaussian();
      }
      for (int i = 0; i < dy.length; i++) {
        dy[i] = (float) random.nextGaussian();
      }
      float[] expected = dy.clone();
      for (int i = 0; i < n; i++) {
        expected[11 + i] = formula.apply(y[3 + i], dy[11 + i]);
      }
      gradient.apply(y, 3, dy, 11, n);
      assertThat(dy).isEqualTo(expected);
    }
  }
}
