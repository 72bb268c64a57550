package org.ricvae.model;

import org.ricvae.kernel.Kernels;

/**
 * What a {@link Likelihood} works on: one block of {@code [size × 32]} values in one pass, as
 * arrays with the offset where the block begins. Filled in anew for each block; a worker's own.
 */
final class Term {
  Kernels kernels;

  /** Values a block: size × 32. */
  int n;

  /** ε of this step, in squared units of the scaled data. */
  float epsilon;

  float[] x;
  int x0;
  float[] mean;
  int mean0;
  float[] logVariance;
  int logVariance0;

  /** 1 where a value is known, 0 where it is missing; null if all are known. */
  float[] mask;

  int mask0;

  float[] noise;
  float[] next;
  int next0;
  float[] dNext;
  int dNext0;

  float[] dMean;
  int dMean0;
  float[] dLogVariance;
  int dLogVariance0;
  float[] dX;
  int dX0;

  float[] work;

  /** A number for each sample of the block. */
  float[] lanes;

  float[] loss;
  float[] squared;
  int lane0;

  /** Writes the residual r = x − μx, zero where missing, to {@code work}. */
  void residual() {
    if (mask == null) {
      kernels.residual(x, x0, mean, mean0, work, 0, squared, lane0, n);
      return;
    }
    for (int i = 0; i < n; i += Kernels.BLOCK) {
      for (int l = 0; l < Kernels.BLOCK; l++) {
        float r = (x[x0 + i + l] - mean[mean0 + i + l]) * mask[mask0 + i + l];
        work[i + l] = r;
        squared[lane0 + l] += r * r;
      }
    }
  }

  /** Adds dL/dx' to dL/dμx: the gradient of a draw that moves with the mean, and no farther. */
  void passToMean() {
    kernels.addScaled(dMean, dMean0, 1, dNext, dNext0, dMean, dMean0, n);
  }

  /** Adds the summands in {@code work} to the loss of each sample, but for missing values. */
  void addLoss() {
    if (mask != null) {
      for (int i = 0; i < n; i++) {
        work[i] *= mask[mask0 + i];
      }
    }
    kernels.addRows(work, 0, loss, lane0, n);
  }
}
