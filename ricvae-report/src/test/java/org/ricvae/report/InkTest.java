package org.ricvae.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InkTest {
  @Test
  void noTwoInksHaveOneMarkerInOneColour() {
    assertThat(Ink.values())
        .extracting(ink -> List.of(ink.rgb(), ink.marker(), ink.filled()))
        .doesNotHaveDuplicates();
  }

  @Test
  void inGreyPrintEachStillHasAMarkerOrADashOfItsOwn() {
    assertThat(Ink.values())
        .extracting(ink -> List.of(ink.marker(), ink.filled(), ink.pen().dash()))
        .doesNotHaveDuplicates();
    assertThat(Ink.values())
        .filteredOn(ink -> ink != Ink.BLACK)
        .extracting(ink -> ink.pen().dash())
        .doesNotHaveDuplicates();
  }

  @Test
  void aRecurrentModelSharesColourAndShapeWithItsBase() {
    for (Ink[] pair :
        new Ink[][] {
          {Ink.BLUE, Ink.BLUE_OPEN}, {Ink.GREEN, Ink.GREEN_OPEN}, {Ink.ORANGE, Ink.ORANGE_OPEN}
        }) {
      assertThat(pair[0].rgb()).isEqualTo(pair[1].rgb());
      assertThat(pair[0].marker()).isEqualTo(pair[1].marker());
      assertThat(Arrays.stream(pair).map(Ink::filled)).containsExactly(true, false);
    }
  }
}
