package org.ricvae.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ricvae.kernel.AdamStep;
import org.ricvae.kernel.Kernels;

/** All that is not a product, on 512 features of a block of 32 samples; nanoseconds an element. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ElementWiseBenchmark.ELEMENTS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ElementWiseBenchmark {
  static final int FEATURES = 512;
  static final int ELEMENTS = FEATURES * Kernels.BLOCK;

  /** Which kernels. */
  @Param({"vector", "plain"})
  public String name;

  private final float[] input = KernelContestant.random(ELEMENTS);
  private final float[] positive = new float[ELEMENTS];
  private final float[] a = new float[ELEMENTS];
  private final float[] m = new float[ELEMENTS];
  private final float[] v = new float[ELEMENTS];
  private final float[] center = new float[FEATURES];
  private final float[] lanes = new float[Kernels.BLOCK];
  private final int[] key = {1, 2, 3, 4};
  private final int[] samples = new int[Kernels.BLOCK];
  private final AdamStep step = new AdamStep();
  private Kernels kernels;

  /** Finds the kernels. */
  @Setup
  public void prepare() {
    kernels = KernelsByName.find(name);
    Arrays.setAll(samples, i -> i);
    for (int i = 0; i < ELEMENTS; i++) {
      positive[i] = Math.abs(input[i]) + 0.01f;
    }
    step.set(100, 0.001, 0.01);
  }

  /** What a copy costs, which is in all functions' time. */
  @Benchmark
  public void copyOnly() {
    System.arraycopy(input, 0, a, 0, ELEMENTS);
  }

  /** exp. */
  @Benchmark
  public void exp() {
    System.arraycopy(input, 0, a, 0, ELEMENTS);
    kernels.exp(a, 0, ELEMENTS);
  }

  /** ln. */
  @Benchmark
  public void log() {
    System.arraycopy(positive, 0, a, 0, ELEMENTS);
    kernels.log(a, 0, ELEMENTS);
  }

  /** 1 / (1 + exp(-a)). */
  @Benchmark
  public void sigmoid() {
    System.arraycopy(input, 0, a, 0, ELEMENTS);
    kernels.sigmoid(a, 0, ELEMENTS);
  }

  /** tanh. */
  @Benchmark
  public void tanh() {
    System.arraycopy(input, 0, a, 0, ELEMENTS);
    kernels.tanh(a, 0, ELEMENTS);
  }

  /** Back through ReLU. */
  @Benchmark
  public void reluGradient() {
    System.arraycopy(positive, 0, a, 0, ELEMENTS);
    kernels.reluGradient(input, 0, a, 0, ELEMENTS);
  }

  /** Back through the sigmoid. */
  @Benchmark
  public void sigmoidGradient() {
    System.arraycopy(positive, 0, a, 0, ELEMENTS);
    kernels.sigmoidGradient(input, 0, a, 0, ELEMENTS);
  }

  /** Back through tanh. */
  @Benchmark
  public void tanhGradient() {
    System.arraycopy(positive, 0, a, 0, ELEMENTS);
    kernels.tanhGradient(input, 0, a, 0, ELEMENTS);
  }

  /** Residuals and their squares. */
  @Benchmark
  public void residual() {
    kernels.residual(input, 0, positive, 0, a, 0, lanes, 0, ELEMENTS);
  }

  /** The penalty's gradient and argument, after a copy. */
  @Benchmark
  public void logPenalty() {
    System.arraycopy(input, 0, a, 0, ELEMENTS);
    kernels.logPenalty(1e-3f, a, 0, m, 0, ELEMENTS);
  }

  /** The next input. */
  @Benchmark
  public void recycle() {
    kernels.recycle(input, 0, positive, 0, v, 0, a, 0, ELEMENTS);
  }

  /** Back through the next input. */
  @Benchmark
  public void recycleGradient() {
    kernels.recycleGradient(input, 0, positive, 0, v, 0, positive, 0, a, 0, m, 0, ELEMENTS);
  }

  /** What the encoder is given. */
  @Benchmark
  public void normalize() {
    kernels.normalize(2, center, input, 0, a, 0);
  }

  /** A sum a lane. */
  @Benchmark
  public void addRows() {
    kernels.addRows(input, 0, lanes, 0, ELEMENTS);
  }

  /** a + factor · b. */
  @Benchmark
  public void addScaled() {
    kernels.addScaled(input, 0, 0.5f, positive, 0, a, 0, ELEMENTS);
  }

  /** Copy with the sign changed. */
  @Benchmark
  public void negate() {
    kernels.negate(input, 0, a, 0, ELEMENTS);
  }

  /** Normal noise. */
  @Benchmark
  public void normal() {
    kernels.normal(key, samples, 0, FEATURES, a, 0);
  }

  /** Adam. */
  @Benchmark
  public void adam() {
    kernels.adam(step, 0, a, 0, m, v, positive, 0, ELEMENTS);
  }

  /** Transposition. */
  @Benchmark
  public void transpose() {
    kernels.transpose(FEATURES, input, 0, a, 0, Kernels.BLOCK * Kernels.BLOCK);
  }
}
