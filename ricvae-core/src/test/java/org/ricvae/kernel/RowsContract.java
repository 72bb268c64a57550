package org.ricvae.kernel;

import static org.ricvae.kernel.Bits.same;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Rows summed, shifted and scaled, against the formulas value by value: the same bits everywhere.
 */
public interface RowsContract extends KernelsUnderTest {
  /** Rows of 32 values. */
  List<Integer> ROWS = List.of(1, 2, 31);

  @Test
  default void normalize() {
    for (int rows : ROWS) {
      Random random = new Random(1);
      float[] center = new float[rows];
      for (int j = 1; j < rows; j++) {
        center[j] = (float) random.nextGaussian();
      }
      Guarded x = Guarded.input(random, 1, rows * 32, rows * 32);
      x.data[x.at(0, 5)] = -0f;
      Guarded dst = Guarded.output(1, rows * 32, rows * 32);
      kernels().normalize(3.3f, center, x.data, x.start, dst.data, dst.start);
      for (int i = 0; i < rows * 32; i++) {
        float expected = x.get(0, i) * 3.3f - center[i / 32] * 3.3f;
        same(dst.get(0, i), expected, i);
      }
      dst.check();
    }
  }

  @Test
  default void addRows() {
    for (int rows : ROWS) {
      Guarded a = Guarded.input(new Random(2), 1, rows * 32, rows * 32);
      a.data[a.at(0, 7)] = Float.NaN;
      Guarded sums = Guarded.input(new Random(3), 1, 32, 32);
      float[] expected = sums.data.clone();
      for (int i = 0; i < rows * 32; i++) {
        expected[sums.at(0, i % 32)] += a.get(0, i);
      }
      kernels().addRows(a.data, a.start, sums.data, sums.start, rows * 32);
      same(sums.data, expected);
    }
  }

  @Test
  default void addScaled() {
    for (int rows : ROWS) {
      Guarded a = Guarded.input(new Random(4), 1, rows * 32, rows * 32);
      Guarded b = Guarded.input(new Random(5), 1, rows * 32, rows * 32);
      Guarded dst = Guarded.output(1, rows * 32, rows * 32);
      float[] expected = a.data.clone();
      for (int i = 0; i < rows * 32; i++) {
        expected[a.at(0, i)] = a.get(0, i) + 0.7f * b.get(0, i);
      }
      kernels().addScaled(a.data, a.start, 0.7f, b.data, b.start, dst.data, dst.start, rows * 32);
      for (int i = 0; i < rows * 32; i++) {
        same(dst.get(0, i), expected[a.at(0, i)], i);
      }
      dst.check();
      kernels().addScaled(a.data, a.start, 0.7f, b.data, b.start, a.data, a.start, rows * 32);
      same(a.data, expected);
    }
  }

  @Test
  default void negate() {
    for (int rows : ROWS) {
      Guarded a = Guarded.input(new Random(6), 1, rows * 32, rows * 32);
      a.data[a.at(0, 3)] = 0;
      a.data[a.at(0, 4)] = -0f;
      Guarded dst = Guarded.output(1, rows * 32, rows * 32);
      kernels().negate(a.data, a.start, dst.data, dst.start, rows * 32);
      for (int i = 0; i < rows * 32; i++) {
        same(dst.get(0, i), -a.get(0, i), i);
      }
      dst.check();
    }
  }
}
