package org.ricvae.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SubspaceTest {
  private static Subspace random(int dimensions, int columns, SplittableRandom random) {
    Matrix a = Synthetic.normal(dimensions, columns, random);
    return new Subspace(SingularVectors.over(0, dimensions, a).right());
  }

  /**
   * In k dimensions least absolute deviations has an optimum that fits k values exactly: try all
   * pairs of values.
   */
  @RepeatedTest(10)
  void agreesWithAllVerticesInTwoDimensions(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int columns = 12;
    Subspace plane = random(2, columns, random);
    Matrix x = Synthetic.normal(1, columns, random);
    double best = Double.POSITIVE_INFINITY;
    double[] v = plane.basis().values();
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < i; j++) {
        double det = v[i] * v[columns + j] - v[j] * v[columns + i];
        double c0 = (x.get(0, i) * v[columns + j] - x.get(0, j) * v[columns + i]) / det;
        double c1 = (v[i] * x.get(0, j) - v[j] * x.get(0, i)) / det;
        double sum = 0;
        for (int l = 0; l < columns; l++) {
          sum += Math.abs(x.get(0, l) - c0 * v[l] - c1 * v[columns + l]);
        }
        best = Math.min(best, sum);
      }
    }
    Matrix p = plane.project(x);
    double found = 0;
    for (int l = 0; l < columns; l++) {
      found += Math.abs(x.get(0, l) - p.get(0, l));
    }
    assertThat(found).isBetween(best * (1 - 1e-9), best * (1 + 1e-4));
  }

  @Test
  void samplesDoNotInfluenceEachOtherAndPointsOfTheSubspaceStay() {
    SplittableRandom random = new SplittableRandom(7);
    Subspace subspace = random(3, 20, random);
    Matrix inside = Lapack.product(Synthetic.normal(4, 3, random), subspace.basis());
    assertThat(Synthetic.relativeError(subspace.project(inside), inside)).isLessThan(1e-12);
    Matrix outside = Synthetic.normal(4, 20, random);
    Matrix all = subspace.project(outside);
    Matrix alone = subspace.project(RpcaTest.rows(outside, 2, 3));
    assertThat(Synthetic.relativeError(alone, RpcaTest.rows(all, 2, 3))).isLessThan(1e-3);
  }
}
