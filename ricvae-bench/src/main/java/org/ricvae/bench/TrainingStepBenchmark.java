package org.ricvae.bench;

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

  private StepTraining training;
  private StepTraining.Running running;

  /** Sets up a training that does not end. */
  @Setup
  public void prepare() {
    StepTraining base = StepTraining.BASE;
    training = new StepTraining(base.rows(), base.size(), base.width(), passes, batch, threads);
    running = training.start(KernelsByName.find(name));
  }

  /** Ends the threads. */
  @TearDown
  public void end() {
    running.close();
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
    running.steps(1);
    rates.samples += batch;
    rates.gflop += training.gflop();
  }
}
