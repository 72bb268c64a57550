package org.ricvae.vector;

import org.ricvae.kernel.AdamStep;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.PlainKernels;

/**
 * Kernels on {@code jdk.incubator.vector}, for any vector width from 128 bits. The products sum in
 * the order that {@link Kernels} promises, so their bits are those of plain Java.
 */
public final class VectorKernels implements Kernels {
  /**
   * Rows of a forward product summed at a time, about: weights and inputs take 16 KiB of L1 each.
   */
  private static final int FORWARD_PIECE = 128;

  /** Chunks of a weight gradient summed at a time: their deltas take 32 KiB of L1. */
  private static final int CHUNKS = 8;

  /** Chunks that all panels are summed over before the next: a core's second cache holds them. */
  private static final int CACHED_CHUNKS = 2 * CHUNKS;

  private final Kernels plain = new PlainKernels();

  @Override
  public String name() {
    return "vector" + 32 * Lanes.LENGTH;
  }

  @Override
  public String description() {
    return "Vector API, %d floats at a time, sums in order, one fused multiply-add a term"
        .formatted(Lanes.LENGTH);
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
    int pieces = Math.max(1, Math.round((float) rows / FORWARD_PIECE));
    int piece = (rows + pieces - 1) / pieces;
    for (int p = 0; p < Kernels.panels(out); p++) {
      int columns = Math.min(BLOCK, Kernels.padded(out) - p * BLOCK);
      int tall = Tile.tall(columns);
      for (int k = 0; k < rows; k += piece) {
        int n = Math.min(piece, rows - k);
        int wk = w0 + p * wPanel + k * BLOCK;
        for (int b = 0; b < blocks; b++) {
          int xk = x0 + b * xBlock + k * BLOCK;
          int yp = y0 + b * yBlock + p * BLOCK * BLOCK;
          Tile.TALL.forwardRows(0, tall, w, wk, x, xk, n, k == 0, y, yp);
          Tile.SHORT.forwardRows(tall, columns, w, wk, x, xk, n, k == 0, y, yp);
        }
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
    int padded = Kernels.padded(in);
    int tall = Tile.tall(padded);
    for (int p = 0; p < Kernels.panels(out); p++) {
      int wp = w0 + p * wPanel + BLOCK;
      int n = Math.min(BLOCK, out - p * BLOCK);
      for (int b = 0; b < blocks; b++) {
        int dyp = dy0 + b * dyBlock + p * BLOCK * BLOCK;
        int dxb = dx0 + b * dxBlock;
        Tile.TALL.reduceRows(0, tall, w, wp, dy, dyp, n, p == 0, dx, dxb);
        Tile.SHORT.reduceRows(tall, padded, w, wp, dy, dyp, n, p == 0, dx, dxb);
      }
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
    weightGradients(rows, 1, chunks, x, x0, xChunk, dyT, dyT0, 0, dyTChunk, g, g0, 0);
  }

  @Override
  public void weightGradients(
      int rows,
      int panels,
      int chunks,
      float[] x,
      int x0,
      int xChunk,
      float[] dyT,
      int dyT0,
      int dyTPanel,
      int dyTChunk,
      float[] g,
      int g0,
      int gPanel) {
    int tall = Tile.tall(rows);
    int whole = rows / TILE * TILE;
    for (int from = 0; from < chunks; from += CACHED_CHUNKS) {
      int to = Math.min(from + CACHED_CHUNKS, chunks);
      for (int p = 0; p < panels; p++) {
        int gp = g0 + p * gPanel;
        for (int c = from; c < to; c += CHUNKS) {
          int n = Math.min(CHUNKS, to - c);
          int xc = x0 + c * xChunk;
          int dc = dyT0 + p * dyTPanel + c * dyTChunk;
          boolean first = c == 0;
          Tile.TALL.reduceChunks(0, tall, n, first, x, xc, xChunk, dyT, dc, dyTChunk, g, gp);
          Tile.SHORT.reduceChunks(tall, whole, n, first, x, xc, xChunk, dyT, dc, dyTChunk, g, gp);
        }
      }
    }
    if (whole < rows) {
      // The odd rows at the end, summed with what is before them to fill a tile.
      int last = rows - TILE;
      for (int p = 0; p < panels; p++) {
        int dp = dyT0 + p * dyTPanel;
        int gp = g0 + p * gPanel;
        Tile.SHORT.reduceChunks(last, rows, chunks, true, x, x0, xChunk, dyT, dp, dyTChunk, g, gp);
      }
    }
  }

  @Override
  public void transpose(int features, float[] src, int src0, float[] dst, int dst0, int dstPanel) {
    int size = BLOCK * BLOCK;
    int whole = Transposition.supported() ? features / BLOCK : 0;
    for (int p = 0; p < whole; p++) {
      Transposition.panel(src, src0 + p * size, dst, dst0 + p * dstPanel);
    }
    int rest = features - whole * BLOCK;
    plain.transpose(rest, src, src0 + whole * size, dst, dst0 + whole * dstPanel, dstPanel);
  }

  @Override
  public void exp(float[] a, int a0, int n) {
    ElementWise.exp(a, a0, n);
  }

  @Override
  public void log(float[] a, int a0, int n) {
    ElementWise.log(a, a0, n);
  }

  @Override
  public void sigmoid(float[] a, int a0, int n) {
    ElementWise.sigmoid(a, a0, n);
  }

  @Override
  public void tanh(float[] a, int a0, int n) {
    ElementWise.tanh(a, a0, n);
  }

  @Override
  public void reluGradient(float[] y, int y0, float[] dy, int dy0, int n) {
    Gradients.relu(y, y0, dy, dy0, n);
  }

  @Override
  public void sigmoidGradient(float[] y, int y0, float[] dy, int dy0, int n) {
    Gradients.sigmoid(y, y0, dy, dy0, n);
  }

  @Override
  public void tanhGradient(float[] y, int y0, float[] dy, int dy0, int n) {
    Gradients.tanh(y, y0, dy, dy0, n);
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
    Residuals.residual(x, x0, mean, mean0, r, r0, squared, squared0, n);
  }

  @Override
  public void logPenalty(float epsilon, float[] r, int r0, float[] dMean, int dMean0, int n) {
    Residuals.logPenalty(epsilon, r, r0, dMean, dMean0, n);
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
    Residuals.recycle(x, x0, mean, mean0, noise, noise0, next, next0, n);
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
    Residuals.recycleGradient(
        x, x0, mean, mean0, noise, noise0, dNext, dNext0, dMean, dMean0, dX, dX0, n);
  }

  @Override
  public void normalize(float gain, float[] center, float[] x, int x0, float[] dst, int dst0) {
    Rows.normalize(gain, center, x, x0, dst, dst0);
  }

  @Override
  public void addRows(float[] a, int a0, float[] sums, int sums0, int n) {
    Rows.addRows(a, a0, sums, sums0, n);
  }

  @Override
  public void addScaled(
      float[] a, int a0, float factor, float[] b, int b0, float[] dst, int dst0, int n) {
    Rows.addScaled(a, a0, factor, b, b0, dst, dst0, n);
  }

  @Override
  public void negate(float[] a, int a0, float[] dst, int dst0, int n) {
    Rows.negate(a, a0, dst, dst0, n);
  }

  @Override
  public void normal(int[] key, int[] samples, int s0, int elements, float[] dst, int dst0) {
    for (int e = 0; e < elements; e += 4) {
      int at = dst0 + e * BLOCK;
      RandomBits.fill(key, samples, s0, e / 4, dst, at);
      BoxMuller.transform(dst, at);
      BoxMuller.transform(dst, at + 2 * BLOCK);
    }
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
    AdamUpdate.apply(step, decay, w, w0, m, v, g, g0, n);
  }
}
