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
import org.openjdk.jmh.annotations.Warmup;

/** One product at a time; the counter {@code gflop} is in GFLOP/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProductBenchmark {
  /** MKL and OpenBLAS themselves, or kernels of ours. */
  @Param({"MKL", "OpenBLAS", "vector", "openblas", "plain"})
  public String contestant;

  /** Which product. */
  @Param public Product product;

  /** Samples. */
  @Param({"32", "128"})
  public int batch;

  /** The layer: inputs x outputs. */
  @Param({"784x512", "512x512", "512x60", "30x512", "512x784"})
  public String layer;

  private Layer shape;
  private Runnable work;

  /** What one call computes. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Rate {
    /** Operations, in billions. */
    public double gflop;
  }

  /** Prepares memory. */
  @Setup
  public void prepare() {
    int x = layer.indexOf('x');
    shape =
        new Layer(
            Integer.parseInt(layer, 0, x, 10), Integer.parseInt(layer, x + 1, layer.length(), 10));
    Contestant c =
        switch (contestant) {
          case "MKL" -> BlasContestant.mkl();
          case "OpenBLAS" -> BlasContestant.openBlas();
          default -> new KernelContestant(KernelsByName.find(contestant));
        };
    work = c.prepare(product, shape, batch);
  }

  /** The product. */
  @Benchmark
  public void multiply(Rate rate) {
    work.run();
    rate.gflop += shape.flops(batch) * 1e-9;
  }
}
