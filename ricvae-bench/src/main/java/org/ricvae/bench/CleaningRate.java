package org.ricvae.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Scaling;
import org.ricvae.data.ValueType;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.Kernels;
import org.ricvae.model.Architecture;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.InputNormalization;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;
import org.ricvae.use.Recovery;
import org.ricvae.use.RecoveryOptions;
import org.ricvae.use.Thresholds;
import org.ricvae.use.TrainedModel;

/**
 * Rows a second through a 784-512-512-30 model, one thread, beside the forward products of as many
 * passes alone on MKL, in turns.
 */
public final class CleaningRate {
  private static final List<Integer> PASSES = List.of(1, 2, 5);
  private static final double WARM_UP = 2;

  private CleaningRate() {}

  /**
   * Prints a table.
   *
   * @param args rounds (9), seconds a round (0.2)
   */
  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
    double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 0.2;
    Kernels kernels = KernelsByName.find("vector");
    Recovery recovery = new Recovery(model(), kernels);
    int n = recovery.capacity();
    float[] values = KernelContestant.random(n * 784);
    List<Stopwatch> ours = new ArrayList<>();
    List<Stopwatch> limits = new ArrayList<>();
    for (int passes : PASSES) {
      RecoveryOptions options = new RecoveryOptions(passes, false, 0, false, 0);
      Runnable clean = () -> recovery.recover(values, 0, n, 0, options);
      warm(clean);
      ours.add(new Stopwatch(clean, rounds, seconds));
      limits.add(new Stopwatch(forward(passes, n), rounds, seconds));
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < PASSES.size(); i++) {
        ours.get(i).round(round);
        limits.get(i).round(round);
      }
    }
    System.out.println(
        "| M | rows/s | products alone, MKL | share |\n| ---: | ---: | ---: | ---: |");
    for (int i = 0; i < PASSES.size(); i++) {
      double our = n / ours.get(i).wall();
      double limit = n / limits.get(i).wall();
      System.out.printf(
          Locale.ROOT,
          "| %d | %.0f | %.0f | %.0f %% |%n",
          PASSES.get(i),
          our,
          limit,
          100 * our / limit);
    }
  }

  private static void warm(Runnable work) {
    long start = System.nanoTime();
    while ((System.nanoTime() - start) * 1e-9 < WARM_UP) {
      work.run();
    }
  }

  private static Runnable forward(int passes, int n) {
    Contestant mkl = BlasContestant.mkl();
    List<Runnable> products =
        Layer.NETWORK.stream().map(l -> mkl.prepare(Product.FORWARD, l, n)).toList();
    return () -> {
      for (int p = 0; p < passes; p++) {
        products.forEach(Runnable::run);
      }
    };
  }

  private static TrainedModel model() {
    List<Integer> hidden = List.of(512, 512);
    Architecture architecture =
        new Architecture(784, 30, hidden, hidden, Activation.RELU, Activation.SIGMOID);
    RecurrentVae vae =
        new RecurrentVae(
            architecture,
            new Objective(new ConditionedVariance(0.05, false), 1, false),
            InputNormalization.none(784));
    SplittableRandom random = new SplittableRandom(1);
    float[] weights = vae.initialize(random.nextLong(), new float[784], 1);
    return new TrainedModel(
        vae,
        weights,
        new SampleShape(28, 28, 1),
        ValueType.F32,
        new Scaling(0, 1),
        new float[784],
        new Thresholds(1, 1));
  }
}
