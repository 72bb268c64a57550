package org.ricvae.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Times one piece of work round after round; the median tells. */
final class Stopwatch {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Runnable work;
  private final int repetitions;
  private final double[] wall;
  private final double[] cpu;

  /**
   * Warms up, and finds how often the work must be repeated.
   *
   * @param slice shortest time of a round, in seconds
   */
  Stopwatch(Runnable work, int rounds, double slice) {
    this.work = work;
    this.wall = new double[rounds];
    this.cpu = new double[rounds];
    int n = 1;
    while (seconds(n) < slice) {
      n *= 2;
    }
    this.repetitions = n;
  }

  private double seconds(int n) {
    long start = System.nanoTime();
    for (int i = 0; i < n; i++) {
      work.run();
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  /** Times one round, after a call that brings the operands back into the caches. */
  void round(int round) {
    work.run();
    long before = THREADS.getCurrentThreadCpuTime();
    wall[round] = seconds(repetitions) / repetitions;
    cpu[round] = (THREADS.getCurrentThreadCpuTime() - before) * 1e-9 / repetitions;
  }

  /** Seconds on the clock. */
  double wall() {
    return median(wall);
  }

  /** Seconds this thread had a processor: less where others wanted it, too. */
  double cpu() {
    return median(cpu);
  }

  static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
