package org.ricvae.data;

import java.util.Arrays;

/**
 * What one reading of a whole data set tells: its range, what is missing, the mean of each value.
 *
 * @param count samples
 * @param shape shape of a sample
 * @param type how values are kept
 * @param min smallest value
 * @param max largest value
 * @param missing values that are NaN
 * @param means mean of each of the {@code shape.size()} values over the samples that have it; the
 *     overall mean where none has
 * @param fingerprint 64 bits of the values in their order (FNV-1a over their float bits), to tell
 *     data sets apart in a model's provenance; not cryptographic
 */
public record DataProfile(
    long count,
    SampleShape shape,
    ValueType type,
    float min,
    float max,
    long missing,
    float[] means,
    long fingerprint) {
  private static final int ROWS_AT_ONCE = 256;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /**
   * Reads all samples once.
   *
   * @throws InputException where a value is infinite or all are missing
   */
  public static DataProfile of(Samples samples) {
    int size = samples.shape().size();
    int rows = Math.max(1, Math.min(ROWS_AT_ONCE, (1 << 22) / size));
    float[] values = new float[rows * size];
    double[] sums = new double[size];
    long[] known = new long[size];
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    long missing = 0;
    long hash = FNV_OFFSET;
    for (long start = 0; start < samples.count(); start += rows) {
      int n = (int) Math.min(rows, samples.count() - start);
      samples.read(start, n, values, 0);
      for (int i = 0; i < n * size; i++) {
        float x = values[i];
        hash = (hash ^ Float.floatToIntBits(x)) * FNV_PRIME;
        if (Float.isNaN(x)) {
          missing++;
          continue;
        }
        if (Float.isInfinite(x)) {
          throw new InputException(
              "%s: value %d of sample %d is infinite; allowed are finite numbers, and NaN for missing"
                  .formatted(samples.source(), i % size, start + i / size));
        }
        min = Math.min(min, x);
        max = Math.max(max, x);
        sums[i % size] += x;
        known[i % size]++;
      }
    }
    if (missing == samples.count() * size) {
      throw new InputException(
          "%s: all %d values are missing (NaN); nothing can be learned from it"
              .formatted(samples.source(), missing));
    }
    double overall = Arrays.stream(sums).sum() / (samples.count() * (double) size - missing);
    float[] means = new float[size];
    for (int j = 0; j < size; j++) {
      means[j] = (float) (known[j] > 0 ? sums[j] / known[j] : overall);
    }
    return new DataProfile(
        samples.count(), samples.shape(), samples.type(), min, max, missing, means, hash);
  }

  /** Whether every known value is the same. */
  public boolean constant() {
    return min == max;
  }
}
