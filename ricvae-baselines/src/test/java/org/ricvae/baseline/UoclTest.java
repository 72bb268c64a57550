package org.ricvae.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ricvae.baseline.Uocl.Labels;
import org.ricvae.baseline.Uocl.Options;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;

class UoclTest {
  /** Every one of the 2ⁿ − 2 ways to label n samples. */
  @ParameterizedTest
  @EnumSource
  void labelsAreTheBestOfAll(Labels kind) {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 30; trial++) {
      int n = 2 + random.nextInt(9);
      double margin = random.nextDouble() * 3 * n * (trial % 3);
      double[] f = Synthetic.normal(1, n, random).values();
      SoftLabels found = SoftLabels.best(f, kind, margin);
      double best = Double.NEGATIVE_INFINITY;
      for (int set = 1; set < (1 << n) - 1; set++) {
        boolean[] inlier = new boolean[n];
        for (int i = 0; i < n; i++) {
          inlier[i] = (set >> i & 1) == 1;
        }
        best = Math.max(best, value(f, inlier, kind, margin));
      }
      assertThat(value(f, found.inlier(), kind, margin)).isCloseTo(best, within(1e-9));
      assertThat(Arrays.stream(found.values()).map(y -> y * y).sum()).isCloseTo(n, within(1e-9));
    }
  }

  private static double value(double[] f, boolean[] inlier, Labels kind, double margin) {
    int n = f.length;
    int m = 0;
    for (boolean in : inlier) {
      m += in ? 1 : 0;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += f[i] * (inlier[i] ? kind.positive(m, n) + margin / m : kind.negative(m, n));
    }
    return sum;
  }

  /** The definitions, value by value. */
  @Test
  void kernelAndLaplacianAreWhatTheySay() {
    int n = 15;
    Matrix data = Synthetic.normal(n, 3, new SplittableRandom(2));
    KernelGraph graph = KernelGraph.of(data, 4);
    double[][] distance = new double[n][n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < 3; k++) {
          distance[i][j] += Math.pow(data.get(i, k) - data.get(j, k), 2);
        }
        mean += distance[i][j] / (n * n);
      }
    }
    double[] laplacian = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(graph.kernel().get(i, j))
            .isCloseTo(Math.exp(-distance[i][j] / mean), within(1e-12));
        if (i != j && (near(distance, i, j) || near(distance, j, i))) {
          laplacian[i * n + j] -= graph.kernel().get(i, j);
          laplacian[i * n + i] += graph.kernel().get(i, j);
        }
      }
    }
    Matrix expected = Lapack.product(new Matrix(n, n, laplacian), graph.kernel());
    assertThat(Synthetic.relativeError(graph.laplacianProduct(), expected)).isLessThan(1e-12);
  }

  private static boolean near(double[][] distance, int i, int j) {
    int closer = 0;
    for (int l = 0; l < distance.length; l++) {
      closer += l != i && distance[i][l] < distance[i][j] ? 1 : 0;
    }
    return closer < 4;
  }

  @ParameterizedTest
  @EnumSource
  void findsAClusterAmongScatteredPointsAndItsObjectiveNeverRises(Labels labels) {
    SplittableRandom random = new SplittableRandom(3);
    double[] values = Synthetic.normal(120, 5, random).values();
    for (int i = 0; i < 90 * 5; i++) {
      values[i] *= 0.1;
    }
    List<Double> objectives = new ArrayList<>();
    Uocl result =
        Uocl.fit(
            new Matrix(120, 5, values),
            Options.of(labels),
            (iteration, limit, objective) -> objectives.add(objective));
    int right = 0;
    for (int i = 0; i < 120; i++) {
      right += result.inlier()[i] == (i < 90) ? 1 : 0;
    }
    assertThat(right).isGreaterThan(108);
    assertThat(result.converged()).isTrue();
    for (int i = 1; i < objectives.size(); i++) {
      assertThat(objectives.get(i)).isLessThanOrEqualTo(objectives.get(i - 1) + 1e-6);
    }
  }

  @Test
  void runsOnRealEmbeddings() {
    try (Samples bottles =
        DataFiles.open(
            SharedData.file("adbench/cv_resnet18/MVTec-AD_bottle.npz"),
            ReadOptions.DEFAULT.withMember("X"))) {
      Uocl result =
          Uocl.fit(
              Matrix.of(bottles, new Scaling(0, 1)), Options.of(Labels.CENTRED), Progress.NONE);
      assertThat(result.converged()).isTrue();
      assertThat(result.inliers()).isBetween(1, 291);
    }
  }

  @Test
  void badInputIsNamed() {
    Options options = Options.of(Labels.CENTRED);
    assertThatThrownBy(() -> Uocl.fit(new Matrix(1, 2, new double[2]), options, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("1 samples; allowed are 2 to 8000");
    assertThatThrownBy(
            () -> Uocl.fit(new Matrix(8001, 1, new double[8001]), options, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("8001 samples");
    assertThatThrownBy(
            () -> Uocl.fit(new Matrix(2, 1, new double[] {1, Double.NaN}), options, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> new Options(Labels.CENTRED, -1, 1, 1, 1))
        .isInstanceOf(InputException.class);
  }

  @Test
  void samplesThatAreAllTheSameAreTakenAsTheyAre() {
    Uocl result =
        Uocl.fit(new Matrix(4, 2, new double[8]), Options.of(Labels.BALANCED), Progress.NONE);
    assertThat(result.decision()).doesNotContain(Double.NaN);
  }
}
