package org.ricvae.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Kernels;
import org.ricvae.model.Forward;
import org.ricvae.model.RecurrentVae;

/**
 * How well injected corruption is recovered: over the corrupted samples, by sample, since in most
 * pictures most values are easy.
 *
 * <p>Two errors are taken, each as the mean over the best-recovered {@value #BEST_SHARE} of the
 * samples, because what was overwritten in the others may itself have been dirt: the squared error
 * r², which by itself would prefer a blurred mean where the data are dirty, and the bounded r²/(r²
 * + s²) s² (Geman and McClure), which by itself would prefer a dead model where most values are
 * constant. Their geometric mean has neither fault.
 */
final class RecoveryError {
  /**
   * Corrupted samples that are looked at, spread over the data: enough for an error within a few
   * per cent.
   */
  private static final int SAMPLES = 1_500;

  /** Values that are looked at, at most: what memory is spent. */
  private static final int VALUES = 1 << 24;

  /** Share of the samples, the best recovered, over which errors are averaged. */
  private static final double BEST_SHARE = 0.4;

  /** s² of the bounded error: beyond residuals of 0.2, more hardly counts. */
  private static final double BOUND = 0.04;

  /**
   * What was measured.
   *
   * @param error smaller is better; NaN where nothing could be measured
   * @param activeDimensions latent dimensions whose posterior mean varies over the samples
   */
  record Measure(double error, int activeDimensions) {}

  private final TrainingData data;
  private final float[] truth;
  private final float[] dirty;
  private final boolean[][] hits;

  RecoveryError(TrainingData data, InjectedSamples injected) {
    this.data = data;
    Samples clean = data.samples();
    int size = clean.shape().size();
    List<Long> chosen = new ArrayList<>();
    int most = Math.max(1, Math.min(SAMPLES, VALUES / size));
    double stride = Math.max(1, clean.count() * InjectedSamples.SHARE / most);
    double next = 0;
    long seen = 0;
    for (long i = 0; i < clean.count(); i++) {
      if (injected.injected(i) && seen++ >= next) {
        chosen.add(i);
        next += stride;
      }
    }
    truth = new float[chosen.size() * size];
    dirty = new float[truth.length];
    hits = new boolean[chosen.size()][size];
    float[] row = new float[size];
    for (int i = 0; i < chosen.size(); i++) {
      clean.read(chosen.get(i), 1, row, 0);
      scale(row, truth, i * size);
      injected.corrupt(chosen.get(i), row, 0, hits[i]);
      scale(row, dirty, i * size);
    }
  }

  private void scale(float[] row, float[] dst, int at) {
    for (int j = 0; j < row.length; j++) {
      dst[at + j] = Float.isNaN(row[j]) ? data.fill()[j] : data.scaling().bounded(row[j]);
    }
  }

  Measure of(RecurrentVae vae, float[] weights, Kernels kernels) {
    Forward forward = new Forward(vae, kernels, 4);
    int size = vae.architecture().size();
    int kappa = vae.architecture().latent();
    EpochSums sums = new EpochSums(1, kappa);
    float[] x = new float[forward.capacity() * size];
    float[] mean = new float[x.length];
    float[] z = new float[forward.capacity() * kappa];
    List<double[]> errors = new ArrayList<>();
    for (int from = 0; from < hits.length; from += forward.capacity()) {
      int n = Math.min(forward.capacity(), hits.length - from);
      System.arraycopy(dirty, from * size, x, 0, n * size);
      forward.encode(weights, x, n);
      forward.means(z, n);
      forward.decode(weights, z, n, mean);
      sums.samples += n;
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < kappa; k++) {
          sums.latent[k] += z[i * kappa + k];
          sums.latentSquares[k] += (double) z[i * kappa + k] * z[i * kappa + k];
        }
        double[] e = error(from + i, mean, i * size);
        if (e != null) {
          errors.add(e);
        }
      }
    }
    return new Measure(combined(errors), sums.activeDimensions());
  }

  /** The error of one and the same guess for every sample, {@code [size]}, scaled. */
  double ofConstant(float[] guess) {
    List<double[]> errors = new ArrayList<>();
    for (int i = 0; i < hits.length; i++) {
      double[] e = error(i, guess, 0);
      if (e != null) {
        errors.add(e);
      }
    }
    return combined(errors);
  }

  private static double combined(List<double[]> errors) {
    return Math.sqrt(best(errors, 0) * best(errors, 1));
  }

  /** Squared and bounded error over the replaced values of one sample; null if there are none. */
  private double[] error(int sample, float[] mean, int at) {
    double squared = 0;
    double bounded = 0;
    int n = 0;
    boolean[] hit = hits[sample];
    for (int j = 0; j < hit.length; j++) {
      if (hit[j]) {
        double r = mean[at + j] - truth[sample * hit.length + j];
        squared += r * r;
        bounded += BOUND * r * r / (r * r + BOUND);
        n++;
      }
    }
    return n == 0 ? null : new double[] {squared / n, bounded / n};
  }

  private static double best(List<double[]> errors, int which) {
    double[] sorted = errors.stream().mapToDouble(e -> e[which]).sorted().toArray();
    int n = (int) Math.ceil(BEST_SHARE * sorted.length);
    return Arrays.stream(sorted, 0, n).average().orElse(Double.NaN);
  }
}
