package org.ricvae.race;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;

/**
 * What a thread of this machine can do at most while all work: the roofs of Williams, Waterman and
 * Patterson's roofline (2009).
 *
 * @param gflops billions of operations a second: products of operands in the first cache
 * @param near billions of bytes a second of a + c·b from the second cache
 * @param shared the same from the third
 * @param memory the same from memory
 */
record MachineRates(double gflops, double near, double shared, double memory) {
  /** Rows of a product of 16 KiB. */
  private static final int ROWS = 96;

  private static final int OUTPUTS = Kernels.TILE;

  /** So many a call, that the clock does not count. */
  private static final int PRODUCTS = 200;

  /** Floats of each of three vectors: together 384 KiB, 6 MiB and 192 MiB. */
  private static final int NEAR = 1 << 15;

  private static final int SHARED = 1 << 19;
  private static final int MEMORY = 1 << 24;

  private static final int RUNS = 5;

  /**
   * Measures them.
   *
   * @param seconds of a run; the best of {@value #RUNS} counts
   */
  static MachineRates measure(Kernels kernels, WorkerTeam team, double seconds) {
    return new MachineRates(
        best(team, seconds, () -> product(kernels)),
        best(team, seconds, () -> triad(kernels, NEAR)),
        best(team, seconds, () -> triad(kernels, SHARED)),
        best(team, seconds, () -> triad(kernels, MEMORY)));
  }

  /**
   * The least time of some work for a thread, in nanoseconds: of the operations, or, from the
   * second cache, of the bytes.
   */
  double roof(Work work) {
    return Math.max(work.flops() / gflops, work.bytes() / near);
  }

  /** Something to repeat: gives how much one call does. */
  private static DoubleSupplier product(Kernels kernels) {
    int panel = ROWS * Kernels.TILE;
    float[] w = ones(panel);
    float[] x = ones(ROWS * Kernels.BLOCK);
    float[] y = new float[OUTPUTS * Kernels.BLOCK];
    return () -> {
      for (int i = 0; i < PRODUCTS; i++) {
        kernels.forward(ROWS, OUTPUTS, 1, w, 0, panel, x, 0, x.length, y, 0, y.length);
      }
      return 2.0 * ROWS * OUTPUTS * Kernels.BLOCK * PRODUCTS;
    };
  }

  private static DoubleSupplier triad(Kernels kernels, int n) {
    float[] a = ones(n);
    float[] b = ones(n);
    float[] sum = new float[n];
    return () -> {
      kernels.addScaled(a, 0, 0.5f, b, 0, sum, 0, n);
      return 3.0 * Float.BYTES * n;
    };
  }

  private static float[] ones(int n) {
    float[] ones = new float[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * Billions a second, of the mean thread.
   *
   * @param loads makes a load for each thread, on memory of its own
   */
  private static double best(WorkerTeam team, double seconds, Supplier<DoubleSupplier> loads) {
    double[] rates = new double[team.size()];
    DoubleSupplier[] mine = new DoubleSupplier[team.size()];
    double best = 0;
    for (int run = 0; run < RUNS; run++) {
      team.run(
          worker -> {
            if (mine[worker] == null) {
              mine[worker] = loads.get();
            }
            rates[worker] = rate(mine[worker], seconds);
          });
      best = Math.max(best, Arrays.stream(rates).average().orElseThrow());
    }
    return best;
  }

  private static double rate(DoubleSupplier load, double seconds) {
    double done = 0;
    double nanos = 0;
    long start = System.nanoTime();
    do {
      done += load.getAsDouble();
      nanos = System.nanoTime() - start;
    } while (nanos < 1e9 * seconds);
    return done / nanos;
  }
}
