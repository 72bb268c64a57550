package org.ricvae.kernel;

/**
 * Exponential, logarithm, and Box and Muller's transform in single precision, to about two units in
 * the last place, number by number. Who computes them for many numbers at a time takes the same
 * constants in the same operations, and gets the same bits.
 *
 * <p>Range reduction and polynomials are those of the Cephes library (Moshier 1992: {@code expf},
 * {@code logf}), evaluated with fused multiply-adds.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // constants as Cephes prints them
public final class Elementary {
  /** Bits of a float's mantissa. */
  public static final int MANTISSA = 23;

  /** 1.5 · 2^23: a number that is added to it ends up, rounded, in the lowest bits. */
  public static final float SHIFTER = 12582912;

  /** 1 / ln 2. */
  public static final float LOG2_E = (float) (1 / Math.log(2));

  /** The upper bits of ln 2, so few that their product with a whole number is exact. */
  public static final float LN2_HIGH = 0.693359375f;

  /** ln 2 less {@link #LN2_HIGH}. */
  public static final float LN2_LOW = -2.12194440e-4f;

  /** The bits of √½: what lies above them and below √2 has the exponent 0 in {@link #log}. */
  public static final int ROOT_HALF_BITS = Float.floatToRawIntBits((float) Math.sqrt(0.5));

  private static final int SHIFTER_BITS = Float.floatToRawIntBits(SHIFTER);
  private static final int ONE_BITS = Float.floatToRawIntBits(1);

  private static final float[] EXP = {
    0,
    0,
    5.0000001201e-1f,
    1.6666665459e-1f,
    4.1665795894e-2f,
    8.3334519073e-3f,
    1.3981999507e-3f,
    1.9875691500e-4f
  };

  private static final float[] LOG = {
    0,
    0,
    0,
    3.3333331174e-1f,
    -2.4999993993e-1f,
    2.0000714765e-1f,
    -1.6668057665e-1f,
    1.4249322787e-1f,
    -1.2420140846e-1f,
    1.1676998740e-1f,
    -1.1514610310e-1f,
    7.0376836292e-2f
  };

  private static final float[] CIRCLE = new float[13];

  static {
    double factor = 1;
    for (int n = 1; n < CIRCLE.length; n++) {
      factor *= Math.PI / n;
      CIRCLE[n] = (float) (n / 2 % 2 == 0 ? factor : -factor);
    }
  }

  private Elementary() {}

  /** The factor of r^n, n = 2 .. 7, in exp(r). */
  public static float expFactor(int n) {
    return EXP[n];
  }

  /** The factor of x^n, n = 3 .. 11, in ln(1 + x). */
  public static float logFactor(int n) {
    return LOG[n];
  }

  /** The factor of t^n, n = 1 .. 12, in the Taylor series of sin πt or cos πt. */
  public static float circleFactor(int n) {
    return CIRCLE[n];
  }

  /** exp(x), the argument held within ±{@value Kernels#EXP_LIMIT}. */
  public static float exp(float x) {
    return exponential(x, 0, Kernels.EXP_LIMIT);
  }

  /** 1 / (1 + exp(-x)), the argument held at or above -{@value Kernels#SIGMOID_LIMIT}. */
  public static float sigmoid(float x) {
    return 1 / (exponential(-x, 0, Kernels.SIGMOID_LIMIT) + 1);
  }

  /** t / (t + 2) with t = exp(2x) - 1, which is exact where x is small. */
  public static float tanh(float x) {
    float t = exponential(2 * x, 1, Kernels.EXP_LIMIT);
    return t / (t + 2);
  }

  /**
   * {@code exp(x) - less} with less 0 or 1, the argument at {@code most}: n is the whole number
   * nearest to x / ln 2, r = x - n ln 2 is at most ½ ln 2 from zero, and 2^n (exp(r) - 1) + (2^n -
   * less) is the result.
   */
  private static float exponential(float argument, float less, float most) {
    float x = Math.max(-Kernels.EXP_LIMIT, Math.min(most, argument));
    float shifted = Math.fma(x, LOG2_E, SHIFTER);
    float n = shifted - SHIFTER;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    float p = Math.fma(polynomial(EXP, 7, 2, r), r * r, r);
    int exponent = Float.floatToRawIntBits(shifted) << MANTISSA;
    float scale = Float.intBitsToFloat(exponent + ONE_BITS);
    return Math.fma(scale, p, scale - less);
  }

  /** n ln 2 + ln(1 + x) for a = 2^n (1 + x); NaN for NaN, infinity and what is not positive. */
  public static float log(float a) {
    int bits = Float.floatToRawIntBits(a);
    int n = (bits - ROOT_HALF_BITS) >> MANTISSA;
    float e = Float.intBitsToFloat(n + SHIFTER_BITS) - SHIFTER;
    float x = Float.intBitsToFloat(bits - (n << MANTISSA)) - 1;
    float z = x * x;
    float p = polynomial(LOG, 11, 3, x) * x;
    float tail = Math.fma(z, -0.5f, Math.fma(e, LN2_LOW, p * z));
    float log = Math.fma(e, LN2_HIGH, tail + x);
    return a > 0 && a <= Float.MAX_VALUE ? log : Float.NaN;
  }

  /**
   * Two normal numbers of two random words, as {@link Noise} defines them.
   *
   * <p>With t = u - ½, s = sin πt and c = cos πt, the angle is doubled: cos 2πu = 2s² - 1 and sin
   * 2πu = -2sc. Up to |πt| = π/2 the Taylor series converge fast: what is cut off is below 6e-8.
   *
   * @param cosine where the number with the cosine goes
   * @param sine where the number with the sine goes
   */
  public static void normal(int word0, int word1, float[] dst, int cosine, int sine) {
    float radius = (float) Math.sqrt(log(Noise.uniform(word0)) * -2);
    float t = Noise.uniform(word1) - 0.5f;
    float z = t * t;
    float s = CIRCLE[11];
    for (int n = 9; n >= 1; n -= 2) {
      s = Math.fma(s, z, CIRCLE[n]);
    }
    s *= t;
    float c = CIRCLE[12];
    for (int n = 10; n >= 2; n -= 2) {
      c = Math.fma(c, z, CIRCLE[n]);
    }
    c = Math.fma(c, z, 1);
    float chord = s * -2;
    dst[cosine] = -Math.fma(s, chord, 1) * radius;
    dst[sine] = c * chord * radius;
  }

  /** {@code Σ_n factors[n] x^(n - low)} for n = high .. low, by Horner's rule. */
  private static float polynomial(float[] factors, int high, int low, float x) {
    float sum = factors[high];
    for (int n = high - 1; n >= low; n--) {
      sum = Math.fma(sum, x, factors[n]);
    }
    return sum;
  }
}
