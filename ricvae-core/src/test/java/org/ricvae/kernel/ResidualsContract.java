package org.ricvae.kernel;

import static org.ricvae.kernel.Bits.same;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What is done with residuals, against the formulas value by value: the same bits everywhere. Among
 * the residuals are 0, −0, infinities and NaN.
 */
public interface ResidualsContract extends KernelsUnderTest {
  /** Sizes in values: one row, two, many. */
  List<Integer> SIZES = List.of(32, 64, 31 * 32);

  @Test
  default void residual() {
    for (int n : SIZES) {
      Guarded x = odd(1, n);
      Guarded mean = odd(2, n);
      Guarded r = Guarded.output(1, n, n);
      Guarded squared = Guarded.input(new Random(3), 1, 32, 32);
      float[] expected = squared.data.clone();
      kernels()
          .residual(
              x.data,
              x.start,
              mean.data,
              mean.start,
              r.data,
              r.start,
              squared.data,
              squared.start,
              n);
      for (int i = 0; i < n; i++) {
        float value = x.get(0, i) - mean.get(0, i);
        same(r.get(0, i), value, i);
        expected[squared.at(0, i % 32)] += value * value;
      }
      r.check();
      same(squared.data, expected);
    }
  }

  @Test
  default void logPenalty() {
    for (int n : SIZES) {
      Guarded r = odd(4, n);
      float[] before = r.data.clone();
      Guarded dMean = Guarded.output(1, n, n);
      kernels().logPenalty(1e-3f, r.data, r.start, dMean.data, dMean.start, n);
      for (int i = 0; i < n; i++) {
        float value = before[r.at(0, i)];
        float argument = value * value + 1e-3f;
        same(r.get(0, i), argument, i);
        same(dMean.get(0, i), -2 * value / argument, i);
        before[r.at(0, i)] = argument;
      }
      dMean.check();
      same(r.data, before);
    }
  }

  @Test
  default void recycle() {
    for (int n : SIZES) {
      Guarded x = odd(5, n);
      Guarded mean = odd(6, n);
      Guarded noise = Guarded.input(new Random(7), 1, n, n);
      Guarded next = Guarded.output(1, n, n);
      kernels()
          .recycle(
              x.data,
              x.start,
              mean.data,
              mean.start,
              noise.data,
              noise.start,
              next.data,
              next.start,
              n);
      for (int i = 0; i < n; i++) {
        float mu = mean.get(0, i);
        same(next.get(0, i), mu + Math.abs(x.get(0, i) - mu) * noise.get(0, i), i);
      }
      next.check();
    }
  }

  @Test
  default void recycleGradient() {
    for (int n : SIZES) {
      Guarded x = odd(8, n);
      Guarded mean = odd(9, n);
      Guarded noise = Guarded.input(new Random(10), 1, n, n);
      Guarded dNext = Guarded.input(new Random(11), 1, n, n);
      Guarded dMean = odd(12, n);
      Guarded dX = odd(13, n);
      float[] expectedMean = dMean.data.clone();
      float[] expectedX = dX.data.clone();
      kernels()
          .recycleGradient(
              x.data,
              x.start,
              mean.data,
              mean.start,
              noise.data,
              noise.start,
              dNext.data,
              dNext.start,
              dMean.data,
              dMean.start,
              dX.data,
              dX.start,
              n);
      for (int i = 0; i < n; i++) {
        float r = x.get(0, i) - mean.get(0, i);
        float sign = r > 0 ? 1 : r < 0 ? -1 : r;
        float slope = sign * noise.get(0, i);
        expectedMean[dMean.at(0, i)] += dNext.get(0, i) * (1 - slope);
        expectedX[dX.at(0, i)] += dNext.get(0, i) * slope;
      }
      same(dMean.data, expectedMean);
      same(dX.data, expectedX);
    }
  }

  /** Random values, and those at which arithmetic has its corners, in all pairs. */
  private static Guarded odd(int seed, int n) {
    float[] corners = {0, -0f, 1, -1, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
    Random random = new Random(seed);
    Guarded g = Guarded.input(random, 1, n, n);
    for (int i = 0; i < n; i += 3) {
      g.data[g.at(0, i)] = corners[random.nextInt(corners.length)];
    }
    return g;
  }
}
