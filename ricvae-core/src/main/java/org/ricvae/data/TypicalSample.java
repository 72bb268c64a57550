package org.ricvae.data;

import java.util.Arrays;

/**
 * Mean and median of each value over a part of the samples, scaled: where the encoder's input is
 * centred, and where the decoder starts.
 *
 * @param means {@code [size]}
 * @param medians {@code [size]}; blind to gross errors in less than half of the samples
 * @param deviation root mean square of all values about their means
 */
public record TypicalSample(float[] means, float[] medians, float deviation) {
  /** Samples looked at, evenly spread over the data. */
  private static final int SAMPLES = 4_000;

  /** Values looked at, at most: what memory is spent. */
  private static final int VALUES = 1 << 25;

  /** Data closer together than this are as good as constant. */
  private static final float MIN_DEVIATION = 1e-6f;

  /** Looks at up to 4,000 samples; missing values are passed over, or take the mean of the rest. */
  public static TypicalSample of(Samples samples, DataProfile profile, Scaling scaling) {
    int size = samples.shape().size();
    int n = (int) Math.max(1, Math.min(Math.min(SAMPLES, VALUES / size), samples.count()));
    float[] values = new float[n * size];
    for (int i = 0; i < n; i++) {
      samples.read(samples.count() * i / n, 1, values, i * size);
    }
    float[] means = new float[size];
    float[] medians = new float[size];
    double squares = 0;
    float[] column = new float[n];
    for (int j = 0; j < size; j++) {
      int known = 0;
      double sum = 0;
      for (int i = 0; i < n; i++) {
        float value = values[i * size + j];
        if (!Float.isNaN(value)) {
          column[known] = scaling.bounded(value);
          sum += column[known++];
        }
      }
      if (known == 0) {
        means[j] = medians[j] = scaling.scale(profile.means()[j]);
        continue;
      }
      means[j] = (float) (sum / known);
      Arrays.sort(column, 0, known);
      medians[j] = (column[(known - 1) / 2] + column[known / 2]) / 2;
      for (int i = 0; i < known; i++) {
        double d = column[i] - means[j];
        squares += d * d;
      }
    }
    double deviation = Math.sqrt(squares / ((double) n * size));
    return new TypicalSample(means, medians, (float) Math.max(MIN_DEVIATION, deviation));
  }
}
