package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Adam against Algorithm 1 of Kingma and Ba (2015), written out in double precision. */
public interface AdamContract extends KernelsUnderTest {
  @Test
  default void severalUpdatesFollowTheAlgorithm() {
    trace(0);
  }

  @Test
  default void decayIsDecoupled() {
    trace(0.1);
  }

  private void trace(double lambda) {
    int n = 96;
    int w0 = 5;
    int g0 = 9;
    double rate = 0.01;
    double scale = 0.125;
    Random random = new Random(8);
    float[] w = new float[n + 20];
    float[] m = new float[n + 20];
    float[] v = new float[n + 20];
    float[] g = new float[n + 20];
    double[] we = new double[n];
    double[] me = new double[n];
    double[] ve = new double[n];
    for (int i = 0; i < n; i++) {
      w[w0 + i] = (float) random.nextGaussian();
      we[i] = w[w0 + i];
    }
    AdamStep step = new AdamStep();
    for (int t = 1; t <= 20; t++) {
      for (int i = 0; i < n; i++) {
        // Some gradients are zero, some tiny, some large.
        g[g0 + i] = i % 7 == 0 ? 0 : (float) (random.nextGaussian() * Math.pow(10, i % 9 - 4));
        double gi = g[g0 + i] * scale;
        me[i] = 0.9 * me[i] + 0.1 * gi;
        ve[i] = 0.999 * ve[i] + 0.001 * gi * gi;
        double mHat = me[i] / (1 - Math.pow(0.9, t));
        double vHat = ve[i] / (1 - Math.pow(0.999, t));
        we[i] -= rate * (mHat / (Math.sqrt(vHat) + 1e-8) + lambda * we[i]);
      }
      step.set(t, rate, scale);
      float decay = (float) lambda * step.bias1();
      kernels().adam(step, decay, w, w0, m, v, g, g0, n);
      for (int i = 0; i < n; i++) {
        assertThat((double) w[w0 + i]).isCloseTo(we[i], within(t * 4e-7));
        assertThat((double) m[w0 + i]).isCloseTo(me[i], within(1e-6 * Math.pow(10, i % 9 - 4)));
        assertThat((double) v[w0 + i]).isCloseTo(ve[i], within(1e-6 * Math.pow(100, i % 9 - 4)));
      }
    }
    for (float[] array : new float[][] {w, m, v}) {
      assertThat(Arrays.copyOf(array, w0)).containsOnly(0);
      assertThat(Arrays.copyOfRange(array, w0 + n, array.length)).containsOnly(0);
    }
  }

  /** m̂/√v̂ is the sign of the gradient at the first update: a step of α, whatever its size. */
  @Test
  default void firstStepIsTheLearningRate() {
    float[] w = new float[32];
    float[] g = new float[32];
    for (int i = 0; i < 32; i++) {
      g[i] = (i % 2 == 0 ? 1 : -1) * (float) Math.pow(10, i % 6 - 3);
    }
    AdamStep step = new AdamStep();
    step.set(1, 0.001, 1);
    kernels().adam(step, 0, w, 0, new float[32], new float[32], g, 0, 32);
    for (int i = 0; i < 32; i++) {
      assertThat((double) w[i]).isCloseTo(i % 2 == 0 ? -0.001 : 0.001, within(2e-8));
    }
  }

  /** A unit that dies leaves moments that shrink; denormal, they would make every update slow. */
  @Test
  default void momentsOfDeadUnitsNeverBecomeDenormal() {
    float[] w = new float[32];
    float[] m = new float[32];
    float[] v = new float[32];
    float[] g = new float[32];
    AdamStep step = new AdamStep();
    for (int t = 1; t <= 1500; t++) {
      for (int i = 0; i < 32; i++) {
        g[i] = t == 1 ? (float) Math.pow(10, -i) : i % 2 == 0 ? 0 : 1e-30f;
      }
      step.set(t, 0.001, 1);
      kernels().adam(step, 0, w, 0, m, v, g, 0, 32);
      for (int i = 0; i < 32; i++) {
        assertThat(m[i] == 0 || Math.abs(m[i]) >= Float.MIN_NORMAL).isTrue();
        assertThat(v[i]).isGreaterThanOrEqualTo(Float.MIN_NORMAL);
        assertThat(w[i]).isFinite();
      }
    }
  }

  @Test
  default void bitsAreThoseOfPlainJava() {
    Random random = new Random(9);
    float[][] ours = new float[4][];
    float[][] plain = new float[4][];
    for (int a = 0; a < 4; a++) {
      ours[a] = new float[160];
      for (int i = 0; i < 160; i++) {
        ours[a][i] = Math.abs((float) random.nextGaussian());
      }
      plain[a] = ours[a].clone();
    }
    AdamStep step = new AdamStep();
    step.set(3, 0.01, 0.3);
    kernels().adam(step, 0.02f, ours[0], 0, ours[1], ours[2], ours[3], 0, 160);
    new PlainKernels().adam(step, 0.02f, plain[0], 0, plain[1], plain[2], plain[3], 0, 160);
    assertThat(ours).isDeepEqualTo(plain);
  }
}
