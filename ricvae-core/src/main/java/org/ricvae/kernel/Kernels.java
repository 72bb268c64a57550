package org.ricvae.kernel;

/**
 * The inner loops of training and inference, on flat arrays.
 *
 * <p><b>Layout.</b> A batch is cut into blocks of {@value #BLOCK} samples. The activations of a
 * block are stored feature by feature, the samples of a feature side by side: {@code [features ×
 * 32]}, so the lanes of a vector register are samples. Weights of a dense layer with {@code in}
 * inputs and {@code out} outputs lie in {@code ceil(out / 12)} panels {@code [rows × 12]}, one
 * column an output; row 0 is the bias and row 1 + i belongs to input i. Likewise row 0 of an
 * activation that feeds a layer is all ones, so that bias and bias gradient need no code of their
 * own. Feature counts are padded with zero rows to a multiple of {@value #TILE}, the height of a
 * register tile: a forward product reads a panel from its begin to its end.
 *
 * <p>Every sum runs over its index in ascending order with one fused multiply-add a term: its bits
 * depend neither on the provider's vector width, nor on how a batch is split over threads. (The
 * OpenBLAS provider sums in its own order and says so.) All other kernels have the same bits
 * everywhere; exponentials, logarithms and noise are those of {@link Elementary}. Element-wise
 * functions take a multiple of {@value #BLOCK} values, Adam any number.
 *
 * <p>Implementations are stateless and thread-safe, and check nothing: callers own the geometry.
 */
public interface Kernels {
  /** Samples that lie side by side in memory: two AVX-512 registers, four of AVX2. */
  int BLOCK = 32;

  /** Rows of a register tile, and so outputs of a weight panel; feature counts are padded to it. */
  int TILE = 12;

  /** Exponentials saturate beyond this argument: exp(±87) is still a normal number. */
  int EXP_LIMIT = 87;

  /**
   * A sigmoid's output stays above 6e-16. It would otherwise shrink without end where data are
   * exactly 0, as the background of digits is, until its square and the gradients that follow are
   * denormal, on which processors work a hundred times slower.
   */
  float SIGMOID_LIMIT = 35;

  /** Short name for provenance: {@code plain}, {@code vector512}, {@code openblas}, … */
  String name();

  /** How the provider sums, and what it runs on, in a line for {@code info}. */
  String description();

  /** Whether they are as fast as they will be; some are slower until the JVM has compiled them. */
  default boolean ready() {
    return true;
  }

  /** Rounds a feature count up to a whole number of tiles. */
  static int padded(int features) {
    return (features + TILE - 1) / TILE * TILE;
  }

  /** Weight panels of 12 columns that hold {@code out} outputs. */
  static int panels(int out) {
    return (out + TILE - 1) / TILE;
  }

  /** Squares of 32 by 32 that hold the deltas of {@code out} outputs for 32 samples, transposed. */
  static int squares(int out) {
    return (out + BLOCK - 1) / BLOCK;
  }

  /**
   * Forward product {@code y[o] = Σ_k w[k, o] x[k]} for each block, {@code k = 0 .. rows-1} (bias
   * included as row 0).
   *
   * @param rows rows to sum over: 1 + in
   * @param out outputs; {@code padded(out)} rows of y are written
   * @param blocks blocks of 32 samples
   * @param w panels from {@code w0}, {@code wPanel} floats apart
   * @param x {@code [rows × 32]} a block from {@code x0}, {@code xBlock} floats apart
   * @param y {@code [padded(out) × 32]} a block from {@code y0}, {@code yBlock} floats apart
   */
  void forward(
      int rows,
      int out,
      int blocks,
      float[] w,
      int w0,
      int wPanel,
      float[] x,
      int x0,
      int xBlock,
      float[] y,
      int y0,
      int yBlock);

  /**
   * Gradient of the inputs {@code dx[i] = Σ_o w[1 + i, o] dy[o]} for each block. The panels have at
   * least {@code 1 + padded(in)} rows.
   *
   * @param in inputs; {@code padded(in)} rows of dx are written
   * @param out outputs to sum over; columns that pad the last panel are zero
   * @param dy {@code [padded(out) × 32]} a block, zero beyond the outputs
   * @param dx {@code [padded(in) × 32]} a block
   */
  void backward(
      int in,
      int out,
      int blocks,
      float[] w,
      int w0,
      int wPanel,
      float[] dy,
      int dy0,
      int dyBlock,
      float[] dx,
      int dx0,
      int dxBlock);

  /**
   * Gradient of a range of the weights over chunks of 32 samples, one after the other: {@code g[k,
   * o] = Σ_b x[k, b] dy[o, b]}. A sum over more chunks than are at hand goes on in another call.
   *
   * @param rows rows of the panels to compute
   * @param out outputs; columns that pad the last panel become zero
   * @param chunks chunks of 32 samples
   * @param first whether the sums begin with these chunks; else they go on from what is in g
   * @param x {@code [rows × 32]} a chunk from {@code x0}, {@code xChunk} floats apart; memory for
   *     {@code padded(rows)} rows, whatever it holds
   * @param dyT the deltas transposed, {@code [32 samples × 32 outputs]} a chunk, one after the
   *     other; {@code ceil(out / 32)} times, {@code dyTSquare} floats apart, zero beyond the
   *     outputs
   * @param g {@code ceil(out / 12)} panels {@code [rows × 12]}, {@code gPanel} floats apart
   */
  void weightGradient(
      int rows,
      int out,
      int chunks,
      boolean first,
      float[] x,
      int x0,
      int xChunk,
      float[] dyT,
      int dyT0,
      int dyTSquare,
      float[] g,
      int g0,
      int gPanel);

  /**
   * Transposes {@code [features × 32]} into {@code ceil(features / 32)} squares {@code [32 × 32]},
   * {@code dstSquare} floats apart; the columns that pad the last one become zero.
   */
  void transpose(int features, float[] src, int src0, float[] dst, int dst0, int dstSquare);

  /** {@code a = exp(a)} for n values, the argument held within ±{@value #EXP_LIMIT}. */
  void exp(float[] a, int a0, int n);

  /** {@code a = ln(a)} for n positive, normal values; NaN stays NaN. */
  void log(float[] a, int a0, int n);

  /**
   * {@code a = 1 / (1 + exp(-a))} for n values, the argument held at or above -{@value
   * #SIGMOID_LIMIT}.
   */
  void sigmoid(float[] a, int a0, int n);

  /** {@code a = tanh(a)} for n values. */
  void tanh(float[] a, int a0, int n);

  /** {@code dy = y > 0 ? dy : 0} for n values: back through max(0, a). */
  void reluGradient(float[] y, int y0, float[] dy, int dy0, int n);

  /** {@code dy = dy · y (1 - y)} for n values: back through the sigmoid. */
  void sigmoidGradient(float[] y, int y0, float[] dy, int dy0, int n);

  /** {@code dy = dy · (1 - y²)} for n values: back through tanh. */
  void tanhGradient(float[] y, int y0, float[] dy, int dy0, int n);

  /**
   * The residuals {@code r = x − μ} of n values, and their squares lane by lane: {@code squared[l]
   * += Σ_j r[j, l]²}, row after row, no multiply-add fused.
   */
  void residual(
      float[] x,
      int x0,
      float[] mean,
      int mean0,
      float[] r,
      int r0,
      float[] squared,
      int squared0,
      int n);

  /**
   * The penalty log(r² + ε) of n residuals (eq. 8) but for its logarithm: {@code dMean = −2 r / (r²
   * + ε)}, its derivative with respect to μ, and {@code r = r² + ε}.
   */
  void logPenalty(float epsilon, float[] r, int r0, float[] dMean, int dMean0, int n);

  /**
   * The next input {@code next = μ + |x − μ| ε'} for n values, ε' being the noise: eq. 15 with the
   * variance of eq. 7.
   */
  void recycle(
      float[] x,
      int x0,
      float[] mean,
      int mean0,
      float[] noise,
      int noise0,
      float[] next,
      int next0,
      int n);

  /**
   * Back through {@link #recycle}: {@code dMean += dNext (1 − s)} and {@code dX += dNext s} for n
   * values, with {@code s = sign(x − μ) ε'} and sign(0) = 0.
   */
  void recycleGradient(
      float[] x,
      int x0,
      float[] mean,
      int mean0,
      float[] noise,
      int noise0,
      float[] dNext,
      int dNext0,
      float[] dMean,
      int dMean0,
      float[] dX,
      int dX0,
      int n);

  /**
   * {@code dst[j, l] = gain x[j, l] − gain center[j]} for as many rows as the centre has values.
   */
  void normalize(float gain, float[] center, float[] x, int x0, float[] dst, int dst0);

  /** {@code sums[l] += Σ_j a[j, l]} for n values, row after row. */
  void addRows(float[] a, int a0, float[] sums, int sums0, int n);

  /** {@code dst = a + factor · b} for n values; dst may be a or b itself. */
  void addScaled(float[] a, int a0, float factor, float[] b, int b0, float[] dst, int dst0, int n);

  /** {@code dst = −a} for n values. */
  void negate(float[] a, int a0, float[] dst, int dst0, int n);

  /**
   * Standard normal noise for one block, {@code dst[e, l]} a function of nothing but the key, the
   * sample and the element: {@link Noise} has the definition.
   *
   * @param key four words: seed, epoch, stream
   * @param samples the sample numbers of the 32 lanes, from {@code s0}
   * @param elements rows to write; {@code padded(elements)} rows may be overwritten
   */
  void normal(int[] key, int[] samples, int s0, int elements, float[] dst, int dst0);

  /**
   * One Adam update (Kingma and Ba 2015, Algorithm 1) of n parameters with decoupled weight decay
   * (Loshchilov and Hutter 2019):
   *
   * <pre>
   * m = β1 m + (1-β1) s g      v = β2 v + (1-β2) (s g)²
   * w = w - step · (m / (√v · invSqrtBias2 + ε) + decay · w)      (decay: 0 for biases)
   * </pre>
   *
   * where {@code step = lr / (1-β1^t)} and {@code decay} is already multiplied by {@code 1-β1^t}.
   * Values of s g and m below {@link AdamStep#TINY} count as zero, and v stays at or above {@link
   * AdamStep#LEAST_SECOND}.
   */
  void adam(
      AdamStep step,
      float decay,
      float[] w,
      int w0,
      float[] m,
      float[] v,
      float[] g,
      int g0,
      int n);
}
