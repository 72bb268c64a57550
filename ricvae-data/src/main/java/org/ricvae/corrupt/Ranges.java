package org.ricvae.corrupt;

import java.util.Arrays;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;

/** The ranges of a data set's finite values, as a whole and for each column, found in one pass. */
final class Ranges {
  private final boolean whole;
  private final float[] low;
  private final float[] high;
  private final float min;
  private final float max;
  private final float dark;

  private Ranges(ValueType type, float[] low, float[] high, float min, float max) {
    this.whole = type.isInteger();
    this.low = low;
    this.high = high;
    this.min = type == ValueType.U8 ? 0 : min;
    this.max = type == ValueType.U8 ? 255 : max;
    this.dark = Math.min(0, this.min);
  }

  static Ranges of(Samples samples) {
    int size = samples.shape().size();
    float[] low = new float[size];
    float[] high = new float[size];
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    Batches.forEach(
        samples,
        (values, start, n) -> {
          for (int i = 0; i < n * size; i++) {
            if (Float.isFinite(values[i])) {
              low[i % size] = Math.min(low[i % size], values[i]);
              high[i % size] = Math.max(high[i % size], values[i]);
            }
          }
        });
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < size; j++) {
      min = Math.min(min, low[j]);
      max = Math.max(max, high[j]);
    }
    if (min > max) {
      throw new InputException("%s holds no finite value at all".formatted(samples.source()));
    }
    return new Ranges(samples.type(), low, high, min, max);
  }

  /** The value of a dark pixel. */
  float dark() {
    return dark;
  }

  /** A draw over the range of all data. */
  float draw(SplitMix random) {
    return draw(random, min, max);
  }

  /** A draw over the range of a column that has values. */
  float draw(SplitMix random, int column) {
    return low[column] <= high[column]
        ? draw(random, low[column], high[column])
        : draw(random, min, max);
  }

  private float draw(SplitMix random, float from, float to) {
    return (float)
        (whole ? Math.floor(random.nextDouble(from, to + 1.0)) : random.nextDouble(from, to));
  }
}
