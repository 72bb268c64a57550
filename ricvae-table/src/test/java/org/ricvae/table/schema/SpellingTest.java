package org.ricvae.table.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private static final CategoricalField CITIES =
      new CategoricalField(
          "city", "", List.of("birmingham", "gadsden", "boaz", "boa"), List.of(75, 52, 12, 4));

  private final Spelling spelling = new Spelling(CITIES);

  private Spelling.Near near(String text) {
    return spelling.near(spelling.number(text));
  }

  @Test
  void aRareTextIsNearToWhatItMisspells() {
    Spelling.Near near = near("birmxngham");
    assertThat(near.categories()).containsExactly(0);
    // 2 · 10 letters − 4 · 1 slip are 16, which none of 143 cells reaches naturally.
    assertThat(near.odds()[0]).isCloseTo(144, within(1e-9));
    assertThat(near("brimingham").odds()[0]).isCloseTo(144, within(1e-9)); // a swap is one slip
    // 2 · 3 − 4 · 1: but boa, 4 cells, is as near to boaz.
    assertThat(near("box").odds()[0]).isCloseTo(Math.exp(2), within(1e-9));
    assertThat(near("bohz").odds()[0]).isCloseTo(Math.exp(4), within(1e-9));
    assertThat(near("montgomery").categories()).isEmpty();
    assertThat(near("box").categories()).containsExactly(3);
  }

  @Test
  void halfOfTheLettersWrongIsAnotherWord() {
    assertThat(near("bxxx").categories()).isEmpty();
    assertThat(near("x").categories()).isEmpty();
    assertThat(near("").categories()).isEmpty();
  }

  /** boa is 4 of 16: a quarter is too many to be slips of boaz. */
  @Test
  void frequentTextsAreValuesOfTheirOwn() {
    assertThat(near("boa").categories()).isEmpty();
    assertThat(near("boaz").categories()).isEmpty();
  }

  @Test
  void oddsHaveABoundButKeepTheirOrder() {
    String text = "heart attack patients given aspirin at arrival";
    Spelling long2 =
        new Spelling(
            new CategoricalField(
                "c", "", List.of(text, text.replace("aspirin", "heparin")), List.of(40, 40)));
    Spelling.Near near = long2.near(long2.number("x" + text));
    assertThat(near.categories()).containsExactly(0, 1);
    assertThat(near.odds()[0]).isCloseTo(81, within(1e-9));
    assertThat(near.odds()[1]).isCloseTo(81 * Math.exp(-12), within(1e-9)); // heparin: 3 slips more
  }

  @Test
  void textsHaveNumbersOfTheirOwnUntilThereAreTooMany() {
    assertThat(spelling.number("gadsden")).isEqualTo(1);
    int first = spelling.number("new 0");
    assertThat(first).isEqualTo(CITIES.size());
    for (int i = 1; i < ColumnScan.MAX_DISTINCT; i++) {
      spelling.number("new " + i);
    }
    assertThat(spelling.number("new 0")).isEqualTo(first);
    assertThat(spelling.number("one more")).isEqualTo(CITIES.size() - 1);
    assertThat(spelling.near(CITIES.size() - 1).categories()).isEmpty();
  }

  @Test
  void misspellingsAreNearToTheirText() {
    SplittableRandom random = new SplittableRandom(1);
    List<Integer> seen = new ArrayList<>();
    int known = 0;
    for (int i = 0; i < 200; i++) {
      int wrong = spelling.misspelt(0, random);
      seen.add(wrong);
      known += wrong != 0 && spelling.near(wrong).categories().length == 1 ? 1 : 0;
    }
    assertThat(known).isGreaterThan(170);
    SplittableRandom same = new SplittableRandom(1);
    for (int wrong : seen) {
      assertThat(spelling.misspelt(0, same)).isEqualTo(wrong);
    }
    assertThat(spelling.misspelt(CITIES.size() - 1, random)).isEqualTo(CITIES.size() - 1);
  }

  /**
   * Numbers 10001 to 10050, each a few times: of those a slip away, what the others say decides.
   */
  @Test
  void aMisspeltNumberIsOneThatTheColumnRepeats() {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(new String[] {i == 7 ? "1000x" : String.valueOf(10_001 + i * 37 % 50)});
    }
    NumericField codes = (NumericField) field(rows);
    assertThat(codes.repeated()).hasSize(50);
    double six = codes.scale().scale(10_006.4);
    assertThat(NumberSpelling.of(codes, "1000x", six, 0.1)).isEqualTo("10006");
    assertThat(NumberSpelling.of(codes, "l0031", six, 5)).isEqualTo("10031");
    assertThat(NumberSpelling.of(codes, "l0031", six, 1e-3)).isNull();
    assertThat(NumberSpelling.of(codes, "none", six, 1)).isNull();
    assertThat(NumberSpelling.of(codes, "x", six, 1)).isNull();
    for (int i = 0; i < 400; i++) {
      rows.set(i, new String[] {String.valueOf(i * 0.37)});
    }
    assertThat(((NumericField) field(rows)).repeated()).isEmpty();
  }

  private static Field field(List<String[]> rows) {
    return SchemaFinder.find(Texts.table(rows), SchemaOptions.AUTOMATIC, 1, at -> {})
        .schema()
        .fields()
        .get(0);
  }
}
