package org.ricvae.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;

/**
 * What a product of ordinary size loses against the micro-kernel whose operands lie in the first
 * cache: our kernels and MKL, one thread, each time between two runs of the micro-kernel, so that
 * the machine's moods cancel. Prints the median over the rounds of the share of its rate.
 *
 * <p>Arguments: rounds (default {@value #ROUNDS}).
 */
public final class ProductEfficiency {
  private static final int ROUNDS = 41;

  /** Samples of a product; the last are those of five passes over 500 and some. */
  private static final int[] SAMPLES = {128, 512, 2560};

  private static final List<Layer> LAYERS =
      List.of(new Layer(784, 512), new Layer(512, 512), new Layer(512, 784));

  /** Inputs and outputs of the micro-kernel: 28 KiB with its block of samples, and no odd rows. */
  private static final int INPUTS = 128;

  private static final int OUTPUTS = 24;

  /** Calls of the micro-kernel that are timed together: some tenths of a millisecond. */
  private static final int CALLS = 200;

  private ProductEfficiency() {}

  /**
   * @param args see above
   */
  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    Kernels kernels = KernelsByName.ready(KernelProvider.best());
    Runnable micro = microKernel(kernels);
    List<Contestant> contestants = List.of(new KernelContestant(kernels), BlasContestant.mkl());
    System.out.printf(
        "java %s, %d rounds; share of the micro-kernel's rate%n%8s %-16s %-9s",
        Runtime.version(), rounds, "samples", "product", "layer");
    contestants.forEach(c -> System.out.printf(" %10s", c.name()));
    System.out.println();
    for (int samples : SAMPLES) {
      for (Product product : Product.values()) {
        for (Layer layer : LAYERS) {
          List<Runnable> works = new ArrayList<>();
          contestants.forEach(c -> works.add(c.prepare(product, layer, samples)));
          double[] shares = shares(works, micro, layer.flops(samples), rounds);
          System.out.printf("%8d %-16s %-9s", samples, product, layer);
          for (double share : shares) {
            System.out.printf(Locale.ROOT, " %10.2f", share);
          }
          System.out.println();
        }
      }
    }
  }

  private static Runnable microKernel(Kernels kernels) {
    int panel = INPUTS * Kernels.TILE;
    int block = INPUTS * Kernels.BLOCK;
    float[] w = KernelContestant.random(panel * Kernels.panels(OUTPUTS));
    float[] x = KernelContestant.random(block);
    float[] y = new float[OUTPUTS * Kernels.BLOCK];
    return () -> {
      for (int i = 0; i < CALLS; i++) {
        kernels.forward(INPUTS, OUTPUTS, 1, w, 0, panel, x, 0, block, y, 0, y.length);
      }
    };
  }

  /** The median share of each, in turns; the first half as many rounds only warm up. */
  private static double[] shares(List<Runnable> works, Runnable micro, double flops, int rounds) {
    double microFlops = 2.0 * INPUTS * OUTPUTS * Kernels.BLOCK * CALLS;
    double[][] shares = new double[works.size()][rounds];
    for (int round = -(rounds + 1) / 2; round < rounds; round++) {
      for (int i = 0; i < shares.length; i++) {
        double before = seconds(micro);
        double time = seconds(works.get(i));
        double after = seconds(micro);
        shares[i][Math.max(0, round)] = flops / time * (before + after) / (2 * microFlops);
      }
    }
    return Arrays.stream(shares).mapToDouble(Stopwatch::median).toArray();
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) * 1e-9;
  }
}
