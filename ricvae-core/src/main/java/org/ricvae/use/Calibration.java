package org.ricvae.use;

import java.util.ArrayList;
import java.util.List;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;

/**
 * What a look at the training data through the finished model tells: where their residuals fall
 * into two classes, and whether the latent space is alive.
 *
 * @param thresholds by within-class scatter
 * @param activeDimensions latent dimensions whose posterior mean varies over the samples
 */
public record Calibration(Thresholds thresholds, int activeDimensions) {
  /** Samples looked at, evenly spread over the data. */
  private static final int SAMPLES = 20_000;

  /** Residuals of data scaled to [0, 1] seldom exceed 1. */
  private static final double MAX_RESIDUAL = 2;

  /** A latent dimension is active if its mean varies more than this (Burda et al. 2016). */
  private static final double ACTIVE_VARIANCE = 0.01;

  private record Look(Recovered recovered, float[] latent) {}

  /** Runs up to 20,000 samples through the model. */
  public static Calibration of(
      TrainedModel model, Samples samples, Kernels kernels, WorkerTeam team) {
    SpreadSamples some = new SpreadSamples(samples, Math.min(SAMPLES, samples.count()));
    WithinClassScatter.Histogram cells = new WithinClassScatter.Histogram(MAX_RESIDUAL);
    List<Double> scores = new ArrayList<>();
    int kappa = model.vae().architecture().latent();
    double[] sum = new double[kappa];
    double[] squares = new double[kappa];
    double factor = model.scaling().factor();
    BatchRunner.run(
        model,
        kernels,
        team,
        some,
        (recovery, values, n, first) ->
            new Look(
                recovery.recover(values, 0, n, first, RecoveryOptions.DEFAULT),
                recovery.encode(values, 0, n)),
        (look, values, n, first) -> {
          for (int i = 0; i < look.recovered().residuals().length; i++) {
            if (!Float.isNaN(values[i])) {
              cells.add(look.recovered().residuals()[i] * factor);
            }
          }
          for (double score : look.recovered().scores()) {
            scores.add(score);
          }
          for (int i = 0; i < look.latent().length; i++) {
            sum[i % kappa] += look.latent()[i];
            squares[i % kappa] += (double) look.latent()[i] * look.latent()[i];
          }
        },
        done -> {});
    int active = 0;
    for (int k = 0; k < kappa; k++) {
      double mean = sum[k] / some.count();
      active += squares[k] / some.count() - mean * mean > ACTIVE_VARIANCE ? 1 : 0;
    }
    double[] all = scores.stream().mapToDouble(Double::doubleValue).toArray();
    Thresholds thresholds = new Thresholds(WithinClassScatter.threshold(all), cells.threshold());
    return new Calibration(thresholds, active);
  }
}
