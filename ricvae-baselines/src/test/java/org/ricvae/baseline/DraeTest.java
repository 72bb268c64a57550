package org.ricvae.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ricvae.baseline.Drae.Options;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;

class DraeTest {
  private static final Options SMALL = new Options(List.of(16, 3), 0.1, 400, 3e-3, 1);

  /** 160 samples of a 3-dimensional subspace, then 40 that are not. */
  private static Matrix planted() {
    SplittableRandom random = new SplittableRandom(1);
    Matrix plane =
        Lapack.product(Synthetic.normal(160, 3, random), Synthetic.normal(3, 20, random));
    double[] values = Arrays.copyOf(plane.values(), 200 * 20);
    double[] noise = Synthetic.normal(40, 20, random).values();
    for (int i = 0; i < noise.length; i++) {
      values[160 * 20 + i] = 2.5 * noise[i];
    }
    return new Matrix(200, 20, values);
  }

  @Test
  void tellsStrangersFromASubspace() {
    List<Double> losses = new ArrayList<>();
    Drae drae = Drae.fit(planted(), SMALL, (epoch, epochs, loss) -> losses.add(loss));
    int right = 0;
    for (int i = 0; i < 200; i++) {
      right += drae.errors()[i] > drae.threshold() == i >= 160 ? 1 : 0;
    }
    assertThat(right).isGreaterThan(190);
    assertThat(drae.scatter()).isLessThan(0.3);
    assertThat(losses.get(losses.size() - 1)).isLessThan(0.5 * losses.get(0));
    assertThat(drae.errors(planted())).containsExactly(drae.errors());
  }

  @Test
  void theSeedDecidesTheBits() {
    Matrix data = planted();
    assertThat(Drae.fit(data, SMALL, Progress.NONE).errors())
        .containsExactly(Drae.fit(data, SMALL, Progress.NONE).errors())
        .isNotEqualTo(
            Drae.fit(data, new Options(List.of(16, 3), 0.1, 400, 3e-3, 2), Progress.NONE).errors());
  }

  /** Adam's first step is −lr · sign of the gradient; central differences know that sign. */
  @Test
  void everyWeightStepsDownTheWeightedErrors() {
    SplittableRandom random = new SplittableRandom(4);
    float[] rows = new float[40 * 6];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    int[] order = new int[40];
    double[] slopes = new double[40];
    for (int i = 0; i < 40; i++) {
      order[i] = i;
      slopes[i] = random.nextGaussian();
    }
    Autoencoder network = new Autoencoder(6, List.of(5, 2, 5), 64, 7);
    float[] w = network.weights();
    double[] gradient = new double[w.length];
    float h = 1e-2f;
    for (int i = 0; i < w.length; i++) {
      float value = w[i];
      w[i] = value + h;
      double above = weighted(network, rows, order, slopes);
      w[i] = value - h;
      gradient[i] = (above - weighted(network, rows, order, slopes)) / (2 * h);
      w[i] = value;
    }
    float[] before = w.clone();
    weighted(network, rows, order, slopes);
    network.update(slopes, 40, 1e-3);
    int checked = 0;
    for (int i = 0; i < w.length; i++) {
      if (Math.abs(gradient[i]) > 2e-2) {
        assertThat((double) w[i] - before[i])
            .isCloseTo(-1e-3 * Math.signum(gradient[i]), within(1e-5));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(70);
  }

  private static double weighted(Autoencoder network, float[] rows, int[] order, double[] slopes) {
    double[] errors = new double[order.length];
    network.forward(rows, order, 0, order.length, errors);
    double sum = 0;
    for (int i = 0; i < order.length; i++) {
      sum += slopes[i] * errors[i];
    }
    return sum;
  }

  @Test
  void runsOnRealEmbeddings() {
    try (Samples bottles =
        DataFiles.open(
            SharedData.file("adbench/cv_resnet18/MVTec-AD_bottle.npz"),
            ReadOptions.DEFAULT.withMember("X"))) {
      Matrix data = Matrix.of(bottles, new Scaling(0, 1));
      Drae drae = Drae.fit(data, new Options(List.of(64, 16), 0.1, 100, 1e-3, 1), Progress.NONE);
      assertThat(drae.inliers()).isBetween(1, 291);
      assertThat(Arrays.stream(drae.errors()).average().orElseThrow()).isBetween(0.01, 1.0);
    }
  }

  @Test
  void aConstantColumnIsNoTrouble() {
    double[] values = planted().values();
    for (int i = 0; i < values.length; i += 20) {
      values[i] = 3;
    }
    Drae drae = Drae.fit(new Matrix(200, 20, values), SMALL, Progress.NONE);
    assertThat(drae.errors()[0]).isFinite();
    assertThat(drae.inliers()).isCloseTo(160, within(40));
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> Drae.fit(new Matrix(1, 3, new double[3]), SMALL, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("all 1 samples are the same");
    assertThatThrownBy(
            () -> Drae.fit(new Matrix(1, 1, new double[] {Double.NaN}), SMALL, Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("DRAE: value 0 of sample 0 is missing");
    assertThatThrownBy(() -> new Options(List.of(), 0.1, 1, 1e-3, 1))
        .isInstanceOf(InputException.class);
    Drae drae = Drae.fit(planted(), new Options(List.of(2), 0.1, 1, 1e-3, 1), Progress.NONE);
    assertThatThrownBy(() -> drae.errors(new Matrix(1, 2, new double[2])))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("fitted to samples of 20");
  }
}
