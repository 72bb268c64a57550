package org.ricvae.corrupt;

import java.util.Arrays;
import java.util.Optional;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;

/**
 * How much two data sets differ. Where one of them or both hold 8-bit values, the differences are
 * divided by 255, so that errors are on the [0,1] scale; the other one must then be in the same
 * units, 0..255, whatever its type. Otherwise the values are compared as they are. Where either has
 * no value (NaN), there is nothing to compare.
 *
 * @param samples how many samples each has
 * @param values how many pairs of values were compared
 * @param missing how many pairs were not, for want of a value
 * @param masked how many of the compared pairs the mask marks; 0 without a mask
 * @param scale what differences were divided by: 255 or 1
 * @param mse mean squared difference over all pairs
 * @param mseMasked the same over those that the mask marks; NaN where there are none
 * @param mseUnmasked the same over the others; NaN where there are none
 * @param mae mean absolute difference over all pairs
 * @param sampleMseMin the least mean squared difference of a sample
 * @param sampleMseMedian the median of the samples'
 * @param sampleMseMax the greatest
 */
public record Comparison(
    long samples,
    long values,
    long missing,
    long masked,
    double scale,
    double mse,
    double mseMasked,
    double mseUnmasked,
    double mae,
    double sampleMseMin,
    double sampleMseMedian,
    double sampleMseMax) {

  /** Compares without a mask. */
  public static Comparison of(Samples a, Samples b) {
    return of(a, b, Optional.empty());
  }

  /**
   * Compares two data sets in one pass.
   *
   * @param mask a data set of the same shape, 0 where a value was left as it was
   * @throws InputException where counts or shapes differ, or the units evidently do
   */
  public static Comparison of(Samples a, Samples b, Optional<Samples> mask) {
    checkAlike(a, b);
    mask.ifPresent(m -> checkAlike(a, m));
    Sums sums = new Sums(a, b);
    int size = a.shape().size();
    float[] other = new float[Batches.samples(a) * size];
    float[] marks = new float[other.length];
    Batches.forEach(
        a,
        (values, start, n) -> {
          b.read(start, n, other, 0);
          mask.ifPresent(m -> m.read(start, n, marks, 0));
          for (int i = 0; i < n; i++) {
            sums.addSample(values, other, marks, i * size, size);
          }
        });
    return sums.result();
  }

  private static void checkAlike(Samples a, Samples b) {
    if (a.count() != b.count() || !a.shape().equals(b.shape())) {
      throw new InputException(
          "%s holds %d samples of %s and %s %d of %s: both must be the same"
              .formatted(a.source(), a.count(), a.shape(), b.source(), b.count(), b.shape()));
    }
  }

  /** Running sums. */
  private static final class Sums {
    private final Samples a;
    private final Samples b;
    private final double scale;
    private final double[] sampleMse;
    private int samples;
    private long missing;
    private long masked;
    private long unmasked;
    private double squaresMasked;
    private double squaresUnmasked;
    private double absolute;
    private float maxA = Float.NEGATIVE_INFINITY;
    private float maxB = Float.NEGATIVE_INFINITY;

    Sums(Samples a, Samples b) {
      this.a = a;
      this.b = b;
      this.scale = a.type() == ValueType.U8 || b.type() == ValueType.U8 ? 255 : 1;
      this.sampleMse = new double[Math.toIntExact(a.count())];
    }

    void addSample(float[] x, float[] y, float[] marks, int offset, int size) {
      double inside = 0;
      double outside = 0;
      int pairs = 0;
      for (int j = offset; j < offset + size; j++) {
        double difference = ((double) x[j] - y[j]) / scale;
        if (Double.isNaN(difference)) {
          missing++;
          continue;
        }
        pairs++;
        absolute += Math.abs(difference);
        maxA = Math.max(maxA, x[j]);
        maxB = Math.max(maxB, y[j]);
        if (marks[j] == 0) {
          unmasked++;
          outside += difference * difference;
        } else {
          masked++;
          inside += difference * difference;
        }
      }
      squaresMasked += inside;
      squaresUnmasked += outside;
      if (pairs > 0) {
        sampleMse[samples++] = (inside + outside) / pairs;
      }
    }

    Comparison result() {
      checkUnits();
      long values = masked + unmasked;
      if (values == 0) {
        throw new InputException(
            "%s and %s have no value in common: nowhere do both have one"
                .formatted(a.source(), b.source()));
      }
      double[] sorted = Arrays.copyOf(sampleMse, samples);
      Arrays.sort(sorted);
      return new Comparison(
          a.count(),
          values,
          missing,
          masked,
          scale,
          (squaresMasked + squaresUnmasked) / values,
          squaresMasked / masked,
          squaresUnmasked / unmasked,
          absolute / values,
          sorted[0],
          (sorted[(samples - 1) / 2] + sorted[samples / 2]) / 2,
          sorted[samples - 1]);
    }

    /** 8-bit values beside fractions of one are a mistake that would give a plausible number. */
    private void checkUnits() {
      if (a.type() == ValueType.U8 && isFraction(b, maxB) && maxA > 1) {
        throw differentUnits(a, b);
      }
      if (b.type() == ValueType.U8 && isFraction(a, maxA) && maxB > 1) {
        throw differentUnits(b, a);
      }
    }

    private static boolean isFraction(Samples samples, float max) {
      return !samples.type().isInteger() && max <= 1;
    }

    private static InputException differentUnits(Samples bytes, Samples fractions) {
      return new InputException(
          "%s holds 0..255 and %s at most 1: bring both to the same units"
              .formatted(bytes.source(), fractions.source()));
    }
  }
}
