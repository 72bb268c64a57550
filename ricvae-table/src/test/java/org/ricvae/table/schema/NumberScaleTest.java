package org.ricvae.table.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ricvae.data.InputException;

class NumberScaleTest {
  private static double[] normal(int n, double center, double deviation) {
    SplittableRandom random = new SplittableRandom(4);
    return random.doubles(n).map(unused -> center + deviation * random.nextGaussian()).toArray();
  }

  @Test
  void normalNumbersAreStandardizedAndGrossErrorsDoNotMoveThem() {
    double[] values = normal(20_000, 70, 5);
    NumberScale scale = NumberScale.of(values.clone());
    assertThat(scale.center()).isCloseTo(70, within(0.2));
    assertThat(scale.scale()).isCloseTo(5, within(0.2));
    for (int i = 0; i < values.length; i += 20) {
      values[i] *= 1000;
    }
    NumberScale dirty = NumberScale.of(values);
    assertThat(dirty.center()).isCloseTo(scale.center(), within(0.5));
    assertThat(dirty.scale()).isCloseTo(scale.scale(), within(0.5));
    // 70,000 where 70 is usual: 14,000 deviations are drawn in.
    assertThat(dirty.scale(70_000)).isBetween(20f, 35f);
  }

  @Test
  void mostlyOneValueHasTheSpreadOfAll() {
    double[] values = new double[100];
    values[3] = 10;
    values[7] = -10;
    NumberScale scale = NumberScale.of(values);
    assertThat(scale.center()).isZero();
    assertThat(scale.scale()).isCloseTo(Math.sqrt(2), within(1e-12));
  }

  @Test
  void linearNearTheMedianAndSmoothWhereTheLogarithmBegins() {
    NumberScale scale = new NumberScale(10, 2);
    assertThat(scale.scale(10)).isZero();
    assertThat(scale.scale(12)).isEqualTo(1);
    double at = 10 + 2 * NumberScale.LINEAR;
    double h = 1e-3;
    double slopeBefore = (scale.scale(at) - scale.scale(at - h)) / h;
    double slopeAfter = (scale.scale(at + h) - scale.scale(at)) / h;
    assertThat(slopeBefore).isCloseTo(slopeAfter, within(2e-3));
    for (double v : new double[] {-1e12, -400, 3, 10, 11, 16, 400, 1e12}) {
      assertThat(scale.unscale(scale.scale(v))).isCloseTo(v, within(1e-5 * Math.abs(v) + 1e-5));
    }
  }

  @Test
  void numbersAtTheEndsOfDoubleGiveFiniteScales() {
    for (double unit : new double[] {1e-300, 1e-30, 1, 1e30, 1e150}) {
      double[] values = normal(500, 0, unit);
      NumberScale scale = NumberScale.of(values.clone());
      for (double v : values) {
        assertThat(scale.scale(v)).isFinite();
      }
    }
  }

  @Test
  void scalesThatAreNoneAreRefused() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new NumberScale(0, bad))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("over 0");
    }
    assertThatThrownBy(() -> new NumberScale(Double.NaN, 1)).isInstanceOf(InputException.class);
  }
}
