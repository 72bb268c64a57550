package org.ricvae.openblas;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.ricvae.kernel.AdamStep;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.PlainKernels;

/**
 * Products by {@code cblas_sgemm}, one thread a call; all else in plain Java.
 *
 * <p>A panel and a block are row-major matrices {@code [rows × 32]}, so each product is a few calls
 * on them as they lie: {@code Y = Wᵀ X}, {@code dX = Σ W dY}, {@code G = Σ X dYᵀ}. OpenBLAS sums in
 * its own order: results differ in the last bits from the other kernels', and from machine to
 * machine, but not with the number of threads, since blocks are never joined.
 *
 * <p>Sets OpenBLAS to one thread for the whole process: the batch is what is split over threads.
 */
public final class OpenBlasKernels implements Kernels {
  /** The operands of a product: weights or inputs, the other factor, the result. */
  private record Operands(Staging a, Staging b, Staging c) {
    Operands() {
      this(new Staging(), new Staging(), new Staging());
    }
  }

  private static final ThreadLocal<Operands> OPERANDS = ThreadLocal.withInitial(Operands::new);

  private final Kernels plain = new PlainKernels();

  /** Loads the native library; a {@link LinkageError} where there is none for this machine. */
  public OpenBlasKernels() {
    openblas_nolapack.blas_set_num_threads(1);
  }

  @Override
  public String name() {
    return "openblas";
  }

  @Override
  public String description() {
    return "OpenBLAS, one thread a call, sums in its own order; all but the products in plain Java";
  }

  @Override
  public void forward(
      int rows,
      int out,
      int blocks,
      float[] w,
      int w0,
      int wPanel,
      float[] x,
      int x0,
      int xBlock,
      float[] y,
      int y0,
      int yBlock) {
    Operands operands = OPERANDS.get();
    int size = rows * BLOCK;
    operands.b.reserve(blocks * size);
    for (int b = 0; b < blocks; b++) {
      operands.b.at(b * size).put(x, x0 + b * xBlock, size);
    }
    for (int p = 0; p < Kernels.panels(out); p++) {
      FloatPointer panel = operands.a.load(w, w0 + p * wPanel, size);
      int columns = Math.min(BLOCK, Kernels.padded(out) - p * BLOCK);
      FloatPointer result = operands.c.reserve(columns * BLOCK);
      for (int b = 0; b < blocks; b++) {
        multiply(CblasTrans, columns, rows, panel, operands.b.at(b * size), 0, result);
        operands.c.store(y, y0 + b * yBlock + p * BLOCK * BLOCK, columns * BLOCK);
      }
    }
  }

  @Override
  public void backward(
      int in,
      int out,
      int blocks,
      float[] w,
      int w0,
      int wPanel,
      float[] dy,
      int dy0,
      int dyBlock,
      float[] dx,
      int dx0,
      int dxBlock) {
    Operands operands = OPERANDS.get();
    int rows = Kernels.padded(in);
    int size = rows * BLOCK;
    operands.c.reserve(blocks * size);
    for (int p = 0; p < Kernels.panels(out); p++) {
      FloatPointer panel = operands.a.load(w, w0 + p * wPanel + BLOCK, size);
      int outputs = Math.min(BLOCK, out - p * BLOCK);
      for (int b = 0; b < blocks; b++) {
        int from = dy0 + b * dyBlock + p * BLOCK * BLOCK;
        FloatPointer deltas = operands.b.load(dy, from, outputs * BLOCK);
        multiply(
            CblasNoTrans, rows, outputs, panel, deltas, p == 0 ? 0 : 1, operands.c.at(b * size));
      }
    }
    for (int b = 0; b < blocks; b++) {
      operands.c.at(b * size).get(dx, dx0 + b * dxBlock, size);
    }
  }

  @Override
  public void weightGradient(
      int rows,
      int chunks,
      float[] x,
      int x0,
      int xChunk,
      float[] dyT,
      int dyT0,
      int dyTChunk,
      float[] g,
      int g0) {
    Operands operands = OPERANDS.get();
    FloatPointer result = operands.c.reserve(rows * BLOCK);
    for (int c = 0; c < chunks; c++) {
      FloatPointer inputs = operands.a.load(x, x0 + c * xChunk, rows * BLOCK);
      FloatPointer deltas = operands.b.load(dyT, dyT0 + c * dyTChunk, BLOCK * BLOCK);
      multiply(CblasNoTrans, rows, BLOCK, inputs, deltas, c == 0 ? 0 : 1, result);
    }
    operands.c.store(g, g0, rows * BLOCK);
  }

  /** {@code c = A b + beta c}, with rows of 32 throughout: c is {@code [m × 32]}, k the terms. */
  private static void multiply(
      int transposition, int m, int k, FloatPointer a, FloatPointer b, int beta, FloatPointer c) {
    openblas_nolapack.cblas_sgemm(
        CblasRowMajor,
        transposition,
        CblasNoTrans,
        m,
        BLOCK,
        k,
        1,
        a,
        BLOCK,
        b,
        BLOCK,
        beta,
        c,
        BLOCK);
  }

  @Override
  public void transpose(int features, float[] src, int src0, float[] dst, int dst0, int dstPanel) {
    plain.transpose(features, src, src0, dst, dst0, dstPanel);
  }

  @Override
  public void exp(float[] a, int a0, int n) {
    plain.exp(a, a0, n);
  }

  @Override
  public void log(float[] a, int a0, int n) {
    plain.log(a, a0, n);
  }

  @Override
  public void sigmoid(float[] a, int a0, int n) {
    plain.sigmoid(a, a0, n);
  }

  @Override
  public void tanh(float[] a, int a0, int n) {
    plain.tanh(a, a0, n);
  }

  @Override
  public void reluGradient(float[] y, int y0, float[] dy, int dy0, int n) {
    plain.reluGradient(y, y0, dy, dy0, n);
  }

  @Override
  public void sigmoidGradient(float[] y, int y0, float[] dy, int dy0, int n) {
    plain.sigmoidGradient(y, y0, dy, dy0, n);
  }

  @Override
  public void tanhGradient(float[] y, int y0, float[] dy, int dy0, int n) {
    plain.tanhGradient(y, y0, dy, dy0, n);
  }

  @Override
  public void residual(
      float[] x,
      int x0,
      float[] mean,
      int mean0,
      float[] r,
      int r0,
      float[] squared,
      int squared0,
      int n) {
    plain.residual(x, x0, mean, mean0, r, r0, squared, squared0, n);
  }

  @Override
  public void logPenalty(float epsilon, float[] r, int r0, float[] dMean, int dMean0, int n) {
    plain.logPenalty(epsilon, r, r0, dMean, dMean0, n);
  }

  @Override
  public void recycle(
      float[] x,
      int x0,
      float[] mean,
      int mean0,
      float[] noise,
      int noise0,
      float[] next,
      int next0,
      int n) {
    plain.recycle(x, x0, mean, mean0, noise, noise0, next, next0, n);
  }

  @Override
  public void recycleGradient(
      float[] x,
      int x0,
      float[] mean,
      int mean0,
      float[] noise,
      int noise0,
      float[] dNext,
      int dNext0,
      float[] dMean,
      int dMean0,
      float[] dX,
      int dX0,
      int n) {
    plain.recycleGradient(
        x, x0, mean, mean0, noise, noise0, dNext, dNext0, dMean, dMean0, dX, dX0, n);
  }

  @Override
  public void normalize(float gain, float[] center, float[] x, int x0, float[] dst, int dst0) {
    plain.normalize(gain, center, x, x0, dst, dst0);
  }

  @Override
  public void addRows(float[] a, int a0, float[] sums, int sums0, int n) {
    plain.addRows(a, a0, sums, sums0, n);
  }

  @Override
  public void addScaled(
      float[] a, int a0, float factor, float[] b, int b0, float[] dst, int dst0, int n) {
    plain.addScaled(a, a0, factor, b, b0, dst, dst0, n);
  }

  @Override
  public void negate(float[] a, int a0, float[] dst, int dst0, int n) {
    plain.negate(a, a0, dst, dst0, n);
  }

  @Override
  public void normal(int[] key, int[] samples, int s0, int elements, float[] dst, int dst0) {
    plain.normal(key, samples, s0, elements, dst, dst0);
  }

  @Override
  public void adam(
      AdamStep step,
      float decay,
      float[] w,
      int w0,
      float[] m,
      float[] v,
      float[] g,
      int g0,
      int n) {
    plain.adam(step, decay, w, w0, m, v, g, g0, n);
  }
}
