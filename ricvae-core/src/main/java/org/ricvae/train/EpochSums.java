package org.ricvae.train;

import java.util.Arrays;
import org.ricvae.model.Workspace;

/** What is added up over an epoch, batch by batch. */
final class EpochSums {
  /** A latent dimension is active if its mean varies more than this over the data. */
  static final double ACTIVE_VARIANCE = 0.01;

  long samples;
  final double[] loss;
  final double[] kl;
  final double[] squared;
  final double[] latent;
  final double[] latentSquares;

  EpochSums(int passes, int kappa) {
    loss = new double[passes];
    kl = new double[passes];
    squared = new double[passes];
    latent = new double[kappa];
    latentSquares = new double[kappa];
  }

  void clear() {
    samples = 0;
    for (double[] sum : all()) {
      Arrays.fill(sum, 0);
    }
  }

  double[][] all() {
    return new double[][] {loss, kl, squared, latent, latentSquares};
  }

  void add(Workspace ws) {
    samples += ws.rows();
    for (int p = 0; p < ws.passes(); p++) {
      loss[p] += ws.loss(p);
      kl[p] += ws.kl(p);
      squared[p] += ws.squaredResidual(p);
    }
    ws.addLatentMoments(latent, latentSquares);
  }

  /**
   * Latent dimensions whose posterior mean varies by more than {@value #ACTIVE_VARIANCE} over the
   * data (Burda, Grosse and Salakhutdinov 2016).
   */
  int activeDimensions() {
    int active = 0;
    for (int k = 0; k < latent.length; k++) {
      double mean = latent[k] / samples;
      if (latentSquares[k] / samples - mean * mean > ACTIVE_VARIANCE) {
        active++;
      }
    }
    return active;
  }

  /** Mean of KL + D a sample, summed over the passes: eq. 15. */
  double meanLoss() {
    return (Arrays.stream(loss).sum() + Arrays.stream(kl).sum()) / samples;
  }
}
