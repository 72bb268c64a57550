package org.ricvae.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.RepeatedTest;
import org.ricvae.kernel.AdamStep;
import org.ricvae.kernel.Kernels;

/**
 * What {@link TypeProfiles} is for: in a JVM that begins with products, as training does, the other
 * kernels still make no object of a vector.
 */
class FreshJvmTest {
  private static final int INPUTS = 512;
  private static final int OUTPUTS = 42 * Kernels.TILE;
  private static final int SIZE = INPUTS * Kernels.BLOCK;

  // Without it some JVMs do, some do not.
  @RepeatedTest(3)
  void productsFirstBoxNothing() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    // A boxed vector in each turn of one loop would be some hundred thousand bytes a call.
    assertThat(output.lines().map(Long::parseLong).toList())
        .hasSize(2)
        .allMatch(bytes -> bytes < 1000);
  }

  /** Prints the bytes that a call of Adam and one of the noise allocate. */
  static final class Main {
    private static final int WARM_UP = 3000;
    private static final int CALLS = 200;

    private Main() {}

    public static void main(String[] args) {
      Kernels kernels = new VectorKernels();
      float[] w = new float[SIZE];
      float[] x = new float[SIZE];
      float[] y = new float[SIZE];
      float[] weights = new float[INPUTS * OUTPUTS];
      for (int i = 0; i < 200; i++) {
        kernels.forward(INPUTS, OUTPUTS, 1, weights, 0, INPUTS * Kernels.TILE, x, 0, 0, y, 0, 0);
      }
      AdamStep step = new AdamStep();
      step.set(1, 1e-3, 1);
      float[] m = new float[SIZE];
      print(() -> kernels.adam(step, 0, w, 0, m, y, x, 0, SIZE));
      int[] key = new int[4];
      int[] samples = new int[Kernels.BLOCK];
      Arrays.setAll(samples, i -> i);
      print(() -> kernels.normal(key, samples, 0, INPUTS, y, 0));
    }

    private static void print(Runnable call) {
      for (int i = 0; i < WARM_UP; i++) {
        call.run();
      }
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long thread = Thread.currentThread().getId();
      long before = threads.getThreadAllocatedBytes(thread);
      for (int i = 0; i < CALLS; i++) {
        call.run();
      }
      System.out.println((threads.getThreadAllocatedBytes(thread) - before) / CALLS);
    }
  }
}
