package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** exp, log, sigmoid and tanh against {@link Math}, in units of the last place of the result. */
public interface ElementWiseContract extends KernelsUnderTest {
  /** Allowed error. */
  double ULPS = 3;

  /** A function of {@link Kernels}. */
  interface InPlace {
    void apply(float[] a, int a0, int n);
  }

  @Test
  default void exp() {
    check(kernels()::exp, Math::exp, sweep(-87, 87));
    check(kernels()::exp, Math::exp, 0, -0f, 1e-30f, -1e-30f, Float.MIN_VALUE, 1, -1, 87, -87);
    double top = Math.exp(87);
    double bottom = Math.exp(-87);
    check(kernels()::exp, x -> top, 88, 89, 1e10f, Float.MAX_VALUE, Float.POSITIVE_INFINITY);
    check(kernels()::exp, x -> bottom, -88, -104, -1e10f, Float.NEGATIVE_INFINITY);
    assertThat(apply(kernels()::exp, Float.NaN)).isNaN();
    assertThat(apply(kernels()::exp, 0)).isEqualTo(1);
  }

  @Test
  default void log() {
    check(kernels()::log, Math::log, sweep(0.4f, 2.5f));
    check(kernels()::log, Math::log, sweep(1e-6f, 1e6f));
    check(kernels()::log, Math::log, Float.MIN_NORMAL, Float.MAX_VALUE, Math.nextUp(1f));
    check(kernels()::log, Math::log, Math.nextDown(1f), (float) Math.sqrt(0.5), 2, 0.5f);
    check(kernels()::log, Math::log, randomPositive());
    assertThat(apply(kernels()::log, Float.NaN)).isNaN();
    assertThat(apply(kernels()::log, 1)).isZero();
  }

  @Test
  default void sigmoid() {
    DoubleUnaryOperator expected = x -> 1 / (1 + Math.exp(-x));
    check(kernels()::sigmoid, expected, sweep(-35, 87));
    check(kernels()::sigmoid, expected, 0, -0f, 1e-30f, Float.MIN_VALUE, 17, -17, 100, 1e30f);
    double bottom = Math.exp(-35);
    check(kernels()::sigmoid, x -> bottom, -35, -36, -88, -1e30f, Float.NEGATIVE_INFINITY);
    assertThat(apply(kernels()::sigmoid, Float.NaN)).isNaN();
    assertThat(apply(kernels()::sigmoid, 0)).isEqualTo(0.5f);
    assertThat(apply(kernels()::sigmoid, Float.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @Test
  default void tanh() {
    check(kernels()::tanh, Math::tanh, sweep(-12, 12));
    check(kernels()::tanh, Math::tanh, sweep(-0.01f, 0.01f));
    check(kernels()::tanh, Math::tanh, 0, -0f, 1e-30f, -1e-30f, Float.MIN_NORMAL, 1e-4f);
    for (float x : new float[] {10, 44, 1e10f, Float.POSITIVE_INFINITY}) {
      assertThat(apply(kernels()::tanh, x)).isEqualTo(1);
      assertThat(apply(kernels()::tanh, -x)).isEqualTo(-1);
    }
    assertThat(apply(kernels()::tanh, Float.NaN)).isNaN();
  }

  @Test
  default void functionsHaveTheBitsOfPlainJava() {
    Kernels plain = new PlainKernels();
    float[] positive = randomPositive();
    for (float[] x : new float[][] {sweep(-90, 90), sweep(-1, 1), special(), positive}) {
      same(kernels()::exp, plain::exp, x);
      same(kernels()::sigmoid, plain::sigmoid, x);
      same(kernels()::tanh, plain::tanh, x);
      same(kernels()::log, plain::log, x);
    }
  }

  private static void same(InPlace f, InPlace expected, float[] x) {
    float[] a = Arrays.copyOf(x, (x.length + 31) / 32 * 32);
    float[] b = a.clone();
    f.apply(a, 0, a.length);
    expected.apply(b, 0, b.length);
    Bits.same(a, b);
  }

  /** Every size that occurs goes through every lane of every vector. */
  @Test
  default void whatLiesAroundStaysAsItIs() {
    for (int n : new int[] {32, 64, 33 * 32}) {
      float[] a = new float[n + 50];
      kernels().exp(a, 7, n);
      kernels().log(a, 7, n);
      kernels().sigmoid(a, 7, n);
      kernels().tanh(a, 7, n);
      float value = a[7];
      assertThat((double) value).isCloseTo(Math.tanh(0.5), within(1e-6));
      for (int i = 0; i < a.length; i++) {
        assertThat(a[i]).isEqualTo(i >= 7 && i < 7 + n ? value : 0);
      }
    }
  }

  private static float apply(InPlace f, float x) {
    float[] a = new float[32];
    a[9] = x;
    f.apply(a, 0, a.length);
    return a[9];
  }

  private static void check(InPlace f, DoubleUnaryOperator expected, float... x) {
    float[] a = new float[(x.length + 31) / 32 * 32];
    System.arraycopy(x, 0, a, 0, x.length);
    f.apply(a, 0, a.length);
    for (int i = 0; i < x.length; i++) {
      double y = expected.applyAsDouble(x[i]);
      double error = Math.abs(a[i] - y) / Math.ulp((float) y);
      if (!(error <= ULPS)) {
        assertThat((double) a[i])
            .as("f(%s)", x[i])
            .isCloseTo(y, within(ULPS * Math.ulp((float) y)));
      }
    }
  }

  /** Where functions bend, end, or are not defined. */
  private static float[] special() {
    return new float[] {
      0,
      -0f,
      1,
      -1,
      0.5f,
      Float.MIN_VALUE,
      Float.MIN_NORMAL,
      -Float.MIN_NORMAL,
      Float.MAX_VALUE,
      -Float.MAX_VALUE,
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      87,
      -87,
      Math.nextUp(87f),
      35,
      -35,
      (float) Math.sqrt(0.5),
      Math.nextDown((float) Math.sqrt(0.5))
    };
  }

  private static float[] sweep(float from, float to) {
    int n = 100_000;
    float[] x = new float[n + 1];
    for (int i = 0; i <= n; i++) {
      x[i] = from + (to - from) * ((float) i / n);
    }
    return x;
  }

  /** Every exponent of a normal number. */
  private static float[] randomPositive() {
    int[] bits = new Random(1).ints(100_000, 0x00800000, 0x7f800000).toArray();
    float[] x = new float[bits.length];
    IntStream.range(0, x.length).forEach(i -> x[i] = Float.intBitsToFloat(bits[i]));
    return x;
  }
}
