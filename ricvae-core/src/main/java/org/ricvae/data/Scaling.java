package org.ricvae.data;

import java.util.Arrays;

/**
 * How values meet the model: scaled = (value − offset) · factor.
 *
 * <p>8-bit images are divided by 255, so that black and white are 0 and 1 in every data set. Other
 * data that already lie in [0, 1] are left alone; of the rest all but the outermost {@value #TAIL}
 * on either side are mapped to [0, 1], so that a single gross error does not squeeze everything
 * else.
 *
 * @param offset in the data's own units
 * @param factor per unit of the data, finite and over 0
 */
public record Scaling(double offset, double factor) {
  /** Checks the ranges. */
  public Scaling {
    if (!(Double.isFinite(offset) && factor > 0 && Double.isFinite(factor))) {
      throw new InputException(
          "a scaling with offset %s and factor %s: both must be finite, the factor over 0"
              .formatted(offset, factor));
    }
  }

  /** Share of the values on either side that may be gross errors. */
  private static final double TAIL = 0.001;

  /** What is added to the range on either side, as a share of it. */
  private static final double EDGE = 0.02;

  /** Samples and values looked at for the range, evenly spread. */
  private static final int SAMPLES = 4_000;

  private static final int VALUES = 1 << 22;

  /** Inputs of a network are held within ± this many ranges: farther out, all are as gross. */
  private static final float LIMIT = 10;

  /** The scaling that suits a data set. */
  public static Scaling of(Samples samples, DataProfile profile) {
    if (profile.type() == ValueType.U8) {
      return new Scaling(0, 1.0 / 255);
    }
    if (profile.min() >= 0 && profile.max() <= 1) {
      return new Scaling(0, 1);
    }
    float[] values = spread(samples);
    if (values.length == 0) {
      return new Scaling(profile.min(), 1);
    }
    Arrays.sort(values);
    double low = values[(int) (TAIL * (values.length - 1))];
    double high = values[(int) Math.ceil((1 - TAIL) * (values.length - 1))];
    if (high <= low) {
      low = profile.min();
      high = profile.max();
    }
    double edge = EDGE * (high - low);
    double from = Math.max(profile.min(), low - edge);
    double to = Math.min(profile.max(), high + edge);
    return new Scaling(from, to > from ? 1 / (to - from) : 1);
  }

  /** Known values of samples that are evenly spread over the data. */
  private static float[] spread(Samples samples) {
    int size = samples.shape().size();
    int n = (int) Math.max(1, Math.min(Math.min(SAMPLES, VALUES / size), samples.count()));
    float[] values = new float[n * size];
    for (int i = 0; i < n; i++) {
      samples.read(samples.count() * i / n, 1, values, i * size);
    }
    int known = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        values[known++] = value;
      }
    }
    return Arrays.copyOf(values, known);
  }

  /** From the data's units to the model's. */
  public float scale(float value) {
    return (float) ((value - offset) * factor);
  }

  /** Like {@link #scale}, held within bounds that keep a network's arithmetic finite. */
  public float bounded(float value) {
    float scaled = scale(value);
    // Math.min and max cost five times as much, for their care about -0.
    return scaled > LIMIT ? LIMIT : scaled < -LIMIT ? -LIMIT : scaled;
  }

  /** From the model's units to the data's. */
  public float unscale(float scaled) {
    return (float) (scaled / factor + offset);
  }
}
