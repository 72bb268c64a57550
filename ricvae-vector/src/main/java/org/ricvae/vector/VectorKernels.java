package org.ricvae.vector;

import org.ricvae.kernel.AdamStep;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.PlainKernels;

/**
 * Kernels on {@code jdk.incubator.vector}, for any vector width from 128 bits. The products sum in
 * the order that {@link Kernels} promises, so their bits are those of plain Java.
 */
public final class VectorKernels implements Kernels {
  /** Terms of a product summed at a time, about: both factors fit the first cache. */
  private static final int TERMS = 192;

  /** As panels of a backward product. */
  private static final int BACKWARD_PANELS = TERMS / TILE;

  /** As chunks of a weight gradient. */
  private static final int GRADIENT_CHUNKS = TERMS / BLOCK;

  /** Chunks of activations read for all outputs before the next: they fit the second cache. */
  private static final int NEAR_CHUNKS = 16;

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
    int pieces = Math.max(1, Math.round((float) rows / TERMS));
    int piece = (rows + pieces - 1) / pieces;
    for (int k = 0; k < rows; k += piece) {
      int n = Math.min(piece, rows - k);
      for (int b = 0; b < blocks; b++) {
        int xk = x0 + b * xBlock + k * BLOCK;
        for (int p = 0; p < Kernels.panels(out); p++) {
          int wk = w0 + p * wPanel + k * TILE;
          int yp = y0 + b * yBlock + p * TILE * BLOCK;
          Tile.BEST.forwardPanel(w, wk, x, xk, n, k == 0, y, yp);
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
    int panels = Kernels.panels(out);
    for (int p = 0; p < panels; p += BACKWARD_PANELS) {
      int n = Math.min(BACKWARD_PANELS, panels - p);
      int wp = w0 + p * wPanel + TILE;
      for (int b = 0; b < blocks; b++) {
        int dyp = dy0 + b * dyBlock + p * TILE * BLOCK;
        int dxb = dx0 + b * dxBlock;
        Tile.BEST.backwardRows(Kernels.padded(in), w, wp, wPanel, dy, dyp, n, p == 0, dx, dxb);
      }
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
    Sums sums = Sums.get();
    for (int i = 0; i < rows; i += Sums.ROWS) {
      int n = Math.min(Sums.ROWS, rows - i);
      for (int o = 0; o < out; o += Sums.COLUMNS) {
        int columns = Math.min(Sums.COLUMNS, out - o);
        int go = g0 + o / TILE * gPanel + i * TILE;
        if (!first) {
          sums.take(columns, n, g, go, gPanel);
        }
        for (int from = 0; from < chunks; from += NEAR_CHUNKS) {
          int to = Math.min(chunks, from + NEAR_CHUNKS);
          for (int c = from; c < to; c++) {
            sums.fetch(x, x0 + i * BLOCK + c * xChunk, n * BLOCK);
          }
          for (int q = 0; q < Kernels.squares(columns); q++) {
            int square = dyT0 + (o / BLOCK + q) * dyTSquare;
            sum(sums, q, n, from, to, first, x, x0 + i * BLOCK, xChunk, dyT, square);
            if (to == chunks) {
              sums.give(1 + q, columns, n, g, go, gPanel);
            }
          }
        }
      }
    }
  }

  /** Goes on with the sums of a square over a range of chunks. */
  private static void sum(
      Sums sums,
      int q,
      int rows,
      int from,
      int to,
      boolean first,
      float[] x,
      int x0,
      int xChunk,
      float[] dyT,
      int dyT0) {
    for (int c = from; c < to; c += GRADIENT_CHUNKS) {
      int n = Math.min(GRADIENT_CHUNKS, to - c);
      int xc = x0 + c * xChunk;
      int dyTc = dyT0 + c * BLOCK * BLOCK;
      boolean zero = first && c == 0;
      Tile.BEST.gradientRows(rows, x, xc, xChunk, dyT, dyTc, n, zero, sums.data(), sums.square(q));
    }
  }

  @Override
  public void transpose(int features, float[] src, int src0, float[] dst, int dst0, int dstSquare) {
    int size = BLOCK * BLOCK;
    int whole = Transposition.supported() ? features / BLOCK : 0;
    for (int p = 0; p < whole; p++) {
      Transposition.panel(src, src0 + p * size, dst, dst0 + p * dstSquare);
    }
    int rest = features - whole * BLOCK;
    plain.transpose(rest, src, src0 + whole * size, dst, dst0 + whole * dstSquare, dstSquare);
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
    int whole = n / (2 * Lanes.LENGTH) * (2 * Lanes.LENGTH);
    AdamUpdate.apply(step, decay, w, w0, m, v, g, g0, whole);
    plain.adam(step, decay, w, w0 + whole, m, v, g, g0 + whole, n - whole);
  }
}
