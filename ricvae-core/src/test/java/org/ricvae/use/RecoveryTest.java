package org.ricvae.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.data.ValueType;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.PlainKernels;
import org.ricvae.model.Architecture;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.InputNormalization;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;
import org.ricvae.nn.Dense;

class RecoveryTest {
  private static final int SIZE = 12;
  private static final int KAPPA = 3;
  private static final int ROWS = 150;
  private static final double CELL = 0.25;

  private final RecurrentVae vae = vae();
  private final float[] weights = vae.initialize(9, new float[SIZE], 1);
  private final TrainedModel model =
      new TrainedModel(
          vae,
          weights,
          new SampleShape(3, 4, 1),
          ValueType.F32,
          new Scaling(-2, 0.2),
          fill(),
          new Thresholds(0.05, CELL));
  private final float[] values = values();

  @Test
  void passesAgreeWithAPlainForward() {
    Recovered recovered = recover(new RecoveryOptions(3, false, 0, false, 0));
    for (int i = 0; i < ROWS; i++) {
      double[] x = scaled(i);
      double[] observed = x.clone();
      double[] mean = x;
      for (int pass = 0; pass < 3; pass++) {
        mean = forward(mean);
      }
      double score = 0;
      for (int j = 0; j < SIZE; j++) {
        int at = i * SIZE + j;
        assertThat(recovered.values()[at]).isCloseTo((float) (mean[j] * 5 - 2), within(1e-4f));
        double r = Math.abs(observed[j] - mean[j]);
        assertThat(recovered.residuals()[at]).isCloseTo((float) (r * 5), within(1e-4f));
        assertThat(recovered.flagged()[at]).isEqualTo(r > CELL);
        score += r * r / SIZE;
      }
      assertThat(recovered.scores()[i]).isCloseTo(score, within(1e-5));
    }
    assertThat(recovered.deviations()).isNull();
  }

  @Test
  void onlyFlaggedLeavesTheRestUntouched() {
    Recovered recovered = recover(new RecoveryOptions(1, false, 0, true, 0));
    boolean someKept = false;
    boolean someChanged = false;
    for (int i = 0; i < values.length; i++) {
      if (recovered.flagged()[i]) {
        someChanged |= recovered.values()[i] != values[i];
      } else {
        assertThat(recovered.values()[i]).isEqualTo(values[i]);
        someKept = true;
      }
    }
    assertThat(someKept && someChanged).isTrue();
  }

  @Test
  void missingValuesAreFilledFlaggedAndNotScored() {
    float[] holes = values.clone();
    Arrays.fill(holes, 0, SIZE, Float.NaN);
    holes[SIZE + 2] = Float.NaN;
    Recovered r =
        new Recovery(model, new PlainKernels())
            .recover(holes, 0, 2, 0, new RecoveryOptions(1, false, 0, true, 0));
    assertThat(r.scores()[0]).isZero();
    for (int j = 0; j < SIZE; j++) {
      assertThat(r.values()[j]).isFinite();
      assertThat(r.flagged()[j]).isTrue();
    }
    assertThat(r.values()[SIZE + 2]).isFinite();
    assertThat(r.residuals()[SIZE + 2]).isZero();
  }

  @Test
  void infiniteValuesAreNamed() {
    float[] bad = values.clone();
    bad[SIZE + 5] = Float.POSITIVE_INFINITY;
    Recovery recovery = new Recovery(model, new PlainKernels());
    assertThatThrownBy(() -> recovery.recover(bad, 0, 3, 40, RecoveryOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("value 5 of sample 41 is infinite");
  }

  @Test
  void uncertaintyIsThatOfTheDecodedPosterior() {
    Recovered few = recover(new RecoveryOptions(1, false, 2_000, false, 5));
    SplittableRandom random = new SplittableRandom(11);
    double[] z = head(scaled(0));
    double[] sum = new double[SIZE];
    double[] squares = new double[SIZE];
    int draws = 20_000;
    for (int d = 0; d < draws; d++) {
      double[] drawn = new double[KAPPA];
      for (int k = 0; k < KAPPA; k++) {
        drawn[k] = z[k] + Math.exp(z[KAPPA + k] / 2) * random.nextGaussian();
      }
      double[] mean = decode(drawn);
      for (int j = 0; j < SIZE; j++) {
        sum[j] += mean[j];
        squares[j] += mean[j] * mean[j];
      }
    }
    for (int j = 0; j < SIZE; j++) {
      double sd = Math.sqrt(squares[j] / draws - sum[j] / draws * sum[j] / draws) * 5;
      assertThat((double) few.deviations()[j]).isCloseTo(sd, within(0.08 * sd));
    }
  }

  @Test
  void streamsGiveTheSameForAnyNumberOfThreads() {
    RecoveryOptions options = new RecoveryOptions(2, true, 4, false, 3);
    float[] one = stream(options, 1);
    assertThat(stream(options, 2)).containsExactly(one);
    assertThat(stream(options, 3)).containsExactly(one);
  }

  @Test
  void generatedSamplesDependOnSeedAndNumberAlone() {
    Recovery recovery = new Recovery(model, new PlainKernels());
    float[] all = recovery.generate(100, 0, 3, true, 7);
    float[] part = recovery.generate(10, 64, 3, true, 7);
    assertThat(Arrays.copyOfRange(all, 64 * SIZE, 74 * SIZE)).containsExactly(part);
    assertThat(recovery.generate(10, 64, 3, true, 8)).isNotEqualTo(part);
  }

  @Test
  void anotherShapeIsRefused() {
    Samples other = Samples.of(new SampleShape(4, 3, 1), new float[48]);
    Streams streams = new Streams(model, new PlainKernels(), 1);
    assertThatThrownBy(
            () -> streams.recover(other, RecoveryOptions.DEFAULT, (r, n, first) -> {}, done -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("4x3")
        .hasMessageContaining("3x4");
  }

  private float[] stream(RecoveryOptions options, int threads) {
    Samples samples = Samples.of(model.shape(), manyValues());
    float[] out = new float[(int) samples.count() * SIZE];
    new Streams(model, new PlainKernels(), threads)
        .recover(
            samples,
            options,
            (r, n, first) -> System.arraycopy(r.values(), 0, out, (int) first * SIZE, n * SIZE),
            done -> {});
    return out;
  }

  private float[] manyValues() {
    float[] many = new float[5 * values.length];
    for (int i = 0; i < many.length; i++) {
      many[i] = values[i % values.length];
    }
    return many;
  }

  /** All rows, in two calls: a recovery takes a limited number at once. */
  private Recovered recover(RecoveryOptions options) {
    Recovery recovery = new Recovery(model, new PlainKernels());
    int first = recovery.capacity();
    Recovered a = recovery.recover(values, 0, first, 0, options);
    Recovered b = recovery.recover(values, first * SIZE, ROWS - first, first, options);
    return new Recovered(
        join(a.values(), b.values()),
        join(a.residuals(), b.residuals()),
        a.deviations() == null ? null : join(a.deviations(), b.deviations()),
        joinFlags(a.flagged(), b.flagged()),
        joinScores(a.scores(), b.scores()));
  }

  private static float[] join(float[] a, float[] b) {
    float[] c = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, c, a.length, b.length);
    return c;
  }

  private static boolean[] joinFlags(boolean[] a, boolean[] b) {
    boolean[] c = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, c, a.length, b.length);
    return c;
  }

  private static double[] joinScores(double[] a, double[] b) {
    double[] c = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, c, a.length, b.length);
    return c;
  }

  private double[] scaled(int row) {
    double[] x = new double[SIZE];
    for (int j = 0; j < SIZE; j++) {
      x[j] = (values[row * SIZE + j] + 2) * 0.2;
    }
    return x;
  }

  private double[] forward(double[] x) {
    return decode(Arrays.copyOf(head(x), KAPPA));
  }

  private double[] head(double[] x) {
    double[] h = new double[SIZE];
    for (int j = 0; j < SIZE; j++) {
      h[j] = (x[j] - vae.normalization().center()[j]) * vae.normalization().gain();
    }
    for (Dense layer : vae.encoder().layers()) {
      h = dense(layer, h);
    }
    return h;
  }

  private double[] decode(double[] z) {
    double[] h = z;
    for (Dense layer : vae.decoder().layers()) {
      h = dense(layer, h);
    }
    return h;
  }

  private double[] dense(Dense layer, double[] x) {
    double[] y = new double[layer.out()];
    for (int o = 0; o < layer.out(); o++) {
      y[o] = weights[layer.index(-1, o)];
      for (int i = 0; i < layer.in(); i++) {
        y[o] += weights[layer.index(i, o)] * x[i];
      }
      y[o] = layer.activation() == Activation.TANH ? Math.tanh(y[o]) : y[o];
    }
    return y;
  }

  private static RecurrentVae vae() {
    Architecture architecture =
        new Architecture(SIZE, KAPPA, List.of(10), List.of(9), Activation.TANH, Activation.LINEAR);
    float[] center = new float[SIZE];
    Arrays.fill(center, 0.4f);
    return new RecurrentVae(
        architecture,
        new Objective(new ConditionedVariance(1e-2, false), 2, false),
        new InputNormalization(center, 3));
  }

  private static float[] fill() {
    float[] fill = new float[SIZE];
    Arrays.fill(fill, 0.5f);
    return fill;
  }

  private static float[] values() {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[ROWS * SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextDouble() * 5 - 2);
    }
    return values;
  }
}
