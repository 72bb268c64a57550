package org.ricvae.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
  private static final double ERROR = 1e-7;

  /** Quantiles as tables of the distribution have them. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.841344746069",
    "-1, 0.158655253931",
    "1.959963984540, 0.975",
    "-2.575829303549, 0.005",
    "3, 0.998650101968",
    "6, 0.999999999013",
    "-40, 0",
    "40, 1"
  })
  void knownQuantiles(double x, double expected) {
    assertThat(Normal.cdf(x)).isCloseTo(expected, within(ERROR));
  }

  @Test
  void everywhereWithinTheBound() {
    for (double x = -7; x <= 7; x += 0.001) {
      assertThat(Normal.cdf(x)).isCloseTo(ReferenceVae.normalCdf(x), within(ERROR));
    }
  }
}
