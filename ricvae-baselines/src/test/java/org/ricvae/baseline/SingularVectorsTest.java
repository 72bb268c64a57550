package org.ricvae.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingularVectorsTest {
  /** Singular values that fall by orders of magnitude, as late in RPCA. */
  @ParameterizedTest
  @CsvSource({"60, 25, 1", "25, 60, 1", "30, 30, 1e-2", "60, 25, 1e-4", "25, 60, 1e-4"})
  void thresholdingAgreesWithTheFullDecomposition(int rows, int columns, double threshold) {
    SplittableRandom random = new SplittableRandom(rows);
    Matrix right = Synthetic.normal(20, columns, random);
    double[] left = Synthetic.normal(rows, 20, random).values();
    for (int i = 0; i < left.length; i++) {
      left[i] *= Math.pow(10, -(i % 20) / 4.0);
    }
    Matrix a = Lapack.product(new Matrix(rows, 20, left), right);
    FullSvd full = FullSvd.of(a);
    int rank = 0;
    double[] scaled = full.left().values().clone();
    int k = full.values().length;
    for (int j = 0; j < k; j++) {
      double shrunk = Math.max(0, full.values()[j] - threshold);
      rank += shrunk > 0 ? 1 : 0;
      for (int i = 0; i < rows; i++) {
        scaled[i * k + j] *= shrunk;
      }
    }
    Matrix expected = Lapack.product(new Matrix(rows, k, scaled), full.right());
    SingularVectors found = SingularVectors.over(threshold, Integer.MAX_VALUE, a);
    assertThat(found.values()).hasSize(rank);
    for (int j = 0; j < rank; j++) {
      assertThat(found.values()[j]).isCloseTo(full.values()[j], within(1e-8 * full.values()[0]));
    }
    assertThat(Synthetic.relativeError(found.map(s -> s - threshold), expected)).isLessThan(1e-10);
    Matrix basis = Subspace.spannedBy(found).basis();
    Matrix gram = Lapack.productTransposed(basis, basis);
    for (int i = 0; i < rank; i++) {
      for (int j = 0; j < rank; j++) {
        assertThat(gram.get(i, j)).isCloseTo(i == j ? 1 : 0, within(1e-12));
      }
    }
  }
}
