package org.ricvae.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.ricvae.kernel.Kernels;

/**
 * How the time of a training step grows with each of its sizes, the others held at {@link
 * StepTraining#BASE}: seconds a sample, and the exponent that fits them best (least squares of the
 * logarithms). All settings of a size take turns, round after round.
 */
public final class Growth {
  private static final double WARM_UP = 2;

  private record Size(String name, List<Integer> values, IntFunction<StepTraining> with) {}

  private static final StepTraining B = StepTraining.BASE;

  private static final List<Size> SIZES =
      List.of(
          new Size(
              "N",
              List.of(1, 2, 3, 5, 8),
              n -> new StepTraining(B.rows(), B.size(), B.width(), n, B.batch(), B.threads())),
          new Size(
              "batch",
              List.of(32, 64, 128, 256, 512),
              n -> new StepTraining(B.rows(), B.size(), B.width(), B.passes(), n, B.threads())),
          new Size(
              "values a sample",
              List.of(196, 392, 784, 1568, 3136),
              n -> new StepTraining(B.rows(), n, B.width(), B.passes(), B.batch(), B.threads())),
          new Size(
              "hidden units",
              List.of(128, 256, 512, 1024),
              n -> new StepTraining(B.rows(), B.size(), n, B.passes(), B.batch(), B.threads())),
          new Size(
              "rows of data",
              List.of(1024, 4096, 16384, 65536),
              n -> new StepTraining(n, B.size(), B.width(), B.passes(), B.batch(), B.threads())),
          new Size(
              "threads",
              List.of(1, 2),
              n -> new StepTraining(B.rows(), B.size(), B.width(), B.passes(), B.batch(), n)));

  private Growth() {}

  /**
   * Prints a table a size.
   *
   * @param args rounds (5), seconds a round (0.5)
   */
  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 0.5;
    Kernels kernels = KernelsByName.find("vector");
    System.out.printf(
        "java %s, %s, %d rounds of %s s%n",
        System.getProperty("java.version"), kernels.name(), rounds, seconds);
    for (Size size : SIZES) {
      measure(size, kernels, rounds, seconds);
    }
  }

  private static void measure(Size size, Kernels kernels, int rounds, double seconds) {
    List<StepTraining.Running> running = new ArrayList<>();
    List<Stopwatch> watches = new ArrayList<>();
    for (int value : size.values) {
      StepTraining.Running training = size.with.apply(value).start(kernels);
      running.add(training);
      warm(training);
      watches.add(new Stopwatch(() -> training.steps(1), rounds, seconds));
    }
    for (int round = 0; round < rounds; round++) {
      for (Stopwatch watch : watches) {
        watch.round(round);
      }
    }
    running.forEach(StepTraining.Running::close);
    double[] times = watches.stream().mapToDouble(Stopwatch::wall).toArray();
    print(size, times);
  }

  private static void warm(StepTraining.Running training) {
    long start = System.nanoTime();
    while ((System.nanoTime() - start) * 1e-9 < WARM_UP) {
      training.steps(1);
    }
  }

  private static void print(Size size, double[] times) {
    System.out.printf("%n| %s | ms a step | samples/s | GFLOP/s |%n", size.name);
    System.out.println("| ---: | ---: | ---: | ---: |");
    for (int i = 0; i < times.length; i++) {
      int value = size.values.get(i);
      StepTraining training = size.with.apply(value);
      System.out.printf(
          Locale.ROOT,
          "| %d | %.2f | %.0f | %.0f |%n",
          value,
          1000 * times[i],
          training.batch() / times[i],
          training.gflop() / times[i]);
    }
    System.out.printf(
        Locale.ROOT,
        "%nA step's time grows with %s to the power %.2f.%n",
        size.name,
        exponent(size.values, times));
  }

  /** The slope of ln time over ln size. */
  static double exponent(List<Integer> sizes, double[] times) {
    double[] x = sizes.stream().mapToDouble(Math::log).toArray();
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      meanX += x[i] / x.length;
      meanY += Math.log(times[i]) / x.length;
    }
    double product = 0;
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      product += (x[i] - meanX) * (Math.log(times[i]) - meanY);
      square += (x[i] - meanX) * (x[i] - meanX);
    }
    return product / square;
  }
}
