package org.ricvae.baseline;

import java.util.Arrays;
import org.ricvae.data.InputException;

/**
 * Unsupervised one-class learning: Liu, Hua and Smith, "Unsupervised one-class learning for
 * automatic outlier removal", CVPR 2014. A kernel classifier f = Kα and soft labels y, one value c⁺
 * for inliers and one value c⁻ for outliers, are found together:
 *
 * <pre>
 * min over α, y of ‖Kα − y‖² + γ1 αᵀKLKα − (2 γ2 / n⁺) Σ_{y_i > 0} f(x_i),   ‖α‖ = 1
 * </pre>
 *
 * from α = 1/√n on, in turns: y by trying every n⁺ on the sorted f ({@link SoftLabels}), α by least
 * squares on the sphere ({@link SphereLeastSquares}) with A = K(I + γ1 L)K and b = K(y + (γ2 / n⁺)
 * 1_{y > 0}), until the labels stay.
 *
 * <p>Written from memory of that paper: its constants are not known to us. So γ1, γ2, the number of
 * neighbours, the kernel's bandwidth and the weights of the graph ({@link KernelGraph}) are ours,
 * and of the two readings of its label normalisation both are offered.
 *
 * @param decision f, large for inliers
 * @param inlier the labels
 * @param inliers n⁺
 * @param objective at the end
 * @param iterations made
 * @param converged whether the labels stayed
 */
public record Uocl(
    double[] decision,
    boolean[] inlier,
    int inliers,
    double objective,
    int iterations,
    boolean converged) {

  /** The most samples: by n³ from 5208, which took 69 s, some four minutes; about 3 GB. */
  public static final int MAX_SAMPLES = 8_000;

  /** What the labels of m inliers among n samples are; in both, ‖y‖² = n. */
  public enum Labels {
    /** c⁺ = √((n − m) / m), c⁻ = −√(m / (n − m)): the labels sum to zero. */
    CENTRED(0.1) {
      @Override
      double positive(int m, int n) {
        return Math.sqrt((n - m) / (double) m);
      }

      @Override
      double negative(int m, int n) {
        return -Math.sqrt(m / (double) (n - m));
      }
    },
    /** c⁺ = √(n / 2m), c⁻ = −√(n / 2(n − m)): both classes weigh the same. */
    BALANCED(1) {
      @Override
      double positive(int m, int n) {
        return Math.sqrt(n / (2.0 * m));
      }

      @Override
      double negative(int m, int n) {
        return -Math.sqrt(n / (2.0 * (n - m)));
      }
    };

    /**
     * The margin we take: of 0, 0.1, 1 and 10, tried on seven public data sets, one with the fewest
     * where a class is left with under 2 % of the samples. With 1, centred labels left hardly an
     * inlier on four of them; with 0.1, balanced ones hardly an outlier on six, with 1 on three.
     */
    final double margin;

    Labels(double margin) {
      this.margin = margin;
    }

    abstract double positive(int m, int n);

    abstract double negative(int m, int n);
  }

  /**
   * How to learn.
   *
   * @param labels the label normalisation
   * @param smoothness γ1, 0 or more
   * @param margin γ2 / n, 0 or more: a share of the samples, so that it means the same for any n
   * @param neighbours of each sample in the graph, at least 1
   * @param maxIterations at least 1
   */
  public record Options(
      Labels labels, double smoothness, double margin, int neighbours, int maxIterations) {
    /** Ours; the paper's is unknown. */
    public static final double DEFAULT_SMOOTHNESS = 1;

    /** Ours; the paper's is unknown. */
    public static final int DEFAULT_NEIGHBOURS = 6;

    /** "Only a few" are needed, says the paper. */
    public static final int DEFAULT_MAX_ITERATIONS = 100;

    /** Checks the ranges. */
    public Options {
      if (!(smoothness >= 0 && smoothness < 1e12 && margin >= 0 && margin < 1e12)) {
        throw new InputException(
            "UOCL: a smoothness of %s and a margin of %s; allowed are finite numbers from 0"
                .formatted(smoothness, margin));
      }
      if (neighbours < 1 || maxIterations < 1) {
        throw new InputException(
            "UOCL: %d neighbours and at most %d iterations; allowed are 1 and more of each"
                .formatted(neighbours, maxIterations));
      }
    }

    /** A label normalisation, and our constants. */
    public static Options of(Labels labels) {
      return new Options(
          labels, DEFAULT_SMOOTHNESS, labels.margin, DEFAULT_NEIGHBOURS, DEFAULT_MAX_ITERATIONS);
    }
  }

  /**
   * Learns from data with outliers among them.
   *
   * @param data {@code [samples × values]}, 2 to {@link #MAX_SAMPLES} samples
   * @param progress hears of the objective
   * @throws InputException where a value is missing or infinite, or the samples are too many or few
   */
  public static Uocl fit(Matrix data, Options options, Progress progress) {
    data.requireFinite("UOCL");
    int n = data.rows();
    if (n < 2 || n > MAX_SAMPLES) {
      throw new InputException(
          "UOCL: %d samples; allowed are 2 to %d, for it needs the eigenvectors of a matrix of that order, so take a part of the data"
              .formatted(n, MAX_SAMPLES));
    }
    KernelGraph graph = KernelGraph.of(data, options.neighbours());
    Matrix smooth = graph.laplacianProduct();
    for (int i = 0; i < smooth.values().length; i++) {
      smooth.values()[i] = graph.kernel().values()[i] + options.smoothness() * smooth.values()[i];
    }
    Matrix a = Lapack.product(graph.kernel(), smooth);
    SphereLeastSquares sphere = new SphereLeastSquares(a);
    double margin = options.margin() * n;
    double[] start = new double[n];
    Arrays.fill(start, 1 / Math.sqrt(n));
    double[] decision = graph.times(start);
    SoftLabels labels = SoftLabels.best(decision, options.labels(), margin);
    double objective = Double.NaN;
    boolean converged = false;
    int iteration = 0;
    while (!converged && iteration < options.maxIterations()) {
      iteration++;
      double[] target = labels.values().clone();
      for (int i = 0; i < n; i++) {
        target[i] += labels.inlier()[i] ? margin / labels.inliers() : 0;
      }
      double[] b = graph.times(target);
      SphereLeastSquares.Solution solution = sphere.solve(b);
      decision = graph.times(solution.alpha());
      SoftLabels next = SoftLabels.best(decision, options.labels(), margin);
      converged = Arrays.equals(next.inlier(), labels.inlier());
      labels = next;
      objective = n + solution.value();
      progress.iteration(iteration, options.maxIterations(), objective);
    }
    return new Uocl(decision, labels.inlier(), labels.inliers(), objective, iteration, converged);
  }
}
