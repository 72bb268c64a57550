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
 * <p>A block is a row-major matrix {@code [rows × 32]}, and the panels are copied out side by side
 * as one of {@code [rows × outputs]}, so each product is a call a block or chunk: {@code Y = Wᵀ X},
 * {@code dX = W dY}, {@code G = Σ X dYᵀ}. OpenBLAS sums in its own order: results differ in the
 * last bits from the other kernels', and from machine to machine, but not with the number of
 * threads, since blocks are never joined.
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
    int padded = Kernels.padded(out);
    FloatPointer weights = operands.a.loadPanels(w, w0, wPanel, rows, padded);
    FloatPointer result = operands.c.reserve(padded * BLOCK);
    for (int b = 0; b < blocks; b++) {
      FloatPointer inputs = operands.b.load(x, x0 + b * xBlock, rows * BLOCK);
      multiply(CblasTrans, padded, rows, weights, padded, inputs, 0, result);
      operands.c.store(y, y0 + b * yBlock, padded * BLOCK);
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
    int padded = Kernels.padded(out);
    FloatPointer weights = operands.a.loadPanels(w, w0 + TILE, wPanel, rows, padded);
    FloatPointer result = operands.c.reserve(rows * BLOCK);
    for (int b = 0; b < blocks; b++) {
      FloatPointer deltas = operands.b.load(dy, dy0 + b * dyBlock, out * BLOCK);
      multiply(CblasNoTrans, rows, out, weights, padded, deltas, 0, result);
      operands.c.store(dx, dx0 + b * dxBlock, rows * BLOCK);
    }
  }

  @Override
  public void weightGradient(
      int rows,
      int out,
      int chunks,
      boolean first,
      float[] x,
      int x0,
      int xChunk,
      float[] dyT,
      int dyT0,
      int dyTSquare,
      float[] g,
      int g0,
      int gPanel) {
    Operands operands = OPERANDS.get();
    int size = rows * BLOCK;
    int squares = Kernels.squares(out);
    int columns = Math.min(Kernels.padded(out), squares * BLOCK);
    operands.c.reserve(squares * size);
    if (!first) {
      operands.c.takePanels(rows, columns, g, g0, gPanel);
    }
    for (int c = 0; c < chunks; c++) {
      FloatPointer inputs = operands.a.load(x, x0 + c * xChunk, size);
      for (int q = 0; q < squares; q++) {
        int square = dyT0 + q * dyTSquare + c * BLOCK * BLOCK;
        FloatPointer deltas = operands.b.load(dyT, square, BLOCK * BLOCK);
        FloatPointer result = operands.c.at(q * size);
        int beta = first && c == 0 ? 0 : 1;
        multiply(CblasNoTrans, rows, BLOCK, inputs, BLOCK, deltas, beta, result);
      }
    }
    operands.c.storePanels(rows, columns, g, g0, gPanel);
    for (int o = squares * BLOCK; o < Kernels.padded(out); o++) {
      for (int i = 0; i < rows; i++) {
        g[g0 + o / TILE * gPanel + i * TILE + o % TILE] = 0;
      }
    }
  }

  /** {@code c = A b + beta c}: c is {@code [m × 32]}, b has rows of 32, k are the terms. */
  private static void multiply(
      int transposition,
      int m,
      int k,
      FloatPointer a,
      int aRow,
      FloatPointer b,
      int beta,
      FloatPointer c) {
    openblas_nolapack.cblas_sgemm(
        CblasRowMajor,
        transposition,
        CblasNoTrans,
        m,
        BLOCK,
        k,
        1,
        a,
        aRow,
        b,
        BLOCK,
        beta,
        c,
        BLOCK);
  }
}
