package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The known answers that the authors of Random123 publish for threefry4x32 with 20 rounds. */
class ThreefryTest {
  @ParameterizedTest
  @CsvSource({
    "00000000 00000000 00000000 00000000, 00000000 00000000 00000000 00000000,"
        + " 9c6ca96a e17eae66 fc10ecd4 5256a7d8",
    "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff ffffffff ffffffff,"
        + " 2a881696 57012287 f6c7446e a16a6732",
    "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0 082efa98 ec4e6c89,"
        + " 59cd1dbb b8879579 86b5d00c ac8b6d84"
  })
  void knownAnswers(String counter, String key, String expected) {
    int[] words = words(counter);
    Threefry.apply(words(key), words);
    assertThat(words).isEqualTo(words(expected));
  }

  private static int[] words(String hex) {
    return Arrays.stream(hex.split(" ")).mapToInt(h -> Integer.parseUnsignedInt(h, 16)).toArray();
  }
}
