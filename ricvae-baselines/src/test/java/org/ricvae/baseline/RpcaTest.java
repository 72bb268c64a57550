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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;

class RpcaTest {
  private static Rpca decompose(Matrix data) {
    return Rpca.decompose(data, Rpca.Options.defaults(), Progress.NONE);
  }

  @ParameterizedTest
  @CsvSource({"150, 100, 5, 0.05", "100, 150, 5, 0.1", "120, 120, 10, 0.05"})
  void recoversALowRankMatrixUnderGrossErrors(int rows, int columns, int rank, double share) {
    Synthetic data = Synthetic.of(rows, columns, rank, share, 1);
    Rpca result = decompose(data.dirty());
    assertThat(Synthetic.relativeError(result.lowRank(), data.lowRank())).isLessThan(1e-6);
    assertThat(result.rank()).isEqualTo(rank);
    assertThat(result.converged()).isTrue();
    assertThat(result.residual()).isLessThan(1e-7);
    assertThat(result.subspace().orElseThrow().basis().rows()).isEqualTo(rank);
  }

  @ParameterizedTest
  @EnumSource
  void everyConventionOfLambdaRecoversASquareProblem(Rpca.Lambda lambda) {
    Synthetic data = Synthetic.of(110, 90, 4, 0.05, 2);
    Rpca result = Rpca.decompose(data.dirty(), Rpca.Options.of(lambda), Progress.NONE);
    assertThat(Synthetic.relativeError(result.lowRank(), data.lowRank())).isLessThan(1e-6);
  }

  @Test
  void lambdaFollowsTheConvention() {
    Matrix data = new Matrix(4, 9, new double[36]);
    assertThat(Rpca.Lambda.LARGER_SIDE.of(data)).isEqualTo(1 / 3.0);
    assertThat(Rpca.Lambda.VALUES.of(data)).isEqualTo(1 / 3.0);
    assertThat(Rpca.Lambda.SAMPLES.of(data)).isEqualTo(1 / 2.0);
  }

  /** The objective, by an SVD of its own, rises in every direction tried. */
  @Test
  void theResultIsOptimalOnRealFaces() {
    Matrix faces = faces(120);
    Rpca result =
        Rpca.decompose(faces, new Rpca.Options(Rpca.Lambda.LARGER_SIDE, 1e-9, 500), Progress.NONE);
    double lambda = Rpca.Lambda.LARGER_SIDE.of(faces);
    double value = nuclear(result.lowRank());
    for (double s : result.sparse().values()) {
      value += lambda * Math.abs(s);
    }
    SplittableRandom random = new SplittableRandom(5);
    for (double size : new double[] {1e-3, 1e-2, 1e-1}) {
      for (int trial = 0; trial < 5; trial++) {
        double[] low = result.lowRank().values().clone();
        Matrix direction =
            Lapack.product(
                Synthetic.normal(faces.rows(), 1, random),
                Synthetic.normal(1, faces.columns(), random));
        double other = 0;
        for (int i = 0; i < low.length; i++) {
          low[i] += size * direction.values()[i];
          other += lambda * Math.abs(faces.values()[i] - low[i]);
        }
        other += nuclear(new Matrix(faces.rows(), faces.columns(), low));
        assertThat(value).isLessThan(other);
      }
    }
  }

  private static double nuclear(Matrix a) {
    double sum = 0;
    for (double s : FullSvd.of(a).values()) {
      sum += s;
    }
    return sum;
  }

  @Test
  void newSamplesLoseTheirGrossErrors() {
    Synthetic data = Synthetic.of(200, 80, 5, 0.1, 3);
    Rpca result = decompose(rows(data.dirty(), 0, 150));
    Matrix recovered = result.lowRankOf(rows(data.dirty(), 150, 200));
    assertThat(Synthetic.relativeError(recovered, rows(data.lowRank(), 150, 200))).isLessThan(1e-4);
  }

  @Test
  void bothSidesAreOfTheDataForFaces() {
    Matrix faces = faces(100);
    Rpca result = decompose(faces);
    for (int i = 0; i < faces.values().length; i += 97) {
      assertThat(result.lowRank().values()[i] + result.sparse().values()[i])
          .isCloseTo(faces.values()[i], within(1e-4));
    }
    assertThat(Synthetic.relativeError(result.lowRank(), faces)).isLessThan(0.1);
  }

  private static Matrix faces(int n) {
    try (Samples frey =
        DataFiles.open(SharedData.file("frey/frey-images-idx3-ubyte.gz"), ReadOptions.DEFAULT)) {
      return rows(Matrix.of(frey, new Scaling(0, 1.0 / 255)), 0, n);
    }
  }

  static Matrix rows(Matrix a, int from, int to) {
    double[] part = new double[(to - from) * a.columns()];
    System.arraycopy(a.values(), from * a.columns(), part, 0, part.length);
    return new Matrix(to - from, a.columns(), part);
  }

  @Test
  void degenerateDataAreTakenAsTheyAre() {
    assertThat(decompose(new Matrix(3, 4, new double[12])).rank()).isZero();
    assertThat(
            decompose(new Matrix(3, 4, new double[12]))
                .lowRankOf(new Matrix(1, 4, new double[4]))
                .values())
        .containsOnly(0);
    Rpca single = decompose(new Matrix(1, 3, new double[] {1, 2, 3}));
    assertThat(single.lowRank().values()[2] + single.sparse().values()[2])
        .isCloseTo(3, within(1e-6));
    double[] ones = new double[50];
    Arrays.fill(ones, 1);
    Rpca constant = decompose(new Matrix(10, 5, ones));
    assertThat(constant.rank()).isEqualTo(1);
    assertThat(constant.lowRank().values()[7]).isCloseTo(1, within(0.02));
  }

  @Test
  void stopsWhereItIsToldAndSaysSo() {
    List<Double> residuals = new ArrayList<>();
    Rpca result =
        Rpca.decompose(
            Synthetic.of(30, 20, 2, 0.1, 4).dirty(),
            new Rpca.Options(Rpca.Lambda.LARGER_SIDE, 1e-7, 5),
            (iteration, limit, residual) -> residuals.add(residual));
    assertThat(result.converged()).isFalse();
    assertThat(result.iterations()).isEqualTo(5);
    assertThat(residuals).hasSize(5).last().isEqualTo(result.residual());
  }

  @Test
  void whatIsMissingIsNamed() {
    Matrix data = new Matrix(2, 3, new double[] {1, 2, 3, 4, Double.NaN, 6});
    assertThatThrownBy(() -> decompose(data))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("RPCA: value 1 of sample 1 is missing (NaN)");
    Samples samples = Samples.of(SampleShape.vector(2), new float[] {1, Float.POSITIVE_INFINITY});
    assertThatThrownBy(() -> Matrix.of(samples, new Scaling(0, 1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("memory: value 1 of sample 0 is infinite");
    Rpca fitted = decompose(new Matrix(2, 3, new double[] {1, 2, 3, 4, 5, 6}));
    assertThatThrownBy(() -> fitted.lowRankOf(new Matrix(1, 2, new double[] {1, 2})))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("samples of 2 values, but it was fitted to samples of 3");
  }

  @Test
  void optionsAreChecked() {
    assertThatThrownBy(() -> new Rpca.Options(Rpca.Lambda.LARGER_SIDE, 0, 1))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new Rpca.Options(Rpca.Lambda.LARGER_SIDE, 1e-7, 0))
        .isInstanceOf(InputException.class);
  }
}
