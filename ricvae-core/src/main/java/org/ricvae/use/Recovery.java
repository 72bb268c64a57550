package org.ricvae.use;

import org.ricvae.data.InputException;
import org.ricvae.data.Scaling;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Noise;
import org.ricvae.model.Forward;
import org.ricvae.model.Likelihood;

/**
 * Runs samples through a trained model: M passes, each on the mean of the one before (Section 4).
 * Holds memory for a batch; one thread's own.
 */
public final class Recovery {
  /** Blocks at once, at most: 128 samples keep the kernels busy. */
  private static final int BLOCKS = 4;

  /** Values at once, at most, unless a block alone has more: what memory a worker may take. */
  private static final int VALUES = 1 << 21;

  /** Draws at recovery have noise of their own, apart from that of any epoch of training. */
  private static final int FIRST_DRAW = Integer.MIN_VALUE;

  private final TrainedModel model;
  private final Kernels kernels;
  private final Forward forward;
  private final Likelihood likelihood;
  private final int size;
  private final int kappa;
  private final float[] observed;
  private final float[] x;
  private final float[] mean;
  private final float[] logVariance;
  private final float[] z;
  private final float[] drawn;
  private final float[] latentMean;
  private final float[] latentLogVariance;
  private final float[] noise;
  private final float[] block;
  private final int[] samples = new int[Kernels.BLOCK];
  private final int[] key = new int[4];

  /** Memory for {@link #capacity()} samples. */
  public Recovery(TrainedModel model, Kernels kernels) {
    this.model = model;
    this.kernels = kernels;
    int fit = VALUES / (Kernels.BLOCK * model.shape().size());
    forward = new Forward(model.vae(), kernels, Math.max(1, Math.min(BLOCKS, fit)));
    likelihood = model.vae().objective().likelihood();
    size = model.vae().architecture().size();
    kappa = model.vae().architecture().latent();
    int n = capacity();
    observed = new float[n * size];
    x = new float[n * size];
    mean = new float[n * size];
    logVariance = new float[n * size];
    z = new float[n * kappa];
    drawn = new float[n * kappa];
    latentMean = new float[n * kappa];
    latentLogVariance = new float[n * kappa];
    int widest = Math.max(size, kappa);
    noise = new float[n * widest];
    block = new float[Kernels.padded(widest) * Kernels.BLOCK];
  }

  /** The most samples at once. */
  public int capacity() {
    return forward.capacity();
  }

  /**
   * Recovers n samples.
   *
   * @param values {@code [n × size]} from {@code offset}, in the data's own units; NaN: missing
   * @param n samples, at most {@link #capacity()}
   * @param first number of the first sample, which keys its draws
   * @throws InputException where a value is infinite
   */
  public Recovered recover(float[] values, int offset, int n, long first, RecoveryOptions options) {
    load(values, offset, n, first);
    passes(n, first, options);
    float[] deviations = options.draws() > 0 ? deviations(n, first, options) : null;

    Scaling scaling = model.scaling();
    float[] cleaned = new float[n * size];
    float[] residuals = new float[n * size];
    boolean[] flagged = new boolean[n * size];
    double[] scores = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      int known = 0;
      for (int j = i * size; j < (i + 1) * size; j++) {
        boolean missing = Float.isNaN(values[offset + j]);
        float r = missing ? 0 : Math.abs(observed[j] - mean[j]);
        sum += r * r;
        known += missing ? 0 : 1;
        flagged[j] = missing || r > model.thresholds().cell();
        residuals[j] = (float) (r / scaling.factor());
        boolean keep = options.onlyFlagged() && !flagged[j];
        cleaned[j] = keep ? values[offset + j] : scaling.unscale(mean[j]);
      }
      scores[i] = known > 0 ? sum / known : 0;
    }
    return new Recovered(cleaned, residuals, deviations, flagged, scores);
  }

  /**
   * The posterior means of n samples.
   *
   * @return {@code [n × latent]}
   */
  public float[] encode(float[] values, int offset, int n) {
    load(values, offset, n, 0);
    forward.encode(model.weights(), x, n);
    float[] means = new float[n * kappa];
    forward.means(means, n);
    return means;
  }

  /**
   * New samples: z ~ N(0, I), decoded, then M − 1 further passes on the mean.
   *
   * @param first number of the first sample: with the seed, it is all that a sample depends on
   * @return {@code [n × size]}, in the data's own units
   */
  public float[] generate(int n, long first, int passes, boolean recycle, long seed) {
    Noise.key(seed, FIRST_DRAW, 0, Noise.Purpose.PRIOR, key);
    rows(first, n, kappa);
    System.arraycopy(noise, 0, z, 0, n * kappa);
    forward.decode(model.weights(), z, n, mean);
    RecoveryOptions options = new RecoveryOptions(passes, recycle, 0, false, seed);
    System.arraycopy(mean, 0, x, 0, n * size);
    for (int pass = 1; pass < passes; pass++) {
      next(n, first, pass, options);
      pass(n);
    }
    float[] values = new float[n * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = model.scaling().unscale(mean[i]);
    }
    return values;
  }

  /** Scales the samples; a missing value becomes the median of its place. */
  private void load(float[] values, int offset, int n, long first) {
    for (int i = 0; i < n * size; i++) {
      float value = values[offset + i];
      if (Float.isInfinite(value)) {
        throw new InputException(
            "value %d of sample %d is infinite; allowed are finite numbers, and NaN for missing"
                .formatted(i % size, first + i / size));
      }
      boolean missing = Float.isNaN(value);
      observed[i] = missing ? model.fill()[i % size] : model.scaling().scale(value);
      x[i] = missing ? observed[i] : model.scaling().bounded(value);
    }
  }

  private void passes(int n, long first, RecoveryOptions options) {
    pass(n);
    for (int pass = 1; pass < options.passes(); pass++) {
      next(n, first, pass, options);
      pass(n);
    }
  }

  /** One pass: x to μz to μx. */
  private void pass(int n) {
    forward.encode(model.weights(), x, n);
    forward.means(z, n);
    forward.decode(model.weights(), z, n, mean);
  }

  /** The input of the next pass: the mean, or a draw around it. */
  private void next(int n, long first, int pass, RecoveryOptions options) {
    if (options.recycle()) {
      forward.logVariance(model.weights(), n, logVariance);
      Noise.key(options.seed(), FIRST_DRAW, pass, Noise.Purpose.RECYCLE, key);
      rows(first, n, size);
      for (int i = 0; i < n * size; i++) {
        double deviation = likelihood.deviation(x[i] - mean[i], logVariance[i]);
        x[i] = (float) (mean[i] + deviation * noise[i]);
      }
    } else {
      System.arraycopy(mean, 0, x, 0, n * size);
    }
  }

  /** Standard deviation of μx over draws of z from the last pass's posterior. */
  private float[] deviations(int n, long first, RecoveryOptions options) {
    forward.means(latentMean, n);
    forward.logVariances(latentLogVariance, n);
    double[] sum = new double[n * size];
    double[] squares = new double[n * size];
    float[] sample = new float[n * size];
    for (int draw = 0; draw < options.draws(); draw++) {
      Noise.key(options.seed(), FIRST_DRAW + 1 + draw, 0, Noise.Purpose.LATENT, key);
      rows(first, n, kappa);
      for (int i = 0; i < n * kappa; i++) {
        drawn[i] = latentMean[i] + (float) Math.exp(latentLogVariance[i] / 2) * noise[i];
      }
      forward.decode(model.weights(), drawn, n, sample);
      for (int i = 0; i < sample.length; i++) {
        // Around the mean, so that nothing is lost to cancellation.
        double d = sample[i] - mean[i];
        sum[i] += d;
        squares[i] += d * d;
      }
    }
    int draws = options.draws();
    for (int i = 0; i < sample.length; i++) {
      double variance = (squares[i] - sum[i] * sum[i] / draws) / (draws - 1);
      sample[i] = (float) (Math.sqrt(Math.max(0, variance)) / model.scaling().factor());
    }
    return sample;
  }

  /** Noise of n samples by rows, {@code [n × elements]}, with the current key. */
  private void rows(long first, int n, int elements) {
    for (int from = 0; from < n; from += Kernels.BLOCK) {
      int lanes = Math.min(Kernels.BLOCK, n - from);
      for (int l = 0; l < Kernels.BLOCK; l++) {
        samples[l] = (int) (first + from + l);
      }
      kernels.normal(key, samples, 0, elements, block, 0);
      for (int l = 0; l < lanes; l++) {
        for (int e = 0; e < elements; e++) {
          noise[(from + l) * elements + e] = block[e * Kernels.BLOCK + l];
        }
      }
    }
  }
}
