package org.ricvae.table.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.data.InputException;

class NumberTextTest {
  static final List<String> PATTERNS = NumberText.PATTERNS;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "1d",
        "1f",
        "0x10",
        "0x1p3",
        "NaN",
        "Infinity",
        "-Infinity",
        "1,5",
        "1.000,5",
        "1 000",
        "1_000",
        "--1",
        "1-2",
        "e5",
        ".",
        "-",
        "+",
        "1e",
        "1e999",
        "12.0 oz",
        "$5",
        "5%",
        "½",
        "٣",
        "1\u00a02",
        "1.2.3"
      })
  void whatIsNoPlainNumberIsNone(String text) {
    assertThat(NumberText.number(text)).isNaN();
  }

  @Test
  void plainNumbersAreRead() {
    assertThat(NumberText.number("007")).isEqualTo(7);
    assertThat(NumberText.number("+3")).isEqualTo(3);
    assertThat(NumberText.number(".5")).isEqualTo(0.5);
    assertThat(NumberText.number("5.")).isEqualTo(5);
    assertThat(NumberText.number("\t-1.25E-2 ")).isEqualTo(-0.0125);
    assertThat(NumberText.number("9".repeat(61))).isNaN();
    assertThat(NumberText.number("1e308")).isEqualTo(1e308);
  }

  /** BigDecimal is the oracle: what a column can write comes back as the same text. */
  @Test
  void plainNumbersComeBackWithTheDecimalsOfTheColumn() {
    SplittableRandom random = new SplittableRandom(1);
    for (int decimals = 0; decimals <= 6; decimals++) {
      NumberText text = NumberText.plain(decimals);
      for (int i = 0; i < 300; i++) {
        String written =
            BigDecimal.valueOf(random.nextLong(-100_000_000, 100_000_000), decimals)
                .toPlainString();
        assertThat(text.format(text.parse(written))).isEqualTo(written);
      }
    }
  }

  @Test
  void moreDecimalsAreRoundedAndZeroHasNoSign() {
    NumberText text = NumberText.plain(2);
    assertThat(text.format(1.005001)).isEqualTo("1.01");
    assertThat(text.format(-0.001)).isEqualTo("0.00");
    assertThat(text.format(1e20)).isEqualTo("100000000000000000000.00");
    assertThat(NumberText.plain(0).format(2.5)).isEqualTo("2");
  }

  @Test
  void columnsOfManyDecimalsAreWrittenWithSevenDigits() {
    NumberText free = NumberText.plain(NumberText.decimals("1.2345678901234"));
    assertThat(free.decimals()).isEqualTo(NumberText.FREE);
    assertThat(NumberText.plain(NumberText.decimals("1e-3")).decimals()).isEqualTo(NumberText.FREE);
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 300; i++) {
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(-9, 9));
      double back = Double.parseDouble(free.format(value));
      assertThat(Math.abs(back - value)).isLessThan(1e-6 * Math.abs(value));
    }
    assertThat(free.format(0)).isEqualTo("0");
    assertThat(free.format(0.25)).isEqualTo("0.25");
  }

  /** Java's own formatter is the oracle, its texts must come back. */
  @ParameterizedTest
  @FieldSource("PATTERNS")
  void datesComeBackInTheirPattern(String pattern) {
    DateTimeFormatter java = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    NumberText text = NumberText.dates(pattern);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      LocalDateTime time =
          LocalDateTime.ofEpochSecond(
              random.nextLong(-2_208_988_800L, 4_000_000_000L), 0, ZoneOffset.UTC);
      String written = time.format(java);
      double value = text.parse(written);
      assertThat(value).isFinite();
      assertThat(text.format(value)).isEqualTo(written);
    }
    assertThat(text.parse("")).isNaN();
    assertThat(text.parse("no date")).isNaN();
    assertThat(text.parse("2024-13-45")).isNaN();
  }

  @Test
  void datesAreSecondsSince1970AndRoundToWhatIsWritten() {
    NumberText days = NumberText.dates("uuuu-MM-dd");
    assertThat(days.parse("1970-01-02")).isEqualTo(86_400);
    assertThat(days.format(86_400 + 43_199)).isEqualTo("1970-01-02");
    assertThat(days.format(86_400 + 43_201)).isEqualTo("1970-01-03");
    assertThat(days.format(-86_400)).isEqualTo("1969-12-31");
    NumberText minutes = NumberText.dates("uuuu-MM-dd HH:mm");
    assertThat(minutes.format(minutes.parse("2024-12-31 23:59") + 31))
        .isEqualTo("2025-01-01 00:00");
    assertThat(NumberText.dates("d.M.uuuu").parse("29.2.2023")).isNaN();
  }

  @Test
  void otherPatternsAndNegativeDecimalsAreRefused() {
    assertThatThrownBy(() -> new NumberText("yy", 0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("yy");
    assertThatThrownBy(() -> new NumberText(null, -2)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new NumberText(null, 13)).isInstanceOf(InputException.class);
  }
}
