package org.ricvae.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.ricvae.kernel.Kernels;

/**
 * From the start of the JVM to full speed: when the first step of a 784-512-512-30 training ended,
 * how fast each half second was, and what a step allocated.
 */
public final class FirstSteps {
  private static final double WINDOW = 0.5;

  private FirstSteps() {}

  /**
   * Prints a line a window.
   *
   * @param args seconds (6), threads (1); a line is printed for the first 6 seconds, then one a
   *     minute
   */
  public static void main(String[] args) {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 6;
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 1;
    long jvm = ManagementFactory.getRuntimeMXBean().getStartTime();
    Kernels kernels = KernelsByName.find("vector");
    StepTraining b = StepTraining.BASE;
    StepTraining training =
        new StepTraining(b.rows(), b.size(), b.width(), b.passes(), b.batch(), threads);
    try (StepTraining.Running running = training.start(kernels)) {
      running.steps(1);
      System.out.printf(
          Locale.ROOT,
          "java %s, %s, %d threads: first step ended %.2f s after the JVM's start%n",
          System.getProperty("java.version"),
          kernels.name(),
          threads,
          since(jvm));
      windows(running, training, jvm, seconds);
    }
  }

  private static void windows(
      StepTraining.Running running, StepTraining training, long jvm, double seconds) {
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    double next = 0;
    while (since(jvm) < seconds) {
      long bytes = memory.getThreadAllocatedBytes(thread);
      long start = System.nanoTime();
      int steps = 0;
      while (System.nanoTime() - start < WINDOW * 1e9) {
        running.steps(1);
        steps++;
      }
      double taken = (System.nanoTime() - start) * 1e-9;
      double allocated = memory.getThreadAllocatedBytes(thread) - bytes;
      if (since(jvm) >= next) {
        System.out.printf(
            Locale.ROOT,
            "%7.1f s: %6.0f samples/s, %.0f bytes a step%n",
            since(jvm),
            steps * training.batch() / taken,
            allocated / steps);
        next = since(jvm) < 6 ? 0 : since(jvm) + 60;
      }
    }
  }

  /** Seconds since a time in milliseconds. */
  private static double since(long time) {
    return (System.currentTimeMillis() - time) * 1e-3;
  }
}
