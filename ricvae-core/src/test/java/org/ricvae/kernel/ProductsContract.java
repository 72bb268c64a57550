package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The three products and the transposition, each sum against {@link SumOfProducts}. What may not be
 * read is NaN, what may not be written must survive.
 */
public interface ProductsContract extends KernelsUnderTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "1, 7, 2",
    "7, 1, 3",
    "7, 8, 1",
    "8, 7, 2",
    "8, 8, 1",
    "8, 9, 3",
    "11, 12, 1",
    "12, 13, 2",
    "13, 11, 3",
    "9, 8, 1",
    "9, 33, 2",
    "31, 9, 1",
    "31, 32, 2",
    "32, 31, 1",
    "32, 32, 4",
    "32, 33, 1",
    "33, 32, 2",
    "33, 33, 1",
    "33, 1, 5",
    "1, 65, 1",
    "127, 40, 1",
    "128, 41, 2",
    "129, 24, 1",
    "560, 33, 1",
    "205, 193, 1",
    "600, 205, 2",
    "784, 31, 2",
    "785, 9, 1",
    "33, 560, 2",
    "31, 784, 1",
    "8, 785, 1"
  })
  default void forward(int in, int out, int blocks) {
    int rows = 1 + in;
    int written = Kernels.padded(out);
    Random random = new Random(in * 31L + out);
    Guarded w = weights(random, in, out);
    // Columns that pad the last tile may be read, and are zero.
    for (int k = 0; k < rows; k++) {
      for (int o = out; o < written; o++) {
        w.data[w.at(o / 12, k * 12 + o % 12)] = 0;
      }
    }
    Guarded x = Guarded.input(random, blocks, (rows + 3) * 32, rows * 32);
    Guarded y = Guarded.output(blocks, (written + 2) * 32, written * 32);
    float[] before = x.data.clone();

    kernels()
        .forward(
            rows, out, blocks, w.data, w.start, w.stride, x.data, x.start, x.stride, y.data,
            y.start, y.stride);

    y.check();
    assertThat(x.data).isEqualTo(before);
    for (int b = 0; b < blocks; b++) {
      for (int o = 0; o < written; o++) {
        for (int l = 0; l < 32; l++) {
          SumOfProducts sum = new SumOfProducts();
          for (int k = 0; k < rows; k++) {
            sum.add(w.get(o / 12, k * 12 + o % 12), x.get(b, k * 32 + l));
          }
          sum.check(y.get(b, o * 32 + l), sumsInOrder());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "1, 7, 2",
    "7, 1, 3",
    "7, 8, 1",
    "8, 7, 2",
    "8, 8, 1",
    "8, 9, 3",
    "11, 12, 1",
    "12, 13, 2",
    "13, 11, 3",
    "9, 8, 1",
    "9, 33, 2",
    "31, 9, 1",
    "31, 32, 2",
    "32, 31, 1",
    "32, 32, 4",
    "32, 33, 1",
    "33, 32, 2",
    "33, 33, 1",
    "33, 1, 5",
    "1, 65, 1",
    "127, 40, 1",
    "560, 33, 1",
    "205, 193, 1",
    "600, 205, 2",
    "784, 31, 2",
    "785, 9, 1",
    "33, 560, 2",
    "31, 784, 1",
    "8, 785, 1"
  })
  default void backward(int in, int out, int blocks) {
    int written = Kernels.padded(in);
    Random random = new Random(in * 37L + out);
    Guarded w = weights(random, in, out);
    // What pads the last tiles may be read, and is zero.
    int padded = Kernels.padded(out);
    for (int k = 1; k < 1 + written; k++) {
      for (int o = k <= in ? out : 0; o < padded; o++) {
        w.data[w.at(o / 12, k * 12 + o % 12)] = 0;
      }
    }
    Guarded dy = Guarded.input(random, blocks, (padded + 3) * 32, out * 32);
    for (int b = 0; b < blocks; b++) {
      Arrays.fill(dy.data, dy.at(b, out * 32), dy.at(b, padded * 32), 0);
    }
    Guarded dx = Guarded.output(blocks, (written + 2) * 32, written * 32);
    float[] before = dy.data.clone();

    kernels()
        .backward(
            in, out, blocks, w.data, w.start, w.stride, dy.data, dy.start, dy.stride, dx.data,
            dx.start, dx.stride);

    dx.check();
    assertThat(dy.data).isEqualTo(before);
    for (int b = 0; b < blocks; b++) {
      for (int i = 0; i < written; i++) {
        for (int l = 0; l < 32; l++) {
          SumOfProducts sum = new SumOfProducts();
          for (int o = 0; o < out; o++) {
            sum.add(w.get(o / 12, (1 + i) * 12 + o % 12), dy.get(b, o * 32 + l));
          }
          sum.check(dx.get(b, i * 32 + l), sumsInOrder());
        }
      }
    }
  }

  /** Rows, outputs and chunks of weight gradients. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "8, 31, 5",
    "9, 32, 1",
    "12, 33, 2",
    "13, 12, 3",
    "16, 13, 6",
    "31, 60, 7",
    "33, 512, 1",
    "204, 288, 2",
    "205, 289, 3",
    "201, 30, 20",
    "560, 8, 13",
    "785, 40, 2"
  })
  @Retention(RetentionPolicy.RUNTIME)
  @interface GradientSizes {}

  @GradientSizes
  default void weightGradient(int rows, int out, int chunks) {
    weightGradient(rows, out, chunks, chunks);
  }

  @GradientSizes
  default void weightGradientThatGoesOn(int rows, int out, int chunks) {
    weightGradient(rows, out, chunks, (chunks + 1) / 2);
  }

  /** Over the first chunks, then over the others. */
  private void weightGradient(int rows, int out, int chunks, int before) {
    Random random = new Random(rows * 41L + out * 7L + chunks);
    // Rows that pad the last tile may be read.
    Guarded x = Guarded.input(random, chunks, Kernels.padded(rows) * 32, rows * 32);
    int squares = Kernels.squares(out);
    Guarded dyT = Guarded.input(random, squares, chunks * 32 * 32, chunks * 32 * 32);
    for (int o = out; o < squares * 32; o++) {
      for (int b = 0; b < chunks * 32; b++) {
        dyT.data[dyT.at(o / 32, b * 32 + o % 32)] = 0;
      }
    }
    Guarded g = Guarded.output(Kernels.panels(out), (rows + 1) * 12, rows * 12);

    for (int c = 0; c < chunks; c += before) {
      kernels()
          .weightGradient(
              rows,
              out,
              Math.min(before, chunks - c),
              c == 0,
              x.data,
              x.start + c * x.stride,
              x.stride,
              dyT.data,
              dyT.start + c * 32 * 32,
              dyT.stride,
              g.data,
              g.start,
              g.stride);
    }

    g.check();
    for (int k = 0; k < rows; k++) {
      for (int o = 0; o < Kernels.padded(out); o++) {
        SumOfProducts sum = new SumOfProducts();
        for (int b = 0; o < out && b < chunks * 32; b++) {
          sum.add(x.get(b / 32, k * 32 + b % 32), dyT.get(o / 32, b * 32 + o % 32));
        }
        sum.check(g.get(o / 12, k * 12 + o % 12), sumsInOrder());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 31, 32, 33, 64, 100})
  default void transpose(int features) {
    Random random = new Random(features);
    Guarded from = Guarded.input(random, 1, features * 32, features * 32);
    Guarded to = Guarded.output(Kernels.squares(features), 32 * 32, 32 * 32);

    kernels().transpose(features, from.data, from.start, to.data, to.start, to.stride);

    to.check();
    for (int f = 0; f < Kernels.squares(features) * 32; f++) {
      for (int b = 0; b < 32; b++) {
        float expected = f < features ? from.get(0, f * 32 + b) : 0;
        assertThat(to.get(f / 32, b * 32 + f % 32)).isEqualTo(expected);
      }
    }
  }

  /** Panels with weights for the inputs and outputs there are, NaN for all else. */
  private static Guarded weights(Random random, int in, int out) {
    Guarded w = Guarded.input(random, Kernels.panels(out), (1 + Kernels.padded(in)) * 12, 0);
    for (int k = 0; k <= in; k++) {
      for (int o = 0; o < out; o++) {
        w.data[w.at(o / 12, k * 12 + o % 12)] = (float) random.nextGaussian();
      }
    }
    return w;
  }
}
