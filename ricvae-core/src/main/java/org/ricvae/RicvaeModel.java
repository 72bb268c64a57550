package org.ricvae;

import java.nio.file.Path;
import java.util.Map;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.ValueType;
import org.ricvae.file.ModelFile;
import org.ricvae.file.Provenance;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.use.Recovered;
import org.ricvae.use.Recovery;
import org.ricvae.use.RecoveryOptions;
import org.ricvae.use.Streams;
import org.ricvae.use.Thresholds;
import org.ricvae.use.TrainedModel;

/**
 * A trained model: cleans, scores, encodes and generates. Immutable and thread-safe.
 *
 * <p>Values come and go in the data's own units (0..255 for 8-bit images), sample after sample,
 * {@code [n × shape().size()]}; NaN means missing. For data that do not fit in memory see {@link
 * #streams}.
 */
public final class RicvaeModel {
  private final TrainedModel trained;
  private final Provenance provenance;
  private final Kernels kernels;

  RicvaeModel(TrainedModel trained, Provenance provenance, Kernels kernels) {
    this.trained = trained;
    this.provenance = provenance;
    this.kernels = kernels;
  }

  /**
   * Loads a model. Executes nothing and trusts nothing that the files say.
   *
   * @param folder with {@code config.json} and {@code weights.safetensors}
   * @throws InputException where it is not a model, or a damaged one
   */
  public static RicvaeModel load(Path folder) {
    ModelFile.Stored stored = ModelFile.read(folder);
    return new RicvaeModel(stored.model(), stored.provenance(), KernelProvider.best());
  }

  /**
   * Saves the model to a folder, whole or not at all.
   *
   * @throws InputException where that is impossible
   */
  public void save(Path folder) {
    ModelFile.write(folder, trained, provenance, null, Map.of());
  }

  /** The shape of the samples it takes. */
  public SampleShape shape() {
    return trained.shape();
  }

  /** The type of the values it was trained on. */
  public ValueType type() {
    return trained.type();
  }

  /** Beyond which a sample or a value is flagged. */
  public Thresholds thresholds() {
    return trained.thresholds();
  }

  /** Where the model comes from. */
  public Provenance provenance() {
    return provenance;
  }

  /** The model without its history. */
  public TrainedModel trained() {
    return trained;
  }

  /** Recovers samples with {@link RecoveryOptions#DEFAULT}. */
  public Recovered clean(float[] values) {
    return clean(values, RecoveryOptions.DEFAULT);
  }

  /**
   * Recovers samples.
   *
   * @param values {@code [n × size]}
   */
  public Recovered clean(float[] values, RecoveryOptions options) {
    int n = samples(values);
    int size = shape().size();
    Recovery recovery = new Recovery(trained, kernels);
    Recovered all =
        new Recovered(
            new float[values.length],
            new float[values.length],
            options.draws() > 0 ? new float[values.length] : null,
            new boolean[values.length],
            new double[n]);
    for (int from = 0; from < n; from += recovery.capacity()) {
      int rows = Math.min(recovery.capacity(), n - from);
      Recovered part = recovery.recover(values, from * size, rows, from, options);
      System.arraycopy(part.values(), 0, all.values(), from * size, rows * size);
      System.arraycopy(part.residuals(), 0, all.residuals(), from * size, rows * size);
      System.arraycopy(part.flagged(), 0, all.flagged(), from * size, rows * size);
      System.arraycopy(part.scores(), 0, all.scores(), from, rows);
      if (part.deviations() != null) {
        System.arraycopy(part.deviations(), 0, all.deviations(), from * size, rows * size);
      }
    }
    return all;
  }

  /**
   * Mean squared residual of each sample, in scaled units: the larger, the less the model can
   * explain it. Compare with {@link #thresholds()}.
   */
  public double[] score(float[] values) {
    return clean(values).scores();
  }

  /**
   * Posterior means.
   *
   * @return {@code [n × latent]}
   */
  public float[] encode(float[] values) {
    int n = samples(values);
    Recovery recovery = new Recovery(trained, kernels);
    int kappa = trained.vae().architecture().latent();
    float[] codes = new float[n * kappa];
    for (int from = 0; from < n; from += recovery.capacity()) {
      int rows = Math.min(recovery.capacity(), n - from);
      float[] part = recovery.encode(values, from * shape().size(), rows);
      System.arraycopy(part, 0, codes, from * kappa, part.length);
    }
    return codes;
  }

  /**
   * New samples.
   *
   * @param n how many
   * @param passes M
   * @return {@code [n × size]}
   */
  public float[] generate(int n, int passes, long seed) {
    Recovery recovery = new Recovery(trained, kernels);
    float[] values = new float[Math.multiplyExact(n, shape().size())];
    for (int from = 0; from < n; from += recovery.capacity()) {
      int rows = Math.min(recovery.capacity(), n - from);
      float[] part = recovery.generate(rows, from, passes, false, seed);
      System.arraycopy(part, 0, values, from * shape().size(), part.length);
    }
    return values;
  }

  /** Whole data sets through the model, in batches, from disk to disk. */
  public Streams streams(int threads) {
    return new Streams(trained, kernels, threads);
  }

  private int samples(float[] values) {
    if (values.length % shape().size() != 0) {
      throw new InputException(
          "%d values are not a whole number of %s samples (%d values each)"
              .formatted(values.length, shape(), shape().size()));
    }
    return values.length / shape().size();
  }
}
