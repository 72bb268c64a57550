package org.ricvae.bench;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.ricvae.kernel.KernelProvider;

/**
 * The engines of two builds in turns in one process, a few steps each: on a shared machine, whose
 * speed changes from second to second, the only way to tell a difference of a few percent. Each
 * build's classes have a loader of their own; what trains is {@link StepTraining} of this build.
 */
public final class Duel {
  /** Shorter, and the clock and the caches would count; longer, and the machine's moods. */
  private static final double WINDOW_SECONDS = 0.06;

  private static final double WARM_UP_SECONDS = 4;

  private Duel() {}

  /** One build's training, made by its own loader; takes a number of steps. */
  public static final class Side implements IntConsumer {
    private final StepTraining.Running training;

    /** Starts N passes over batches on threads. */
    public Side(Integer passes, Integer batch, Integer threads) {
      StepTraining base = StepTraining.BASE;
      training =
          new StepTraining(base.rows(), base.size(), base.width(), passes, batch, threads)
              .start(KernelProvider.best());
    }

    @Override
    public void accept(int steps) {
      training.steps(steps);
    }
  }

  /**
   * Prints a line a setting.
   *
   * @param args the two builds (classes of core, data and kernels, each path a classpath), settings
   *     {@code N:BATCH:THREADS} with commas, turns of each
   */
  public static void main(String[] args)
      throws ReflectiveOperationException, MalformedURLException {
    if (args.length < 4) {
      System.err.println("Duel BUILD OTHER-BUILD N:BATCH:THREADS[,…] TURNS");
      System.exit(2);
    }
    int turns = Integer.parseInt(args[3]);
    System.out.println("| N | batch | threads | ms a step | other | other : one | quartiles |");
    System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | --- |");
    for (String setting : args[2].split(",", -1)) {
      Integer[] sizes =
          Arrays.stream(setting.split(":", -1)).map(Integer::valueOf).toArray(Integer[]::new);
      List<IntConsumer> sides = List.of(side(args[0], sizes), side(args[1], sizes));
      print(sizes, measure(sides, turns));
    }
  }

  private static IntConsumer side(String build, Object[] sizes)
      throws ReflectiveOperationException, MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String path : build.split(File.pathSeparator, -1)) {
      urls.add(new File(path).toURI().toURL());
    }
    urls.add(Duel.class.getProtectionDomain().getCodeSource().getLocation());
    ClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    return (IntConsumer)
        loader.loadClass(Side.class.getName()).getConstructors()[0].newInstance(sizes);
  }

  /** Seconds a step, a row a side. */
  private static double[][] measure(List<IntConsumer> sides, int turns) {
    int[] steps = new int[sides.size()];
    for (int s = 0; s < steps.length; s++) {
      long start = System.nanoTime();
      int done = 0;
      while (seconds(start) < WARM_UP_SECONDS) {
        sides.get(s).accept(1);
        done++;
      }
      steps[s] = Math.max(1, (int) Math.round(WINDOW_SECONDS * done / seconds(start)));
    }
    double[][] times = new double[steps.length][turns];
    for (int turn = 0; turn < turns; turn++) {
      for (int i = 0; i < steps.length; i++) {
        int s = (turn + i) % steps.length;
        long start = System.nanoTime();
        sides.get(s).accept(steps[s]);
        times[s][turn] = seconds(start) / steps[s];
      }
    }
    return times;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) * 1e-9;
  }

  private static void print(Integer[] sizes, double[][] times) {
    double[] ratios = new double[times[0].length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = times[1][i] / times[0][i];
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %d | %.2f | %.2f | %.3f | %.3f – %.3f |%n",
        sizes[0],
        sizes[1],
        sizes[2],
        1000 * Stopwatch.median(times[0]),
        1000 * Stopwatch.median(times[1]),
        Stopwatch.median(ratios),
        ratios[ratios.length / 4],
        ratios[ratios.length * 3 / 4]);
  }
}
