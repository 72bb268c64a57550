package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Once warm, no kernel allocates: a vector that the compiler boxes is found here, JDK by JDK. */
public interface AllocationContract extends KernelsUnderTest {
  /** Time for the compiler to get there; each batch is some milliseconds once it has. */
  int MOST_BATCHES = 3000;

  @Test
  default void forwardAllocatesNothing() {
    float[] w = new float[4 * 49 * 12];
    float[] x = new float[2 * 41 * 32];
    float[] y = new float[2 * 48 * 32];
    check(() -> kernels().forward(41, 40, 2, w, 0, 49 * 12, x, 0, 41 * 32, y, 0, 48 * 32));
  }

  @Test
  default void backwardAllocatesNothing() {
    float[] w = new float[4 * 49 * 12];
    float[] dy = new float[2 * 48 * 32];
    float[] dx = new float[2 * 48 * 32];
    check(() -> kernels().backward(40, 40, 2, w, 0, 49 * 12, dy, 0, 48 * 32, dx, 0, 48 * 32));
  }

  @Test
  default void weightGradientAllocatesNothing() {
    float[] x = new float[2 * 48 * 32];
    float[] dyT = new float[2 * 2 * 32 * 32];
    float[] g = new float[4 * 41 * 12];
    check(
        () -> {
          kernels().weightGradient(41, 40, 2, true, x, 0, 48 * 32, dyT, 0, 2048, g, 0, 41 * 12);
          kernels().weightGradient(41, 40, 2, false, x, 0, 48 * 32, dyT, 0, 2048, g, 0, 41 * 12);
        });
  }

  @Test
  default void transposeAllocatesNothing() {
    float[] from = new float[40 * 32];
    float[] to = new float[2 * 1024];
    check(() -> kernels().transpose(40, from, 0, to, 0, 1024));
  }

  @Test
  default void functionsAllocateNothing() {
    float[] a = new float[40 * 32];
    float[] dy = new float[40 * 32];
    check(
        () -> {
          kernels().exp(a, 0, a.length);
          kernels().log(a, 0, a.length);
          kernels().sigmoid(a, 0, a.length);
          kernels().tanh(a, 0, a.length);
          kernels().reluGradient(a, 0, dy, 0, a.length);
          kernels().sigmoidGradient(a, 0, dy, 0, a.length);
          kernels().tanhGradient(a, 0, dy, 0, a.length);
        });
  }

  @Test
  default void residualsAllocateNothing() {
    int n = 40 * 32;
    float[] x = new float[n];
    float[] mean = new float[n];
    float[] noise = new float[n];
    float[] r = new float[n];
    float[] d = new float[n];
    float[] squared = new float[32];
    check(
        () -> {
          kernels().residual(x, 0, mean, 0, r, 0, squared, 0, n);
          kernels().logPenalty(1e-3f, r, 0, d, 0, n);
          kernels().recycle(x, 0, mean, 0, noise, 0, r, 0, n);
          kernels().recycleGradient(x, 0, mean, 0, noise, 0, r, 0, d, 0, r, 0, n);
        });
  }

  @Test
  default void rowsAllocateNothing() {
    float[] center = new float[40];
    float[] x = new float[40 * 32];
    float[] dst = new float[40 * 32];
    float[] sums = new float[32];
    check(
        () -> {
          kernels().normalize(2, center, x, 0, dst, 0);
          kernels().addRows(dst, 0, sums, 0, dst.length);
          kernels().addScaled(x, 0, 0.5f, dst, 0, dst, 0, dst.length);
          kernels().negate(x, 0, dst, 0, dst.length);
        });
  }

  @Test
  default void noiseAllocatesNothing() {
    int[] key = {1, 2, 3, 4};
    int[] samples = new int[32];
    float[] dst = new float[40 * 32];
    check(() -> kernels().normal(key, samples, 0, 40, dst, 0));
  }

  @Test
  default void adamAllocatesNothing() {
    float[] w = new float[40 * 32];
    float[] m = new float[40 * 32];
    float[] v = new float[40 * 32];
    float[] g = new float[40 * 32];
    Arrays.fill(g, 0.5f);
    AdamStep step = new AdamStep();
    step.set(1, 0.01, 1);
    check(() -> kernels().adam(step, 0, w, 0, m, v, g, 0, w.length));
  }

  /** Batches of calls until three in a row allocate nothing. */
  private static void check(Runnable call) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int quiet = 0;
    long allocated = 0;
    for (int batch = 0; batch < MOST_BATCHES && quiet < 3; batch++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        call.run();
      }
      allocated = threads.getCurrentThreadAllocatedBytes() - before;
      quiet = allocated == 0 ? quiet + 1 : 0;
    }
    assertThat(allocated).as("bytes that 100 calls allocate").isZero();
  }
}
