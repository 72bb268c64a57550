package org.ricvae.baseline;

import java.util.SplittableRandom;

/**
 * Data whose truth is known: X = L + S.
 *
 * @param lowRank L, of the rank asked for
 * @param dirty X: some values of L replaced by large ones
 */
record Synthetic(Matrix lowRank, Matrix dirty) {
  /** Gaussian factors, and a share of gross errors of ±5 to ±10 standard deviations. */
  static Synthetic of(int rows, int columns, int rank, double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Matrix low = Lapack.product(normal(rows, rank, random), normal(rank, columns, random));
    double[] dirty = low.values().clone();
    for (int i = 0; i < dirty.length; i++) {
      if (random.nextDouble() < share) {
        double size = Math.sqrt(rank) * (5 + 5 * random.nextDouble());
        dirty[i] += random.nextBoolean() ? size : -size;
      }
    }
    return new Synthetic(low, new Matrix(rows, columns, dirty));
  }

  static Matrix normal(int rows, int columns, SplittableRandom random) {
    double[] values = new double[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Matrix(rows, columns, values);
  }

  /** ‖A − B‖ / ‖B‖, Frobenius. */
  static double relativeError(Matrix a, Matrix b) {
    double sum = 0;
    for (int i = 0; i < a.values().length; i++) {
      double difference = a.values()[i] - b.values()[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum / b.squaredNorm());
  }
}
