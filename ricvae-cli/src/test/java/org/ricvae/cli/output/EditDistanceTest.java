package org.ricvae.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditDistanceTest {
  @Test
  void countsEditsAndSwaps() {
    assertThat(EditDistance.of("", "abc")).isEqualTo(3);
    assertThat(EditDistance.of("kitten", "sitting")).isEqualTo(3);
    assertThat(EditDistance.of("trian", "train")).isEqualTo(1);
  }

  @Test
  void suggestsOnlyWhatIsNear() {
    List<String> words = List.of("train", "clean", "compare");
    assertThat(EditDistance.nearest("trian", words)).contains("train");
    assertThat(EditDistance.nearest("comp", words)).contains("compare");
    assertThat(EditDistance.nearest("xyzzy", words)).isEmpty();
  }
}
