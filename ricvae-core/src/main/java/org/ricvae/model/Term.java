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
    for (int i = 0; i < n; i++) {
      work[i] = x[x0 + i] - mean[mean0 + i];
    }
    if (mask != null) {
      for (int i = 0; i < n; i++) {
        work[i] *= mask[mask0 + i];
      }
    }
    for (int i = 0; i < n; i += Kernels.BLOCK) {
      for (int l = 0; l < Kernels.BLOCK; l++) {
        squared[lane0 + l] += work[i + l] * work[i + l];
      }
    }
  }

  /** Adds the summands in {@code work} to the loss of each sample, but for missing values. */
  void addLoss() {
    if (mask != null) {
      for (int i = 0; i < n; i++) {
        work[i] *= mask[mask0 + i];
      }
    }
    for (int i = 0; i < n; i += Kernels.BLOCK) {
      for (int l = 0; l < Kernels.BLOCK; l++) {
        loss[lane0 + l] += work[i + l];
      }
    }
  }
}
