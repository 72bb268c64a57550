package org.ricvae.vector;

import org.ricvae.kernel.AdamStep;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.PlainKernels;

/**
 * Plain Java until {@link Rehearsal} has had the JVM compile the vector loops, and these from then
 * on. A vector loop that is not yet compiled makes an object of every vector, and is some thousand
 * times slower; a plain one is fast at once. Their bits are the same, so nothing but a clock can
 * tell when they changed.
 */
final class WarmingKernels implements Kernels {
  /**
   * The compiler's head start, in milliseconds, with what the program needs first: to read its
   * data, and the plain loops.
   */
  private static final long HEAD_START = 400;

  private final Kernels vector = new VectorKernels();
  private volatile Kernels now = new PlainKernels();

  private WarmingKernels() {}

  /** Begins the rehearsal in a thread of its own. */
  static WarmingKernels begin() {
    WarmingKernels kernels = new WarmingKernels();
    Thread thread = new Thread(kernels::rehearse, "ricvae-rehearsal");
    thread.setDaemon(true);
    thread.start();
    return kernels;
  }

  private void rehearse() {
    try {
      Thread.sleep(HEAD_START);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody knows this thread", e);
    }
    if (new Rehearsal(vector).run()) {
      now = vector;
    }
  }

  @Override
  public boolean ready() {
    return now == vector;
  }

  @Override
  public String name() {
    return vector.name();
  }

  @Override
  public String description() {
    return vector.description();
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
    now.forward(rows, out, blocks, w, w0, wPanel, x, x0, xBlock, y, y0, yBlock);
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
    now.backward(in, out, blocks, w, w0, wPanel, dy, dy0, dyBlock, dx, dx0, dxBlock);
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
    now.weightGradient(
        rows, out, chunks, first, x, x0, xChunk, dyT, dyT0, dyTSquare, g, g0, gPanel);
  }

  @Override
  public void transpose(int features, float[] src, int src0, float[] dst, int dst0, int dstSquare) {
    now.transpose(features, src, src0, dst, dst0, dstSquare);
  }

  @Override
  public void exp(float[] a, int a0, int n) {
    now.exp(a, a0, n);
  }

  @Override
  public void log(float[] a, int a0, int n) {
    now.log(a, a0, n);
  }

  @Override
  public void sigmoid(float[] a, int a0, int n) {
    now.sigmoid(a, a0, n);
  }

  @Override
  public void tanh(float[] a, int a0, int n) {
    now.tanh(a, a0, n);
  }

  @Override
  public void reluGradient(float[] y, int y0, float[] dy, int dy0, int n) {
    now.reluGradient(y, y0, dy, dy0, n);
  }

  @Override
  public void sigmoidGradient(float[] y, int y0, float[] dy, int dy0, int n) {
    now.sigmoidGradient(y, y0, dy, dy0, n);
  }

  @Override
  public void tanhGradient(float[] y, int y0, float[] dy, int dy0, int n) {
    now.tanhGradient(y, y0, dy, dy0, n);
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
    now.residual(x, x0, mean, mean0, r, r0, squared, squared0, n);
  }

  @Override
  public void logPenalty(float epsilon, float[] r, int r0, float[] dMean, int dMean0, int n) {
    now.logPenalty(epsilon, r, r0, dMean, dMean0, n);
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
    now.recycle(x, x0, mean, mean0, noise, noise0, next, next0, n);
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
    now.recycleGradient(
        x, x0, mean, mean0, noise, noise0, dNext, dNext0, dMean, dMean0, dX, dX0, n);
  }

  @Override
  public void normalize(float gain, float[] center, float[] x, int x0, float[] dst, int dst0) {
    now.normalize(gain, center, x, x0, dst, dst0);
  }

  @Override
  public void addRows(float[] a, int a0, float[] sums, int sums0, int n) {
    now.addRows(a, a0, sums, sums0, n);
  }

  @Override
  public void addScaled(
      float[] a, int a0, float factor, float[] b, int b0, float[] dst, int dst0, int n) {
    now.addScaled(a, a0, factor, b, b0, dst, dst0, n);
  }

  @Override
  public void negate(float[] a, int a0, float[] dst, int dst0, int n) {
    now.negate(a, a0, dst, dst0, n);
  }

  @Override
  public void normal(int[] key, int[] samples, int s0, int elements, float[] dst, int dst0) {
    now.normal(key, samples, s0, elements, dst, dst0);
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
    now.adam(step, decay, w, w0, m, v, g, g0, n);
  }
}
