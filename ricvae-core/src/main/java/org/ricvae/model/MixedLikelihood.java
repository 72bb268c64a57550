package org.ricvae.model;

import org.ricvae.data.InputException;
import org.ricvae.kernel.Kernels;

/**
 * Rows of a table: numeric cells under the iC-VAE's penalty, categorical ones under a robust
 * likelihood, and both learnt with a part of the cells hidden from the encoder. None of it is in
 * the paper, which knows images and features only.
 *
 * <p>For a categorical cell the decoder gives logits, p is their softmax, and a share ρ of all
 * cells is taken to be wrong and uniform: D = −2 log((1 − ρ) p_x + ρ / C). Like eq. 8 it saturates:
 * a category that cannot be explained costs no more than −2 log(ρ / C), and its gradient vanishes.
 * (−2, since the constants ½ of the Gaussian and of the KL term are dropped throughout.)
 *
 * <p>Hidden cells still count in D. What is learnt of them is what the others say, which is what a
 * cell is to be judged by: shown to the encoder, a wrong cell helps to explain itself.
 *
 * @param conditioned D of the numeric cells
 * @param cells which values belong to which cell
 * @param wrong ρ, share of the categorical cells that is taken to be wrong
 * @param hidden the largest share of a row's cells that is hidden; each row's own is uniform below
 */
public record MixedLikelihood(
    ConditionedVariance conditioned, Cells cells, double wrong, double hidden)
    implements Likelihood {
  /** Checks the ranges. */
  public MixedLikelihood {
    if (!(wrong > 0 && wrong < 1)) {
      throw new InputException(
          "a share of wrong cells of %s: allowed are numbers between 0 and 1".formatted(wrong));
    }
    if (!(hidden >= 0 && hidden <= 1)) {
      throw new InputException(
          "a share of hidden cells of %s: allowed are 0 to 1".formatted(hidden));
    }
  }

  @Override
  public int indicators() {
    return cells.count();
  }

  @Override
  public void evaluate(Term t) {
    int all = t.n;
    if (cells.numeric() > 0) {
      t.n = cells.numeric() * Kernels.BLOCK;
      conditioned.evaluate(t);
      t.n = all;
    }
    int first = cells.numeric() * Kernels.BLOCK;
    for (int g = 0; g < cells.categories().size(); g++) {
      int length = cells.categories().get(g) * Kernels.BLOCK;
      softmax(t, first, length);
      category(t, first, length);
      first += length;
    }
  }

  /** Writes p of one categorical cell to the front of {@code t.work}. */
  private static void softmax(Term t, int first, int length) {
    float[] most = t.lanes;
    System.arraycopy(t.mean, t.mean0 + first, most, 0, Kernels.BLOCK);
    for (int i = 0; i < length; i += Kernels.BLOCK) {
      for (int l = 0; l < Kernels.BLOCK; l++) {
        most[l] = Math.max(most[l], t.mean[t.mean0 + first + i + l]);
      }
    }
    for (int i = 0; i < length; i += Kernels.BLOCK) {
      for (int l = 0; l < Kernels.BLOCK; l++) {
        t.work[i + l] = t.mean[t.mean0 + first + i + l] - most[l];
      }
    }
    t.kernels.exp(t.work, 0, length);
    for (int l = 0; l < Kernels.BLOCK; l++) {
      float sum = 0;
      for (int i = l; i < length; i += Kernels.BLOCK) {
        sum += t.work[i];
      }
      for (int i = l; i < length; i += Kernels.BLOCK) {
        t.work[i] /= sum;
      }
    }
  }

  /** D of one categorical cell and its gradient, from p in {@code t.work}. */
  private void category(Term t, int first, int length) {
    float right = (float) (1 - wrong);
    float uniform = (float) (wrong * Kernels.BLOCK / length);
    float[] q = t.lanes;
    for (int l = 0; l < Kernels.BLOCK; l++) {
      float px = 0;
      for (int i = l; i < length; i += Kernels.BLOCK) {
        px += t.x[t.x0 + first + i] * t.work[i];
      }
      q[l] = right * px + uniform;
      float known = t.mask == null ? 1 : t.mask[t.mask0 + first + l];
      float slope = -2 * right * px / q[l] * known;
      for (int i = l; i < length; i += Kernels.BLOCK) {
        t.dMean[t.dMean0 + first + i] = slope * (t.x[t.x0 + first + i] - t.work[i]);
      }
    }
    t.kernels.log(q, 0, Kernels.BLOCK);
    for (int l = 0; l < Kernels.BLOCK; l++) {
      float known = t.mask == null ? 1 : t.mask[t.mask0 + first + l];
      t.loss[t.lane0 + l] += -2 * known * q[l];
    }
  }

  /** Numeric cells as the iC-VAE draws them; a category is drawn from p, whatever x was. */
  @Override
  public void sample(Term t) {
    int all = t.n;
    if (cells.numeric() > 0) {
      t.n = cells.numeric() * Kernels.BLOCK;
      conditioned.sample(t);
      t.n = all;
    }
    int first = cells.numeric() * Kernels.BLOCK;
    for (int g = 0; g < cells.categories().size(); g++) {
      int length = cells.categories().get(g) * Kernels.BLOCK;
      softmax(t, first, length);
      for (int l = 0; l < Kernels.BLOCK; l++) {
        draw(t, first + l, l, length);
      }
      first += length;
    }
  }

  /** The category below which p sums up to a uniform number, made of the cell's first normal. */
  private static void draw(Term t, int first, int lane, int length) {
    double left = Normal.cdf(t.noise[first]);
    int drawn = -1;
    for (int i = lane; i < length; i += Kernels.BLOCK) {
      left -= t.work[i];
      if (drawn < 0 && left <= 0) {
        drawn = i;
      }
    }
    drawn = drawn < 0 ? length - Kernels.BLOCK + lane : drawn;
    for (int i = lane; i < length; i += Kernels.BLOCK) {
      t.next[t.next0 + first - lane + i] = i == drawn ? 1 : 0;
    }
  }

  /** A drawn category has no gradient: it flows through the numeric cells alone. */
  @Override
  public void sampleGradient(Term t) {
    if (cells.numeric() > 0) {
      int all = t.n;
      t.n = cells.numeric() * Kernels.BLOCK;
      conditioned.sampleGradient(t);
      t.n = all;
    }
  }

  @Override
  public double deviation(double residual, double logVariance) {
    return conditioned.deviation(residual, logVariance);
  }
}
