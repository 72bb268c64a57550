package org.ricvae.table.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.data.InputException;
import org.ricvae.table.file.RowCursor;

class SchemaFinderTest {
  private static final int ROWS = 1_000;

  /** The field found for a column of these texts; a second column keeps the table of use. */
  private static Field field(IntFunction<String> text, SchemaOptions options) {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(new String[] {text.apply(i), String.valueOf(i * 7919 % 1009 / 10.0)});
    }
    return SchemaFinder.find(Texts.table(rows), options, 1, at -> {}).schema().fields().get(0);
  }

  private static Field field(IntFunction<String> text) {
    return field(text, SchemaOptions.AUTOMATIC);
  }

  @Test
  void numbersKeepTheirDecimals() {
    NumericField f = (NumericField) field(i -> String.valueOf(i * 37 % 101 / 4.0));
    assertThat(f.text().format(12.3456)).isEqualTo("12.35");
    assertThat(((NumericField) field(i -> String.valueOf(i * 37 % 101))).text().format(-0.2))
        .isEqualTo("0");
  }

  @Test
  void datesAreNumbersWithTheirPattern() {
    NumericField f =
        (NumericField) field(i -> LocalDate.of(2020, 1, 1).plusDays(i * 37 % 500).toString());
    assertThat(f.text().pattern()).isEqualTo("uuuu-MM-dd");
    assertThat(f.text().format(f.text().parse("2024-02-29") + 7_000)).isEqualTo("2024-02-29");
    assertThat(f.text().parse("2023-02-29")).isNaN();
  }

  /** Wherever the odd cells are: some 2.5 % plain numbers, and a word. */
  @ParameterizedTest
  @ValueSource(ints = {0, 500, ROWS - 25})
  void somePlainNumbersAmongDatesAreErrors(int first) {
    IntFunction<String> text =
        i ->
            i >= first && i < first + 24
                ? String.valueOf(i - first + 0.125)
                : i == first + 24
                    ? "soon"
                    : LocalDate.of(2020, 1, 1).plusDays(i * 37 % 500).toString();
    NumericField f = (NumericField) field(text);
    assertThat(f.text()).isEqualTo(NumberText.dates("uuuu-MM-dd"));
    assertThat(f.description()).isEqualTo("dates like uuuu-MM-dd, 25 other texts");
    // The numbers leave no trace in the scale: it is that of the dates.
    double[] days =
        IntStream.range(0, ROWS)
            .filter(i -> i < first || i >= first + 25)
            .mapToDouble(i -> f.text().parse(text.apply(i)))
            .toArray();
    assertThat(f.scale()).isEqualTo(NumberScale.of(days));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 40_000})
  void datesOfWhichThereAreTooManyToCountAreDates(int first) {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < 2 * ColumnScan.MAX_DISTINCT + 500; i++) {
      boolean odd = i >= first && i < first + 500;
      LocalDateTime time = LocalDate.of(2020, 1, 1).atStartOfDay().plusMinutes(i * 7L);
      rows.add(new String[] {odd ? String.valueOf(i) : time.toString().replace('T', ' ')});
    }
    Field f =
        SchemaFinder.find(Texts.table(rows), SchemaOptions.AUTOMATIC, 1, at -> {})
            .schema()
            .fields()
            .get(0);
    assertThat(f.description()).isEqualTo("dates like uuuu-MM-dd HH:mm, 500 other texts");
  }

  @Test
  void someTextsAmongNumbersAreErrorsAndManyMakeCategories() {
    assertThat(field(i -> i % 50 == 0 ? "unknown" : String.valueOf(i * 37 % 101)))
        .isInstanceOf(NumericField.class)
        .extracting(Field::description)
        .asString()
        .contains("20 other texts");
    assertThat(field(i -> i % 5 == 0 ? "unknown" : String.valueOf(i % 7)))
        .isInstanceOf(CategoricalField.class);
  }

  @Test
  void whatIsOfNoUseIsIgnoredAndSaysWhy() {
    assertThat(field(i -> "x")).isInstanceOf(IgnoredField.class);
    assertThat(field(i -> null).description()).isEqualTo("every cell is missing");
    assertThat(field(i -> String.valueOf(i + 10)).description()).isEqualTo("counts the rows");
    assertThat(field(i -> "name " + i).description()).contains("1000 different texts");
    assertThat(field(i -> i % 2 == 0 ? "NA" : "n/a").description())
        .isEqualTo("every cell is missing");
  }

  @Test
  void twoValuesAreCategoriesWhateverTheyAre() {
    assertThat(field(i -> String.valueOf(i % 3 % 2))).isInstanceOf(CategoricalField.class);
    assertThat(field(i -> i % 3 == 0 ? "true" : "false")).isInstanceOf(CategoricalField.class);
  }

  @Test
  void rareCategoriesAreOne() {
    CategoricalField f = (CategoricalField) field(i -> i < 900 ? "c" + i % 300 : "rare " + i);
    assertThat(f.categories()).hasSize(FieldFinder.MAX_CATEGORIES).allMatch(c -> c.startsWith("c"));
  }

  @Test
  void optionsAreObeyed() {
    SchemaOptions categorical = new SchemaOptions(Set.of("c0"), Set.of(), Set.of());
    assertThat(field(i -> String.valueOf(i % 9), categorical)).isInstanceOf(CategoricalField.class);
    SchemaOptions numeric = new SchemaOptions(Set.of(), Set.of("c0"), Set.of());
    assertThat(field(i -> String.valueOf(i % 3 % 2), numeric)).isInstanceOf(NumericField.class);
    SchemaOptions ignored = new SchemaOptions(Set.of(), Set.of(), Set.of("c0"));
    assertThat(field(i -> String.valueOf(i % 9), ignored)).isInstanceOf(IgnoredField.class);
    assertThatThrownBy(() -> field(i -> "x", new SchemaOptions(Set.of("nope"), Set.of(), Set.of())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no column nope");
    assertThatThrownBy(() -> new SchemaOptions(Set.of("a"), Set.of("a"), Set.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("give it once");
  }

  @Test
  void thousandsOfTextsAreCategoriesOnlyWhereTheyRepeat() {
    CategoricalField many = (CategoricalField) field(i -> "c" + i % 400);
    assertThat(many.categories()).hasSize(FieldFinder.MAX_CATEGORIES);
    assertThat(many.description()).contains("144 rarer texts as one");
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < 2 * ColumnScan.MAX_DISTINCT + 10; i++) {
      rows.add(new String[] {"c" + i / 2, i % 3 == 0 ? "a" : "b"});
    }
    List<Field> fields =
        SchemaFinder.find(Texts.table(rows), SchemaOptions.AUTOMATIC, 1, at -> {})
            .schema()
            .fields();
    assertThat(fields.get(0).description()).contains("more than 20000 different texts");
    assertThat(fields.get(1)).isInstanceOf(CategoricalField.class);
  }

  @Test
  void identifiersThatDoNotCountTheRowsInOrderAreNumbers() {
    // Nothing tells them from a measurement: they are to be ignored by name.
    assertThat(field(i -> String.valueOf(i * 7919 % 99_991))).isInstanceOf(NumericField.class);
    assertThat(field(i -> i == 500 ? null : String.valueOf(i))).isInstanceOf(NumericField.class);
  }

  @Test
  void mixedTypesThatAreNeitherMostlyNumbersNorRepeatedAreIgnored() {
    assertThat(field(i -> i % 3 == 0 ? "text " + i : String.valueOf(i * 0.37)))
        .isInstanceOf(IgnoredField.class);
  }

  @Test
  void holesAreCounted() {
    assertThat(field(i -> i % 4 == 0 ? "" : String.valueOf(i * 37 % 101)).description())
        .isEqualTo("numbers, 250 missing");
  }

  @Test
  void whereNoColumnIsOfUseTheTableIsRefusedInOneLine() {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(new String[] {"x", null});
    }
    assertThatThrownBy(
            () -> SchemaFinder.find(Texts.table(rows), SchemaOptions.AUTOMATIC, 1, at -> {}))
        .isInstanceOf(InputException.class)
        .hasMessage("no column is of use: c0 (every cell is 'x'), c1 (every cell is missing)");
  }

  @Test
  void encodedRowsComeBackAsTheirTexts() {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rows.add(
          new String[] {
            i % 3 == 0 ? "low" : i % 3 == 1 ? "high" : "NA",
            String.format(java.util.Locale.ROOT, "%.2f", (i * 37 % 101) / 7.0),
            LocalDate.of(2020, 1, 1).plusDays(i * 37 % 200).toString(),
            "constant"
          });
    }
    rows.set(7, new String[] {"new", "12 oz", "2020-02-30", "other"});
    TableSource table = Texts.table(rows);
    Schema schema = SchemaFinder.find(table, SchemaOptions.AUTOMATIC, 1, at -> {}).schema();
    RowEncoder encoder = new RowEncoder(schema);
    assertThat(schema.columnsOfCells()).startsWith(1, 2, 0);
    float[] cells = new float[encoder.cells()];
    try (RowCursor cursor = table.rows().get()) {
      while (cursor.next()) {
        encoder.encode(cursor, cells, 0);
        for (int c = 0; c < cells.length; c++) {
          String text = cursor.cell(encoder.column(c));
          if (Float.isNaN(cells[c])) {
            assertThat(encoder.isForeign(c, text)).isEqualTo(!text.equals("NA"));
          } else {
            assertThat(encoder.text(c, cells[c])).isEqualTo(text);
          }
        }
      }
    }
  }

  @Test
  void scaleIsMonotoneInvertibleAndWithoutUnits() {
    double[] values = new double[501];
    double[] inOtherUnits = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.sin(i * 0.7) * i - 40;
      inOtherUnits[i] = values[i] * 1e6;
    }
    NumberScale scale = NumberScale.of(values.clone());
    NumberScale other = NumberScale.of(inOtherUnits.clone());
    float before = Float.NEGATIVE_INFINITY;
    for (double v = -1e5; v < 1e5; v += 311) {
      float y = scale.scale(v);
      assertThat(y).isGreaterThan(before);
      assertThat(Math.abs(scale.unscale(y) - v)).isLessThan(1e-5 * Math.abs(v) + 1e-3);
      assertThat(other.scale(v * 1e6)).isCloseTo(y, org.assertj.core.data.Offset.offset(1e-5f));
      before = y;
    }
  }
}
