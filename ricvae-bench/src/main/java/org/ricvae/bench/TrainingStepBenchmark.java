package org.ricvae.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.model.Architecture;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;
import org.ricvae.train.Plan;
import org.ricvae.train.Schedule;
import org.ricvae.train.Trainer;
import org.ricvae.train.TrainingData;
import org.ricvae.train.TrainingListener;
import org.ricvae.train.TrainingState;

/**
 * A whole training step of a 784-512-512-30 RiC-VAE, loading, noise, losses and Adam included; the
 * counters {@code samples} and {@code gflop} are per second, the latter of the products alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TrainingStepBenchmark {
  private static final int SIZE = 784;
  private static final int LATENT = 30;
  private static final List<Integer> HIDDEN = List.of(512, 512);

  /** Which kernels. */
  @Param({"vector"})
  public String name;

  /** N. */
  @Param({"1", "2", "5"})
  public int passes;

  /** Workers. */
  @Param({"1", "2"})
  public int threads;

  /** Samples a step. */
  @Param({"128"})
  public int batch;

  private WorkerTeam team;
  private Trainer trainer;

  /** Sets up a training that does not end. */
  @Setup
  public void prepare() {
    byte[] values = new byte[2048 * SIZE];
    new SplittableRandom(1).nextBytes(values);
    TrainingData data = TrainingData.of(Samples.of(new SampleShape(28, 28, 1), values));
    Architecture architecture =
        new Architecture(SIZE, LATENT, HIDDEN, HIDDEN, Activation.RELU, Activation.SIGMOID);
    Objective objective = new Objective(new ConditionedVariance(0.05, false), passes, false);
    RecurrentVae vae = new RecurrentVae(architecture, objective, data.normalization());
    Plan plan = new Plan(10_000_000, batch, 1e-4, Schedule.CONSTANT, 0, 0, 0, 0, 0, 1);
    team = new WorkerTeam(threads);
    TrainingState state = TrainingState.start(vae, data, 1, 0);
    trainer = new Trainer(vae, plan, data, state, KernelsByName.find(name), team);
  }

  /** Ends the threads. */
  @TearDown
  public void end() {
    team.close();
  }

  /** Rates a second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Rates {
    /** Samples. */
    public double samples;

    /** Billions of floating point operations of the three products. */
    public double gflop;
  }

  /** One step. */
  @Benchmark
  public void step(Rates rates) {
    trainer.run(trainer.done() + 1, () -> false, () -> {}, TrainingListener.NONE);
    rates.samples += batch;
    rates.gflop += batch * gflopASample();
  }

  /** Forward, gradient of the weights, and of all inputs but the first layer's. */
  private double gflopASample() {
    double first = SIZE * HIDDEN.get(0);
    double others =
        2.0 * HIDDEN.get(0) * HIDDEN.get(1)
            + 2.0 * HIDDEN.get(1) * LATENT
            + LATENT * HIDDEN.get(1)
            + SIZE * HIDDEN.get(0);
    return passes * 2e-9 * (2 * first + 3 * others);
  }
}
