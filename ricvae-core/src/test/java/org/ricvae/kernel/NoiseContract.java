package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Normal noise: what {@link Noise} defines, and normal. */
public interface NoiseContract extends KernelsUnderTest {
  /** Absolute error of a number up to 5.8 made in single precision. */
  double TOLERANCE = 3e-6;

  @Test
  default void noiseIsWhatItsDefinitionSays() {
    Random random = new Random(3);
    for (int elements : new int[] {1, 2, 7, 8, 9, 30, 785}) {
      int[] key = random.ints(4).toArray();
      int[] samples = random.ints(40).toArray();
      float[] dst = new float[(Kernels.padded(elements) + 1) * 32 + 5];
      kernels().normal(key, samples, 4, elements, dst, 5);
      for (int e = 0; e < elements; e++) {
        for (int l = 0; l < 32; l++) {
          double expected = definition(key, samples[4 + l], e);
          assertThat((double) dst[5 + e * 32 + l]).isCloseTo(expected, within(TOLERANCE));
        }
      }
      assertThat(Arrays.copyOfRange(dst, dst.length - 32, dst.length)).containsOnly(0);
      assertThat(Arrays.copyOf(dst, 5)).containsOnly(0);
    }
  }

  /** Element e of a sample, in double precision. */
  private static double definition(int[] key, int sample, int e) {
    int[] words = {e / 4, 0, sample, 0};
    Threefry.apply(key, words);
    int pair = e % 4 / 2 * 2;
    double radius = Math.sqrt(-2 * Math.log(uniform(words[pair])));
    double angle = 2 * Math.PI * uniform(words[pair + 1]);
    return radius * (e % 2 == 0 ? Math.cos(angle) : Math.sin(angle));
  }

  private static double uniform(int word) {
    return ((word >>> 9) + 0.5) / (1 << 23);
  }

  @Test
  default void noiseHasTheBitsOfPlainJava() {
    int[] key = new Random(4).ints(4).toArray();
    int[] samples = new Random(5).ints(32).toArray();
    int elements = 12_000;
    float[] ours = new float[elements * 32];
    float[] plain = ours.clone();
    kernels().normal(key, samples, 0, elements, ours, 0);
    new PlainKernels().normal(key, samples, 0, elements, plain, 0);
    Bits.same(ours, plain);
  }

  @Test
  default void sampleIsTheSameInEveryLane() {
    int[] key = {1, 2, 3, 4};
    int[] samples = new int[32];
    Arrays.fill(samples, 77);
    float[] dst = new float[16 * 32];
    kernels().normal(key, samples, 0, 16, dst, 0);
    for (int i = 0; i < dst.length; i++) {
      assertThat(dst[i]).isEqualTo(dst[i / 32 * 32]);
    }
  }

  @Test
  default void momentsAreThoseOfTheNormalDistribution() {
    float[] noise = noise(Noise.Purpose.RECYCLE, 1, 0);
    int n = noise.length;
    double[] moment = new double[5];
    int beyondTwo = 0;
    for (float x : noise) {
      for (int p = 1; p <= 4; p++) {
        moment[p] += Math.pow(x, p) / n;
      }
      beyondTwo += Math.abs(x) > 2 ? 1 : 0;
    }
    // Five standard errors: Var x = 1, Var x² = 2, Var x³ = 15, Var x⁴ = 96.
    double error = 5 / Math.sqrt(n);
    assertThat(moment[1]).isCloseTo(0, within(error));
    assertThat(moment[2]).isCloseTo(1, within(error * Math.sqrt(2)));
    assertThat(moment[3]).isCloseTo(0, within(error * Math.sqrt(15)));
    assertThat(moment[4]).isCloseTo(3, within(error * Math.sqrt(96)));
    assertThat((double) beyondTwo / n).isCloseTo(0.0455003, within(error * 0.21));
  }

  @Test
  default void neighboursAreIndependent() {
    float[] noise = noise(Noise.Purpose.RECYCLE, 1, 0);
    for (int lag : new int[] {1, 2, 31, 32, 64, 96, 128}) {
      assertThat(correlation(noise, lag, noise)).isCloseTo(0, within(5 / Math.sqrt(noise.length)));
      assertThat(squareCorrelation(noise, lag)).isCloseTo(0, within(10 / Math.sqrt(noise.length)));
    }
  }

  @Test
  default void otherKeysGiveOtherNoise() {
    float[] noise = noise(Noise.Purpose.RECYCLE, 1, 0);
    double bound = 5 / Math.sqrt(noise.length);
    assertThat(correlation(noise, 0, noise(Noise.Purpose.LATENT, 1, 0)))
        .isCloseTo(0, within(bound));
    assertThat(correlation(noise, 0, noise(Noise.Purpose.RECYCLE, 2, 0)))
        .isCloseTo(0, within(bound));
    assertThat(correlation(noise, 0, noise(Noise.Purpose.RECYCLE, 1, 1)))
        .isCloseTo(0, within(bound));
  }

  /** 32 samples of 8192 elements. */
  private float[] noise(Noise.Purpose purpose, int epoch, int pass) {
    int[] key = new int[4];
    Noise.key(42, epoch, pass, purpose, key);
    int[] samples = new int[32];
    Arrays.setAll(samples, i -> i);
    float[] dst = new float[8192 * 32];
    kernels().normal(key, samples, 0, 8192, dst, 0);
    return dst;
  }

  private static double correlation(float[] x, int lag, float[] y) {
    double sum = 0;
    for (int i = lag; i < x.length; i++) {
      sum += (double) x[i] * y[i - lag];
    }
    return sum / (x.length - lag);
  }

  private static double squareCorrelation(float[] x, int lag) {
    double sum = 0;
    for (int i = lag; i < x.length; i++) {
      sum += ((double) x[i] * x[i] - 1) * ((double) x[i - lag] * x[i - lag] - 1);
    }
    return sum / (x.length - lag);
  }
}
