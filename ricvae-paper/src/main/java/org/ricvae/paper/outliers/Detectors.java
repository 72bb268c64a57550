package org.ricvae.paper.outliers;

import java.util.function.DoubleConsumer;
import org.ricvae.Options;
import org.ricvae.RicvaeModel;
import org.ricvae.baseline.Drae;
import org.ricvae.baseline.Matrix;
import org.ricvae.baseline.Pca;
import org.ricvae.baseline.Progress;
import org.ricvae.baseline.Rpca;
import org.ricvae.baseline.Uocl;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.paper.lab.Fit;
import org.ricvae.use.RecoveryOptions;

/** Fits a method to samples, dirt and all, and asks it about the same samples. */
final class Detectors {
  private static final Scaling AS_THEY_ARE = new Scaling(0, 1);

  private Detectors() {}

  /**
   * Mean squared residuals of a VAE after M = N passes.
   *
   * @throws org.ricvae.paper.lab.Untrainable where its training came to nothing
   */
  static Scored vae(Samples samples, Options options, DoubleConsumer progress) {
    RicvaeModel model = Fit.of(samples, options, progress).model();
    float[] values = new float[Math.toIntExact(samples.count()) * samples.shape().size()];
    samples.read(0, Math.toIntExact(samples.count()), values, 0);
    RecoveryOptions passes =
        new RecoveryOptions(options.effectivePasses(), false, 0, false, options.seed());
    return Scored.byScatter(model.clean(values, passes).scores());
  }

  /** Mean squared residuals of the reconstruction from so many components, or half of all. */
  static Scored pca(Samples samples, int components) {
    Matrix data = Matrix.of(samples, AS_THEY_ARE);
    int most = Math.max(1, data.columns() / 2);
    return Scored.byScatter(
        residuals(data, Pca.fit(data, Math.min(components, most)).reconstruct(data)));
  }

  /** Mean squared residuals of the low-rank part. */
  static Scored rpca(Samples samples) {
    Matrix data = Matrix.of(samples, AS_THEY_ARE);
    Rpca rpca = Rpca.decompose(data, Rpca.Options.defaults(), Progress.NONE);
    return Scored.byScatter(residuals(data, rpca.lowRank()));
  }

  /** Squared reconstruction errors, and the threshold that it learned with. */
  static Scored drae(Samples samples, Drae.Options options, DoubleConsumer progress) {
    Drae drae =
        Drae.fit(
            Matrix.of(samples, AS_THEY_ARE),
            options,
            (iteration, limit, loss) -> progress.accept((double) iteration / limit));
    return Scored.above(drae.errors(), drae.threshold());
  }

  /**
   * Its decision, and its labels.
   *
   * @param labels how they are normalised
   */
  static Scored uocl(Samples samples, Uocl.Labels labels) {
    Matrix data = Matrix.of(samples, AS_THEY_ARE);
    Uocl uocl = Uocl.fit(data, Uocl.Options.of(labels), Progress.NONE);
    return Scored.decided(uocl.decision(), uocl.inlier());
  }

  private static double[] residuals(Matrix data, Matrix explained) {
    double[] scores = new double[data.rows()];
    int d = data.columns();
    for (int i = 0; i < data.values().length; i++) {
      double r = data.values()[i] - explained.values()[i];
      scores[i / d] += r * r / d;
    }
    return scores;
  }
}
