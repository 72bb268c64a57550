package org.ricvae.race;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;

/**
 * Where the time of our step goes: each kernel, all threads together, and the rest. The rest is
 * what runs outside of kernels (gathering and laying out the batch, the draws of z, bookkeeping)
 * and what a thread waits for the others. Times are the clock's, so this is for a quiet machine:
 * the share of the time that the threads had a processor tells whether it was, and what they
 * waited.
 */
final class Breakdown {
  private static final double WARM_UP_SECONDS = 5;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Breakdown() {}

  /**
   * Prints the table.
   *
   * @param args a cell (network, passes, batch, threads) and seconds
   */
  public static void main(String[] args) {
    if (args.length < 5) {
      System.err.println("Breakdown NETWORK PASSES BATCH THREADS SECONDS");
      System.exit(2);
    }
    Cell cell = Cell.parse(String.join(" ", java.util.Arrays.copyOf(args, 4)));
    System.out.print(table(cell, WARM_UP_SECONDS, Double.parseDouble(args[4])));
  }

  /** Time a step, of a number of steps. */
  private record Steps(int count, double seconds, double cpu) {
    static Steps run(OurStep step, double seconds) {
      long cpu = SYSTEM.getProcessCpuTime();
      long start = System.nanoTime();
      int count = 0;
      double taken = 0;
      while (taken < seconds) {
        step.run(1);
        count++;
        taken = (System.nanoTime() - start) * 1e-9;
      }
      return new Steps(count, taken, (SYSTEM.getProcessCpuTime() - cpu) * 1e-9);
    }
  }

  static String table(Cell cell, double warmUp, double seconds) {
    Kernels kernels = KernelProvider.best();
    Steps plain;
    try (OurStep step = new OurStep(cell, kernels)) {
      Steps.run(step, warmUp);
      plain = Steps.run(step, seconds);
    }
    KernelTimes times = new KernelTimes(kernels);
    Steps timed;
    try (OurStep step = new OurStep(cell, times.timed())) {
      Steps.run(step, warmUp);
      times.clear();
      timed = Steps.run(step, seconds);
    }
    return text(cell, kernels, plain, timed, times.sums());
  }

  private static String text(
      Cell cell, Kernels kernels, Steps plain, Steps timed, Map<String, KernelTimes.Work> sums) {
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "%s, %s kernels: %.3f ms a step, %.3f ms with every call timed\n\n",
            cell,
            kernels.name(),
            1e3 * plain.seconds / plain.count,
            1e3 * timed.seconds / timed.count));
    text.append("| part | share | ms a step | calls a step | GFLOP/s | flops a byte |\n");
    text.append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
    double all = cell.threads() * timed.seconds;
    double busy = 0;
    for (Map.Entry<String, KernelTimes.Work> e : sums.entrySet()) {
      KernelTimes.Work w = e.getValue();
      double taken = w.nanos() * 1e-9;
      busy += taken;
      text.append(row(e.getKey(), taken, all, timed.count));
      text.append(format(" %.1f |", (double) w.calls() / timed.count));
      text.append(
          w.flops() == 0
              ? " – | – |\n"
              : format(" %.1f | %.1f |\n", w.flops() / w.nanos(), w.flops() / w.bytes()));
    }
    text.append(row("outside of the kernels, or waiting", all - busy, all, timed.count));
    text.append(" – | – | – |\n\n");
    text.append(
        format("The threads had a processor for %.1f %% of the time.\n", 100 * timed.cpu / all));
    return text.toString();
  }

  private static String row(String part, double seconds, double all, int steps) {
    return format("| %s | %.1f %% | %.3f |", part, 100 * seconds / all, 1e3 * seconds / steps);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
