package org.ricvae.openblas;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.PlainKernels;

/**
 * Products by {@code cblas_sgemm}, one thread a call; all else is that of plain Java.
 *
 * <p>A panel and a block are row-major matrices {@code [rows × 32]}, so each product is a few calls
 * on them as they lie: {@code Y = Wᵀ X}, {@code dX = Σ W dY}, {@code G = Σ X dYᵀ}. OpenBLAS sums in
 * its own order: results differ in the last bits from the other kernels', and from machine to
 * machine, but not with the number of threads, since blocks are never joined.
 *
 * <p>Sets OpenBLAS to one thread for the whole process: the batch is what is split over threads.
 */
public final class OpenBlasKernels extends PlainKernels {
  /** The operands of a product: weights or inputs, the other factor, the result. */
  private record Operands(Staging a, Staging b, Staging c) {
    Operands() {
      this(new Staging(), new Staging(), new Staging());
    }
  }

  private static final ThreadLocal<Operands> OPERANDS = ThreadLocal.withInitial(Operands::new);

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
}
