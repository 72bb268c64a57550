package org.ricvae.paper.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;
import org.ricvae.kernel.Kernels;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.SharedData;

class ClassifierTest {
  private static final int CLASSES = 7;

  /** Cross entropy of one sample, in double precision. */
  private static double loss(double[] y, int label) {
    double sum = 0;
    for (double v : y) {
      sum += Math.exp(v);
    }
    return Math.log(sum) - y[label];
  }

  @Test
  void gradientIsThatOfCentralDifferences() {
    SplittableRandom random = new SplittableRandom(1);
    float[] y = new float[3 + CLASSES * Kernels.BLOCK];
    int[] labels = new int[1 + Kernels.BLOCK];
    for (int i = 0; i < y.length; i++) {
      y[i] = (float) (8 * random.nextDouble() - 4);
    }
    for (int l = 0; l < labels.length; l++) {
      labels[l] = random.nextInt(CLASSES);
    }
    float[] dy = new float[5 + CLASSES * Kernels.BLOCK];
    double total = Softmax.gradient(CLASSES, y, 3, labels, 1, dy, 5);
    double expected = 0;
    for (int l = 0; l < Kernels.BLOCK; l++) {
      double[] lane = new double[CLASSES];
      for (int c = 0; c < CLASSES; c++) {
        lane[c] = y[3 + c * Kernels.BLOCK + l];
      }
      expected += loss(lane, labels[1 + l]);
      for (int c = 0; c < CLASSES; c++) {
        double at = lane[c];
        lane[c] = at + 1e-5;
        double above = loss(lane, labels[1 + l]);
        lane[c] = at - 1e-5;
        double below = loss(lane, labels[1 + l]);
        lane[c] = at;
        assertThat((double) dy[5 + c * Kernels.BLOCK + l])
            .isCloseTo((above - below) / 2e-5, within(1e-6));
      }
    }
    assertThat(total).isCloseTo(expected, within(1e-9));
  }

  @Test
  void hugeLogitsAreNoTrouble() {
    float[] y = new float[2 * Kernels.BLOCK];
    Arrays.fill(y, 0, Kernels.BLOCK, 1e4f);
    float[] dy = new float[2 * Kernels.BLOCK];
    assertThat(Softmax.gradient(2, y, 0, new int[Kernels.BLOCK], 0, dy, 0)).isZero();
    assertThat(dy).containsOnly(0);
  }

  @Test
  void learnsRealDigits() {
    Images digits =
        Images.of(
            DataFiles.open(
                SharedData.file("mnist/t10k-images-idx3-ubyte.gz"), ReadOptions.DEFAULT));
    float[] values = new float[digits.count()];
    DataFiles.open(SharedData.file("mnist/t10k-labels-idx1-ubyte.gz"), ReadOptions.DEFAULT)
        .read(0, values.length, values, 0);
    int[] labels = new int[values.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Math.round(values[i]);
    }
    Points train = Pixels.of(digits, 0, 2_000);
    int[] trainLabels = Arrays.copyOf(labels, 2_000);
    Points test = Pixels.of(digits, 5_000, 1_000);
    int[] testLabels = Arrays.copyOfRange(labels, 5_000, 6_000);
    Classifier classifier = Classifier.train(train, trainLabels, 3, 1, share -> {});
    assertThat(classifier.accuracy(test, testLabels)).isGreaterThan(0.85);
    Points features = classifier.features(test);
    assertThat(features.count()).isEqualTo(1_000);
    assertThat(features.size()).isEqualTo(256);
    Classifier again = Classifier.train(train, trainLabels, 3, 1, share -> {});
    assertThat(again.features(test).values()).isEqualTo(features.values());
  }
}
