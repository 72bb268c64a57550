package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;

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
        w.data[w.at(o / 32, k * 32 + o % 32)] = 0;
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
            sum.add(w.get(o / 32, k * 32 + o % 32), x.get(b, k * 32 + l));
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
    // Rows that pad the last tile may be read, and are zero.
    for (int k = 1 + in; k < 1 + written; k++) {
      for (int o = 0; o < out; o++) {
        w.data[w.at(o / 32, k * 32 + o % 32)] = 0;
      }
    }
    Guarded dy = Guarded.input(random, blocks, (out + 3) * 32, out * 32);
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
            sum.add(w.get(o / 32, (1 + i) * 32 + o % 32), dy.get(b, o * 32 + l));
          }
          sum.check(dx.get(b, i * 32 + l), sumsInOrder());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8, 1", "8, 5", "9, 1", "9, 2", "15, 3", "16, 1", "31, 2", "32, 4", "33, 1", "33, 20", "560, 2",
    "784, 1", "785, 3"
  })
  default void weightGradient(int rows, int chunks) {
    Random random = new Random(rows * 41L + chunks);
    Guarded x = Guarded.input(random, chunks, rows * 32, rows * 32);
    Guarded dyT = Guarded.input(random, chunks, 32 * 32, 32 * 32);
    Guarded g = Guarded.output(1, rows * 32, rows * 32);

    kernels()
        .weightGradient(
            rows,
            chunks,
            x.data,
            x.start,
            x.stride,
            dyT.data,
            dyT.start,
            dyT.stride,
            g.data,
            g.start);

    g.check();
    for (int k = 0; k < rows; k++) {
      for (int o = 0; o < 32; o++) {
        SumOfProducts sum = new SumOfProducts();
        for (int c = 0; c < chunks; c++) {
          for (int b = 0; b < 32; b++) {
            sum.add(x.get(c, k * 32 + b), dyT.get(c, b * 32 + o));
          }
        }
        sum.check(g.get(0, k * 32 + o), sumsInOrder());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 1, 1", "9, 3, 2", "192, 2, 17", "200, 8, 33", "201, 3, 40", "33, 4, 80"})
  default void weightGradientsOfSeveralPanelsHaveTheSameBits(int rows, int panels, int chunks) {
    Random random = new Random(rows * 41L + chunks);
    Guarded x = Guarded.input(random, chunks, rows * 32, rows * 32);
    Guarded dyT = Guarded.input(random, panels * chunks, 32 * 32, 32 * 32);
    Guarded all = Guarded.output(panels, rows * 32, rows * 32);
    int dyTPanel = chunks * dyT.stride;

    kernels()
        .weightGradients(
            rows,
            panels,
            chunks,
            x.data,
            x.start,
            x.stride,
            dyT.data,
            dyT.start,
            dyTPanel,
            dyT.stride,
            all.data,
            all.start,
            all.stride);

    all.check();
    for (int p = 0; p < panels; p++) {
      Guarded g = Guarded.output(1, rows * 32, rows * 32);
      int dyTp = dyT.start + p * dyTPanel;
      kernels()
          .weightGradient(
              rows, chunks, x.data, x.start, x.stride, dyT.data, dyTp, dyT.stride, g.data, g.start);
      for (int i = 0; i < rows * 32; i++) {
        assertThat(all.get(p, i)).isEqualTo(g.get(0, i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 31, 32, 33, 64, 100})
  default void transpose(int features) {
    Random random = new Random(features);
    Guarded from = Guarded.input(random, 1, features * 32, features * 32);
    Guarded to = Guarded.output(Kernels.panels(features), 32 * 32, 32 * 32);

    kernels().transpose(features, from.data, from.start, to.data, to.start, to.stride);

    to.check();
    for (int f = 0; f < Kernels.panels(features) * 32; f++) {
      for (int b = 0; b < 32; b++) {
        float expected = f < features ? from.get(0, f * 32 + b) : 0;
        assertThat(to.get(f / 32, b * 32 + f % 32)).isEqualTo(expected);
      }
    }
  }

  /** Panels with weights for the inputs and outputs there are, NaN for all else. */
  private static Guarded weights(Random random, int in, int out) {
    Guarded w = Guarded.input(random, Kernels.panels(out), (1 + Kernels.padded(in)) * 32, 0);
    for (int k = 0; k <= in; k++) {
      for (int o = 0; o < out; o++) {
        w.data[w.at(o / 32, k * 32 + o % 32)] = (float) random.nextGaussian();
      }
    }
    return w;
  }
}
