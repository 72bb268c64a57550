package org.ricvae.train;

import org.ricvae.data.DataProfile;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.data.TypicalSample;
import org.ricvae.model.InputNormalization;
import org.ricvae.model.RecurrentVae;

/**
 * A data set made ready for training: read once whole, found usable, scaled.
 *
 * @param samples the data
 * @param profile range, missing values, fingerprint
 * @param scaling to the model's units
 * @param typical mean and median sample
 */
public record TrainingData(
    Samples samples, DataProfile profile, Scaling scaling, TypicalSample typical) {
  /** With fewer there is no structure to tell from noise. */
  public static final int MIN_SAMPLES = 8;

  /** Their order takes 8 bytes a sample of memory, in arrays. */
  public static final int MAX_SAMPLES = 1 << 30;

  /**
   * Reads the data once.
   *
   * @throws InputException where there is nothing to learn from them
   */
  public static TrainingData of(Samples samples) {
    if (samples.count() < MIN_SAMPLES) {
      throw new InputException(
          "%s: %d sample(s); at least %d are needed to learn from"
              .formatted(samples.source(), samples.count(), MIN_SAMPLES));
    }
    if (samples.count() > MAX_SAMPLES) {
      throw new InputException(
          "%s: %d samples; at most %d can be shuffled, so split the data"
              .formatted(samples.source(), samples.count(), MAX_SAMPLES));
    }
    DataProfile profile = DataProfile.of(samples);
    if (profile.constant()) {
      throw new InputException(
          "%s: every value is %s; there is nothing to learn from constant data"
              .formatted(samples.source(), profile.min()));
    }
    Scaling scaling = Scaling.of(samples, profile);
    TypicalSample typical = TypicalSample.of(samples, profile, scaling);
    return new TrainingData(samples, profile, scaling, typical);
  }

  /** Samples. */
  public int count() {
    return (int) profile.count();
  }

  /** What the encoder sees: centred on the mean, in standard deviations. */
  public InputNormalization normalization() {
    return new InputNormalization(typical.means(), 1 / typical.deviation());
  }

  /** What stands in for a missing value, {@code [size]}, scaled: the median of its place. */
  public float[] fill() {
    return typical.medians();
  }

  /** A view of these data, whose profile and scaling it shares. */
  TrainingData with(Samples view) {
    return new TrainingData(view, profile, scaling, typical);
  }

  BatchLoader loader(RecurrentVae vae) {
    return new BatchLoader(samples, scaling, fill(), profile.missing() > 0, Hiding.of(vae));
  }
}
