package org.ricvae.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColorMapTest {
  @ParameterizedTest
  @CsvSource({
    "VIRIDIS, 0, 0x440154",
    "VIRIDIS, 64, 0x3b528b",
    "VIRIDIS, 128, 0x21918c",
    "VIRIDIS, 200, 0x6ccd5a",
    "VIRIDIS, 255, 0xfde725",
  })
  void agreesWithMatplotlib(ColorMap map, int entry, String hex) {
    assertThat(distance(map.rgb(entry / 255f), Integer.decode(hex))).isLessThanOrEqualTo(7);
  }

  @Test
  void endsAreExactAndValuesBeyondThemClamped() {
    assertThat(ColorMap.GREY.rgb(0)).isZero();
    assertThat(ColorMap.GREY.rgb(1)).isEqualTo(0xffffff);
    assertThat(ColorMap.GREY.rgb(100 / 255f)).isEqualTo(0x646464);
    assertThat(ColorMap.INFERNO.rgb(0)).isEqualTo(0x000004);
    assertThat(ColorMap.INFERNO.rgb(1)).isEqualTo(0xfcffa4);
    assertThat(ColorMap.VIRIDIS.rgb(-3)).isEqualTo(0x440154);
    assertThat(ColorMap.VIRIDIS.rgb(Float.POSITIVE_INFINITY)).isEqualTo(0xfde725);
  }

  @ParameterizedTest
  @EnumSource
  void isBrighterForLargerValues(ColorMap map) {
    for (int i = 1; i <= 64; i++) {
      assertThat(lightness(map.rgb(i / 64f))).isGreaterThan(lightness(map.rgb((i - 1) / 64f)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverShowsAValueLikeAMissingOne(ColorMap map) {
    assertThat(map.rgb(Float.NaN)).isEqualTo(ColorMap.MISSING);
    for (int i = 0; i <= 255; i++) {
      assertThat(distance(map.rgb(i / 255f), ColorMap.MISSING)).isGreaterThan(60);
    }
  }

  /** The largest difference of a channel. */
  private static int distance(int a, int b) {
    int largest = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      largest = Math.max(largest, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
    }
    return largest;
  }

  /** Relative luminance of sRGB (IEC 61966-2-1), which grows with CIE lightness. */
  private static double lightness(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
