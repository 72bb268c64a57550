package org.ricvae.paper.digits;

import java.util.Arrays;
import org.ricvae.RicvaeModel;
import org.ricvae.data.Scaling;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.model.Forward;
import org.ricvae.paper.lab.Images;
import org.ricvae.use.TrainedModel;

/**
 * The posteriors q(z|x_i) = N(μ_i, diag σ_i²) of all images (eq. 2).
 *
 * @param means {@code [n × κ]}
 * @param variances {@code [n × κ]}
 * @param draws {@code [n × κ]}, one of each: together a sample of the aggregated posterior (1/n) Σ
 *     q(z|x_i)
 */
record Posteriors(Points means, Points variances, Points draws) {
  private static final int BLOCKS = 4;

  static Posteriors of(RicvaeModel model, Images images, long seed) {
    TrainedModel trained = model.trained();
    int kappa = trained.vae().architecture().latent();
    int size = images.shape().size();
    int n = images.count();
    Forward forward = new Forward(trained.vae(), KernelProvider.best(), BLOCKS);
    Scaling scaling = trained.scaling();
    float[] x = new float[forward.capacity() * size];
    float[] some = new float[forward.capacity() * kappa];
    float[] means = new float[n * kappa];
    float[] variances = new float[n * kappa];
    for (int from = 0; from < n; from += forward.capacity()) {
      int rows = Math.min(forward.capacity(), n - from);
      images.samples().read(from, rows, x, 0);
      for (int i = 0; i < rows * size; i++) {
        x[i] = scaling.bounded(x[i]);
      }
      forward.encode(trained.weights(), x, rows);
      forward.means(some, rows);
      System.arraycopy(some, 0, means, from * kappa, rows * kappa);
      forward.logVariances(some, rows);
      for (int i = 0; i < rows * kappa; i++) {
        variances[from * kappa + i] = (float) Math.exp(some[i]);
      }
    }
    return of(means, variances, kappa, seed);
  }

  static Posteriors of(float[] means, float[] variances, int kappa, long seed) {
    float[] draws = Normals.draw(means.length / kappa, kappa, seed);
    for (int i = 0; i < draws.length; i++) {
      draws[i] = means[i] + (float) Math.sqrt(variances[i]) * draws[i];
    }
    return new Posteriors(
        new Points(means, kappa), new Points(variances, kappa), new Points(draws, kappa));
  }

  int kappa() {
    return means.size();
  }

  /** Mean and covariance of the aggregated posterior, without sampling: Cov(μ) + diag E σ². */
  Moments moments() {
    Moments moments = Moments.of(means);
    double[] inner = Moments.of(variances).mean();
    for (int k = 0; k < kappa(); k++) {
      moments.covariance().add(k, k, inner[k]);
    }
    return moments;
  }

  /** Mean over images of KL(q(z_k|x) ‖ N(0, 1)), in nats: what dimension k tells of an image. */
  double[] rates() {
    double[] rates = new double[kappa()];
    for (int i = 0; i < means.values().length; i++) {
      double variance = variances.values()[i];
      double mean = means.values()[i];
      rates[i % kappa()] += (variance - Math.log(variance) - 1 + mean * mean) / 2;
    }
    return Arrays.stream(rates).map(rate -> rate / means.count()).toArray();
  }

  /** KL of the k-th marginal of the aggregated posterior to N(0, 1), in nats, by its draws. */
  double marginalDivergence(int k) {
    float[] z = new float[draws.count()];
    for (int i = 0; i < z.length; i++) {
      z[i] = draws.values()[i * kappa() + k];
    }
    return NormalDivergence.of(z);
  }

  /**
   * Correlation of z_a² and z_b² over the draws: zero where neither's spread depends on the other,
   * as in N(0, I).
   */
  double squaresCorrelation(int a, int b) {
    int n = draws.count();
    double[] sums = new double[5];
    for (int i = 0; i < n; i++) {
      double u = square(draws.values()[i * kappa() + a]);
      double v = square(draws.values()[i * kappa() + b]);
      sums[0] += u;
      sums[1] += v;
      sums[2] += u * u;
      sums[3] += v * v;
      sums[4] += u * v;
    }
    double covariance = sums[4] / n - sums[0] / n * sums[1] / n;
    double varianceU = sums[2] / n - square(sums[0] / n);
    double varianceV = sums[3] / n - square(sums[1] / n);
    return covariance / Math.sqrt(varianceU * varianceV);
  }

  private static double square(double x) {
    return x * x;
  }
}
