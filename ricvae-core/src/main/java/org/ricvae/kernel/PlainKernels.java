package org.ricvae.kernel;

import java.util.Arrays;

/**
 * Plain Java: the oracle of the other providers, and the fallback where none of them is to be had.
 * A provider of faster products alone may extend it.
 */
public class PlainKernels implements Kernels {
  private static final ThreadLocal<PlainProducts> PRODUCTS =
      ThreadLocal.withInitial(PlainProducts::new);

  private static final ThreadLocal<int[]> WORDS = ThreadLocal.withInitial(() -> new int[4]);

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public String description() {
    return "plain Java loops; five times faster with ricvae-vector on the class path and"
        + " --add-modules jdk.incubator.vector, or with ricvae-openblas";
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
    PlainProducts products = PRODUCTS.get();
    for (int b = 0; b < blocks; b++) {
      products.forward(rows, out, w, w0, wPanel, x, x0 + b * xBlock, y, y0 + b * yBlock);
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
    PlainProducts products = PRODUCTS.get();
    for (int b = 0; b < blocks; b++) {
      products.backward(in, out, w, w0, wPanel, dy, dy0 + b * dyBlock, dx, dx0 + b * dxBlock);
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
    PRODUCTS
        .get()
        .weightGradient(
            rows, out, chunks, first, x, x0, xChunk, dyT, dyT0, dyTSquare, g, g0, gPanel);
  }

  @Override
  public void transpose(int features, float[] src, int src0, float[] dst, int dst0, int dstSquare) {
    for (int p = 0; p < Kernels.squares(features); p++) {
      int square = dst0 + p * dstSquare;
      int columns = Math.min(BLOCK, features - p * BLOCK);
      if (columns < BLOCK) {
        Arrays.fill(dst, square, square + BLOCK * BLOCK, 0);
      }
      for (int c = 0; c < columns; c++) {
        int row = src0 + (p * BLOCK + c) * BLOCK;
        for (int b = 0; b < BLOCK; b++) {
          dst[square + b * BLOCK + c] = src[row + b];
        }
      }
    }
  }

  @Override
  public void exp(float[] a, int a0, int n) {
    for (int i = a0; i < a0 + n; i++) {
      a[i] = Elementary.exp(a[i]);
    }
  }

  @Override
  public void log(float[] a, int a0, int n) {
    for (int i = a0; i < a0 + n; i++) {
      a[i] = Elementary.log(a[i]);
    }
  }

  @Override
  public void sigmoid(float[] a, int a0, int n) {
    for (int i = a0; i < a0 + n; i++) {
      a[i] = Elementary.sigmoid(a[i]);
    }
  }

  @Override
  public void tanh(float[] a, int a0, int n) {
    for (int i = a0; i < a0 + n; i++) {
      a[i] = Elementary.tanh(a[i]);
    }
  }

  @Override
  public void reluGradient(float[] y, int y0, float[] dy, int dy0, int n) {
    for (int i = 0; i < n; i++) {
      dy[dy0 + i] = y[y0 + i] > 0 ? dy[dy0 + i] : 0;
    }
  }

  @Override
  public void sigmoidGradient(float[] y, int y0, float[] dy, int dy0, int n) {
    for (int i = 0; i < n; i++) {
      dy[dy0 + i] *= y[y0 + i] * (1 - y[y0 + i]);
    }
  }

  @Override
  public void tanhGradient(float[] y, int y0, float[] dy, int dy0, int n) {
    for (int i = 0; i < n; i++) {
      dy[dy0 + i] *= 1 - y[y0 + i] * y[y0 + i];
    }
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
    for (int i = 0; i < n; i += BLOCK) {
      for (int l = 0; l < BLOCK; l++) {
        float value = x[x0 + i + l] - mean[mean0 + i + l];
        r[r0 + i + l] = value;
        squared[squared0 + l] += value * value;
      }
    }
  }

  @Override
  public void logPenalty(float epsilon, float[] r, int r0, float[] dMean, int dMean0, int n) {
    for (int i = 0; i < n; i++) {
      float value = r[r0 + i];
      float argument = value * value + epsilon;
      dMean[dMean0 + i] = -2 * value / argument;
      r[r0 + i] = argument;
    }
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
    for (int i = 0; i < n; i++) {
      float mu = mean[mean0 + i];
      next[next0 + i] = mu + Math.abs(x[x0 + i] - mu) * noise[noise0 + i];
    }
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
    for (int i = 0; i < n; i++) {
      float g = dNext[dNext0 + i];
      float slope = Math.signum(x[x0 + i] - mean[mean0 + i]) * noise[noise0 + i];
      dMean[dMean0 + i] += g * (1 - slope);
      dX[dX0 + i] += g * slope;
    }
  }

  @Override
  public void normalize(float gain, float[] center, float[] x, int x0, float[] dst, int dst0) {
    for (int j = 0; j < center.length; j++) {
      float shift = center[j] * gain;
      for (int i = j * BLOCK; i < (j + 1) * BLOCK; i++) {
        dst[dst0 + i] = x[x0 + i] * gain - shift;
      }
    }
  }

  @Override
  public void addRows(float[] a, int a0, float[] sums, int sums0, int n) {
    for (int i = 0; i < n; i += BLOCK) {
      for (int l = 0; l < BLOCK; l++) {
        sums[sums0 + l] += a[a0 + i + l];
      }
    }
  }

  @Override
  public void addScaled(
      float[] a, int a0, float factor, float[] b, int b0, float[] dst, int dst0, int n) {
    for (int i = 0; i < n; i++) {
      dst[dst0 + i] = a[a0 + i] + factor * b[b0 + i];
    }
  }

  @Override
  public void negate(float[] a, int a0, float[] dst, int dst0, int n) {
    for (int i = 0; i < n; i++) {
      dst[dst0 + i] = -a[a0 + i];
    }
  }

  @Override
  public void normal(int[] key, int[] samples, int s0, int elements, float[] dst, int dst0) {
    int[] words = WORDS.get();
    for (int e = 0; e < elements; e += 4) {
      for (int l = 0; l < BLOCK; l++) {
        words[0] = e / 4;
        words[1] = 0;
        words[2] = samples[s0 + l];
        words[3] = 0;
        Threefry.apply(key, words);
        int at = dst0 + e * BLOCK + l;
        Elementary.normal(words[0], words[1], dst, at, at + BLOCK);
        Elementary.normal(words[2], words[3], dst, at + 2 * BLOCK, at + 3 * BLOCK);
      }
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
    float b1 = (float) AdamStep.BETA1;
    float b2 = (float) AdamStep.BETA2;
    float c1 = (float) (1 - AdamStep.BETA1);
    float c2 = (float) (1 - AdamStep.BETA2);
    float epsilon = (float) AdamStep.EPSILON;
    float tiny = (float) AdamStep.TINY;
    float least = (float) AdamStep.LEAST_SECOND;
    float scale = step.gradientScale;
    float root = step.invSqrtBias2;
    float rate = step.rate;
    for (int i = 0; i < n; i++) {
      float gi = orZero(g[g0 + i] * scale, tiny);
      float mi = orZero(b1 * m[w0 + i] + c1 * gi, tiny);
      float vi = Math.max(least, b2 * v[w0 + i] + c2 * gi * gi);
      m[w0 + i] = mi;
      v[w0 + i] = vi;
      float denominator = (float) Math.sqrt(vi) * root + epsilon;
      w[w0 + i] -= rate * (mi / denominator + decay * w[w0 + i]);
    }
  }

  private static float orZero(float value, float tiny) {
    return Math.abs(value) < tiny ? 0 : value;
  }
}
