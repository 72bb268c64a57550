package org.ricvae.race;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;

/**
 * Where the time of our step goes: each kernel, all threads together, and the rest. The rest is
 * what runs outside of kernels (gathering and laying out the batch, the draws of z, bookkeeping)
 * and what a thread waits for the others. Beside each part stands what it computes and moves, and
 * the share of its time that this would take at the machine's own rates ({@link MachineRates}).
 * Times are the clock's, so this is for a quiet machine: the share of the time that the threads had
 * a processor tells whether it was, and what they waited.
 */
final class Breakdown {
  private static final double WARM_UP_SECONDS = 5;
  private static final long POLL_MILLIS = 10;
  private static final double RATE_SECONDS = 0.3;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Breakdown() {}

  /**
   * Prints the table.
   *
   * @param args a cell (network, passes, batch, threads) and seconds
   */
  public static void main(String[] args) throws InterruptedException {
    if (args.length < 5) {
      System.err.println("Breakdown NETWORK PASSES BATCH THREADS SECONDS");
      System.exit(2);
    }
    Cell cell = Cell.parse(String.join(" ", Arrays.copyOf(args, 4)));
    Kernels kernels = KernelProvider.best();
    while (!kernels.ready()) {
      Thread.sleep(POLL_MILLIS);
    }
    MachineRates rates;
    try (WorkerTeam team = new WorkerTeam(cell.threads())) {
      rates = MachineRates.measure(kernels, team, RATE_SECONDS);
    }
    System.out.print(table(cell, rates, WARM_UP_SECONDS, Double.parseDouble(args[4])));
  }

  /** A number of steps: their time, and the bytes that all threads allocated. */
  private record Steps(int count, double seconds, double cpu, long allocated) {
    static Steps run(OurStep step, double seconds) {
      long allocated = allocatedSoFar();
      long cpu = SYSTEM.getProcessCpuTime();
      long start = System.nanoTime();
      int count = 0;
      double taken = 0;
      while (taken < seconds) {
        step.run(1);
        count++;
        taken = (System.nanoTime() - start) * 1e-9;
      }
      double had = (SYSTEM.getProcessCpuTime() - cpu) * 1e-9;
      return new Steps(count, taken, had, allocatedSoFar() - allocated);
    }

    private static long allocatedSoFar() {
      long[] each = THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds());
      return Arrays.stream(each).sum();
    }
  }

  static String table(Cell cell, MachineRates rates, double warmUp, double seconds) {
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
    return text(cell, rates, kernels, plain, timed, times.sums());
  }

  private static String text(
      Cell cell,
      MachineRates rates,
      Kernels kernels,
      Steps plain,
      Steps timed,
      Map<String, Work> sums) {
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "%s, %s kernels: %.3f ms and %d bytes allocated a step, %.3f ms with every call timed\n\n",
            cell,
            kernels.name(),
            1e3 * plain.seconds / plain.count,
            plain.allocated / plain.count,
            1e3 * timed.seconds / timed.count));
    text.append(
        format(
            "A thread can at most: %.0f GFLOP/s; %.0f GB/s from the second cache, %.0f from the third, %.0f from memory\n\n",
            rates.gflops(), rates.near(), rates.shared(), rates.memory()));
    text.append(
        "| part | share | ms a step | calls a step | GFLOP/s | GB/s | flops a byte | of the roof |\n");
    text.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    double all = cell.threads() * timed.seconds;
    Work whole = Work.NONE;
    double roof = 0;
    for (Map.Entry<String, Work> e : sums.entrySet()) {
      Work w = e.getValue();
      whole = whole.plus(w);
      roof += rates.roof(w);
      text.append(row(e.getKey(), w.nanos() * 1e-9, all, timed.count));
      text.append(format(" %.1f |", (double) w.calls() / timed.count));
      text.append(rates(w, (double) w.nanos(), rates.roof(w)));
    }
    text.append(
        row("outside of the kernels, or waiting", all - whole.nanos() * 1e-9, all, timed.count));
    text.append(" – | – | – | – | – |\n");
    text.append(row("all", all, all, timed.count));
    text.append(format(" %.1f |", (double) whole.calls() / timed.count));
    text.append(rates(whole, all * 1e9, roof)).append('\n');
    text.append(
        format("The threads had a processor for %.1f %% of the time.\n", 100 * timed.cpu / all));
    return text.toString();
  }

  private static String rates(Work w, double nanos, double roof) {
    return format(
        " %.1f | %.1f | %.1f | %.0f %% |\n",
        w.flops() / nanos, w.bytes() / nanos, w.flops() / w.bytes(), 100 * roof / nanos);
  }

  private static String row(String part, double seconds, double all, int steps) {
    return format("| %s | %.1f %% | %.3f |", part, 100 * seconds / all, 1e3 * seconds / steps);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
