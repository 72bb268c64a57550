package org.ricvae.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;

/**
 * From the start of the JVM to full speed: when the first step of a 784-512-512-30 training ended,
 * how fast each half second was, then each minute, what a step allocated, and in the end how much
 * memory it all took at most.
 */
public final class FirstSteps {
  /** Seconds a line is about: at first, and once the compiler must be through. */
  private static final double WINDOW = 0.5;

  private static final double LATER_WINDOW = 60;
  private static final double LATER = 6;

  private FirstSteps() {}

  /**
   * Prints a line a window.
   *
   * @param args seconds (6), threads (1)
   */
  public static void main(String[] args) throws IOException {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 6;
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 1;
    long jvm = ManagementFactory.getRuntimeMXBean().getStartTime();
    Kernels kernels = KernelProvider.best();
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
    System.out.println(peak());
  }

  /** The most memory so far: what Java's objects took, and where Linux tells, the whole process. */
  private static String peak() throws IOException {
    long heap = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      heap += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    String peak = String.format(Locale.ROOT, "at most %d MB of heap", heap >> 20);
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return peak;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        long kilobytes = Long.parseLong(line.replaceAll("[^0-9]", ""));
        peak += String.format(Locale.ROOT, ", %d MB resident", kilobytes >> 10);
      }
    }
    return peak;
  }

  private static void windows(
      StepTraining.Running running, StepTraining training, long jvm, double seconds) {
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    while (since(jvm) < seconds) {
      double window = since(jvm) < LATER ? WINDOW : LATER_WINDOW;
      long bytes = memory.getThreadAllocatedBytes(thread);
      long start = System.nanoTime();
      int steps = 0;
      while (System.nanoTime() - start < window * 1e9) {
        running.steps(1);
        steps++;
      }
      double taken = (System.nanoTime() - start) * 1e-9;
      double allocated = memory.getThreadAllocatedBytes(thread) - bytes;
      System.out.printf(
          Locale.ROOT,
          "%7.1f s: %6.0f samples/s, %.0f bytes a step%n",
          since(jvm),
          steps * training.batch() / taken,
          allocated / steps);
    }
  }

  /** Seconds since a time in milliseconds. */
  private static double since(long time) {
    return (System.currentTimeMillis() - time) * 1e-3;
  }
}
