package org.ricvae.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  private static final Axis LINEAR = Axis.linear("");
  private static final Axis LOG = Axis.logarithmic("");

  private static List<String> ticks(Axis axis, double low, double high, int most) {
    return Scale.over(axis, low, high, 0, 100).ticks(most).stream().map(Scale.Tick::text).toList();
  }

  @Test
  void linearTicksAreRoundAndWithinTheRange() {
    assertThat(ticks(LINEAR, 1, 250, 8)).containsExactly("50", "100", "150", "200", "250");
    assertThat(ticks(LINEAR, 0.0015, 0.0058, 5))
        .containsExactly("0.002", "0.003", "0.004", "0.005");
    assertThat(ticks(LINEAR, -40, 900, 6)).containsExactly("0", "200", "400", "600", "800");
    assertThat(ticks(LINEAR, -1, 1, 4)).containsExactly("-1.0", "-0.5", "0.0", "0.5", "1.0");
    assertThat(ticks(LINEAR, 0, 2.5e-7, 3)).containsExactly("0", "1e-7", "2e-7");
    assertThat(ticks(LINEAR, 0, 3e6, 3)).containsExactly("0", "1e6", "2e6", "3e6");
  }

  @Test
  void logarithmicTicksAreDecadesOrTheirParts() {
    assertThat(ticks(LOG, 1e-5, 1e-1, 8)).containsExactly("1e-5", "1e-4", "1e-3", "1e-2", "1e-1");
    assertThat(ticks(LOG, 0.0021, 0.061, 6)).containsExactly("0.005", "0.01", "0.02", "0.05");
    assertThat(ticks(LOG, 30, 250, 6)).containsExactly("50", "100", "150", "200", "250");
    assertThat(ticks(LOG, 1e-9, 1e3, 4)).containsExactly("1e-9", "1e-5", "1e-1", "1e3");
  }

  @ParameterizedTest
  @CsvSource({"false, 3", "false, 0", "false, -2e-9", "true, 1e-4", "true, 7e20"})
  void aSingleValueStandsInsideItsRange(boolean logarithmic, double value) {
    Scale scale = Scale.over(new Axis("", logarithmic), value, value, 0, 100);
    assertThat(scale.position(value)).isStrictlyBetween(1.0, 99.0);
    assertThat(scale.ticks(5)).isNotEmpty();
  }

  @Test
  void equalRatiosAreEqualLengthsOnALogarithmicAxis() {
    Scale scale = Scale.over(LOG, 1e-4, 1, 300, 100);
    assertThat(scale.position(1e-4)).isEqualTo(300);
    assertThat(scale.position(1e-3)).isCloseTo(250, within(1e-9));
    assertThat(scale.position(1)).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "20, 20",
    "0.8742, 0.874",
    "0.5, 0.500",
    "12.34, 12.3",
    "123.4, 123",
    "0.0209, 0.021",
    "0.02, 0.020",
    "0.00211, 0.0021",
    "0.000152, 1.5e-4",
    "-0.3, -0.300",
    "12345, 1.2e4"
  })
  void aBriefValueHasTheDigitsThatMatter(double value, String text) {
    assertThat(Scale.brief(value)).isEqualTo(text);
  }
}
