package org.ricvae.baseline;

import java.util.Optional;
import org.ricvae.data.InputException;

/**
 * Robust PCA by principal component pursuit: D = L + S, the sum of a low-rank and a sparse matrix,
 * minimising ‖L‖_* + λ ‖S‖₁.
 *
 * <p>Candès, Li, Ma and Wright, "Robust principal component analysis?", JACM 58(3), 2011; solved by
 * the inexact augmented Lagrange multiplier method of Lin, Chen and Ma, arXiv:1009.5055, Algorithm
 * 5, with their constants (ρ = 1.5, μ₀ = 1.25 / ‖D‖₂, μ ≤ 10⁷ μ₀). Since μ grows geometrically, the
 * result is feasible and near the optimum, but on very small or degenerate data not always at it.
 *
 * @param lowRank L: {@code [samples × values]}
 * @param sparse S: {@code [samples × values]}
 * @param rank of L
 * @param iterations made
 * @param residual ‖D − L − S‖_F / ‖D‖_F at the end
 * @param converged whether the residual fell under the tolerance
 * @param subspace the span of L's rows, on which new samples are projected; none if L = 0
 */
public record Rpca(
    Matrix lowRank,
    Matrix sparse,
    int rank,
    int iterations,
    double residual,
    boolean converged,
    Optional<Subspace> subspace) {
  private static final double MU_START = 1.25;
  private static final double MU_GROWTH = 1.5;
  private static final double MU_RANGE = 1e7;

  /** λ: what a unit of S costs against a unit of L's nuclear norm. */
  public enum Lambda {
    /** λ = 1 / √max(samples, values): Candès et al. (2011), Theorem 1.1. */
    LARGER_SIDE,
    /**
     * λ = 1 / √values: what the code of Lin et al. does, whose λ is 1 / √rows, where each column of
     * the matrix is an image.
     */
    VALUES,
    /** λ = 1 / √samples: the same code, given one sample a row. */
    SAMPLES;

    /** λ of a data matrix. */
    public double of(Matrix data) {
      return 1
          / Math.sqrt(
              switch (this) {
                case LARGER_SIDE -> Math.max(data.rows(), data.columns());
                case VALUES -> data.columns();
                case SAMPLES -> data.rows();
              });
    }
  }

  /**
   * How to decompose.
   *
   * @param lambda the convention for λ
   * @param tolerance on ‖D − L − S‖_F / ‖D‖_F, over 0
   * @param maxIterations at least 1
   */
  public record Options(Lambda lambda, double tolerance, int maxIterations) {
    /** Lin et al.'s. */
    public static final double DEFAULT_TOLERANCE = 1e-7;

    /** Lin et al.'s; some 40 are needed. */
    public static final int DEFAULT_MAX_ITERATIONS = 1_000;

    /** Checks the ranges. */
    public Options {
      if (!(tolerance > 0 && tolerance < 1)) {
        throw new InputException(
            "RPCA: a tolerance of %s is out of range, allowed are numbers over 0 and under 1"
                .formatted(tolerance));
      }
      if (maxIterations < 1) {
        throw new InputException(
            "RPCA: at most %d iterations is out of range, allowed are 1 and more"
                .formatted(maxIterations));
      }
    }

    /** Candès et al.'s λ, and the usual stopping rule. */
    public static Options defaults() {
      return of(Lambda.LARGER_SIDE);
    }

    /** A convention for λ, and the usual stopping rule. */
    public static Options of(Lambda lambda) {
      return new Options(lambda, DEFAULT_TOLERANCE, DEFAULT_MAX_ITERATIONS);
    }
  }

  /**
   * Decomposes data.
   *
   * @param data D: {@code [samples × values]}
   * @param progress hears of the residual
   * @throws InputException where a value is missing or infinite
   */
  public static Rpca decompose(Matrix data, Options options, Progress progress) {
    data.requireFinite("RPCA");
    double norm = Math.sqrt(data.squaredNorm());
    if (norm == 0) {
      return new Rpca(data, data, 0, 0, 0, true, Optional.empty());
    }
    int n = data.values().length;
    int rows = data.rows();
    int columns = data.columns();
    double[] d = data.values();
    double lambda = options.lambda().of(data);
    double spectral = SingularVectors.over(0, 1, data).values()[0];
    double dual = Math.max(spectral, max(d) / lambda);
    double mu = MU_START / spectral;
    double muLimit = mu * MU_RANGE;
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = d[i] / dual;
    }
    double[] low = new double[n];
    double[] sparse = new double[n];
    SingularVectors vectors = null;
    double residual = Double.POSITIVE_INFINITY;
    int iteration = 0;
    while (residual >= options.tolerance() && iteration < options.maxIterations()) {
      iteration++;
      double[] target = new double[n];
      for (int i = 0; i < n; i++) {
        double scaledDual = y[i] / mu;
        sparse[i] = soft(d[i] - low[i] + scaledDual, lambda / mu);
        target[i] = d[i] - sparse[i] + scaledDual;
      }
      double threshold = 1 / mu;
      vectors = SingularVectors.over(threshold, n, new Matrix(rows, columns, target));
      low = vectors == null ? new double[n] : vectors.map(s -> s - threshold).values();
      double squares = 0;
      for (int i = 0; i < n; i++) {
        double difference = d[i] - low[i] - sparse[i];
        y[i] += mu * difference;
        squares += difference * difference;
      }
      residual = Math.sqrt(squares) / norm;
      mu = Math.min(MU_GROWTH * mu, muLimit);
      progress.iteration(iteration, options.maxIterations(), residual);
    }
    return new Rpca(
        new Matrix(rows, columns, low),
        new Matrix(rows, columns, sparse),
        vectors == null ? 0 : vectors.values().length,
        iteration,
        residual,
        residual < options.tolerance(),
        Optional.ofNullable(vectors).map(Subspace::spannedBy));
  }

  /**
   * L of new samples. RPCA has no answer for these; this is an extension, not part of the papers:
   * each is projected on the subspace found, under an ℓ1 residual (see {@link Subspace#project}),
   * which is what principal component pursuit leaves to do once the subspace is fixed and its use
   * costs nothing.
   *
   * @param samples {@code [n × values]}
   */
  public Matrix lowRankOf(Matrix samples) {
    samples.requireFinite("RPCA").requireColumns(lowRank.columns(), "RPCA");
    return subspace
        .map(s -> s.project(samples))
        .orElseGet(
            () ->
                new Matrix(samples.rows(), samples.columns(), new double[samples.values().length]));
  }

  /** sign(a) max(0, |a| − t). */
  static double soft(double a, double t) {
    return a > t ? a - t : a < -t ? a + t : 0;
  }

  private static double max(double[] values) {
    double max = 0;
    for (double value : values) {
      max = Math.max(max, Math.abs(value));
    }
    return max;
  }
}
