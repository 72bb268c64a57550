package org.ricvae.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;

/**
 * The products of a 784-512-512-30 network, single precision, one thread: our kernels, MKL and
 * OpenBLAS in turn, round after round, so that a change in the machine's speed meets all alike.
 * Prints the rate of each and its share of MKL's, both over all layers, weighted by time.
 *
 * <p>Arguments: rounds (default {@value #ROUNDS}), seconds a measurement (default 0.02).
 */
public final class SgemmComparison {
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 4;
  private static final double SLICE = 0.02;
  private static final int[] BATCHES = {32, 64, 128};

  private SgemmComparison() {}

  /** A contestant's times at one batch size. */
  private record Row(Contestant contestant, List<List<Stopwatch>> watches) {
    double seconds(ToDoubleFunction<Stopwatch> time) {
      return watches.stream().flatMap(List::stream).mapToDouble(time).sum();
    }
  }

  /**
   * @param args see above
   */
  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    double slice = args.length > 1 ? Double.parseDouble(args[1]) : SLICE;
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(BlasContestant.mkl());
    contestants.add(BlasContestant.openBlas());
    for (Kernels k : KernelProvider.all()) {
      contestants.add(new KernelContestant(KernelsByName.ready(k)));
    }
    print("java %s, %s rounds of %s s%n", Runtime.version(), rounds, slice);
    for (Contestant c : contestants) {
      print("%-10s includes %s%n", c.name(), c.includes());
    }
    for (int batch : BATCHES) {
      report(batch, run(contestants, batch, rounds, slice));
    }
  }

  private static List<Row> run(List<Contestant> contestants, int batch, int rounds, double slice) {
    List<Row> rows = new ArrayList<>();
    for (Contestant c : contestants) {
      List<List<Stopwatch>> watches = new ArrayList<>();
      for (Product product : Product.values()) {
        watches.add(
            Layer.NETWORK.stream()
                .map(layer -> new Stopwatch(c.prepare(product, layer, batch), rounds, slice))
                .toList());
      }
      rows.add(new Row(c, watches));
    }
    // The first rounds count for nothing: the compiler is still at work.
    for (int round = -WARM_UP; round < rounds; round++) {
      for (int product = 0; product < Product.values().length; product++) {
        for (int layer = 0; layer < Layer.NETWORK.size(); layer++) {
          for (Row row : rows) {
            row.watches().get(product).get(layer).round(Math.max(0, round));
          }
        }
      }
    }
    return rows;
  }

  private static void report(int batch, List<Row> rows) {
    double flops = Layer.NETWORK.stream().mapToDouble(layer -> layer.flops(batch)).sum();
    print(
        "%nbatch %d, GFLOP/s%n%-10s %8s %8s %8s %8s %8s | %8s %8s%n",
        batch, "", "forward", "backward", "gradient", "all", "of MKL", "all, CPU", "of MKL");
    Row mkl = rows.get(0);
    for (Row row : rows) {
      print("%-10s", row.contestant().name());
      for (List<Stopwatch> product : row.watches()) {
        print(" %8.1f", flops / product.stream().mapToDouble(Stopwatch::wall).sum() * 1e-9);
      }
      print(
          "%s |%s%n",
          total(row, mkl, flops, Stopwatch::wall), total(row, mkl, flops, Stopwatch::cpu));
    }
  }

  /** The rate over all products, and its share of MKL's. */
  private static String total(Row row, Row mkl, double flops, ToDoubleFunction<Stopwatch> time) {
    double seconds = row.seconds(time);
    double rate = Product.values().length * flops / seconds * 1e-9;
    return String.format(Locale.ROOT, " %8.1f %7.1f%%", rate, 100 * mkl.seconds(time) / seconds);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
