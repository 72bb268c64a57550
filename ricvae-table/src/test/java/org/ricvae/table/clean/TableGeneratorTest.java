package org.ricvae.table.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.data.InputException;
import org.ricvae.table.file.Column;
import org.ricvae.table.file.RowCursor;
import org.ricvae.table.file.SourceType;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.TableFit;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.model.TableOptions;
import org.ricvae.table.schema.SchemaOptions;
import org.ricvae.table.schema.TableSource;
import org.ricvae.train.TrainingListener;

/** New rows follow the law by which the clean rows were made, not that of the dirty ones. */
class TableGeneratorTest {
  private static final int ROWS = 1_500;
  private static final int NEW = 4_000;
  private static final List<String> CITIES = List.of("Oslo", "San José, CA", "Lima");
  private static final double[] SHARES = {0.5, 0.3, 0.2};
  private static final TableOptions OPTIONS =
      new TableOptions(1, 4, List.of(64), 2_500, 64, 3e-3, 0.01, 0.05, 1, 7, 1);

  @TempDir static Path dir;

  private static List<List<String>> clean;
  private static TableModel model;

  @BeforeAll
  static void fit() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    clean = new ArrayList<>();
    List<String> lines = new ArrayList<>(List.of("id,city,length,width,height,day,alive"));
    for (int i = 0; i < ROWS; i++) {
      double u = random.nextDouble();
      int city = u < SHARES[0] ? 0 : u < SHARES[0] + SHARES[1] ? 1 : 2;
      double length = 5 + random.nextGaussian();
      double width = 3 * length + 0.5 * random.nextGaussian();
      String[] row = {
        CITIES.get(city),
        String.format(Locale.ROOT, "%.2f", length),
        String.format(Locale.ROOT, "%.1f", width),
        String.valueOf(100 * (city + 1) + random.nextInt(20)),
        "2024-%02d-%02d".formatted(3 * city + 1, 1 + random.nextInt(28)),
        String.valueOf(random.nextInt(4) > 0)
      };
      clean.add(List.of(row.clone()));
      if (i % 25 == 3) { // 4 % of the rows have an error, most of them far out
        int column = i / 25 % 4;
        row[column] = List.of("Osl0", "999.99", "-500.0", "").get(column);
      }
      lines.add("K%d,\"%s\",%s".formatted(7 * i % 1499, row[0], rest(row)));
    }
    Path file = Files.write(dir.resolve("dirty.csv"), lines);
    model =
        TableFit.fit(
            TableSource.of(TableFile.open(file)),
            SchemaOptions.AUTOMATIC,
            OPTIONS,
            TrainingListener.NONE);
  }

  private static String rest(String[] row) {
    return String.join(",", Arrays.asList(row).subList(1, row.length));
  }

  private static TableFile generate(String name, int count, long seed) {
    Path out = dir.resolve(name);
    TableGenerator.generate(model, count, seed, out, done -> {});
    return TableFile.open(out);
  }

  private static List<List<String>> texts(TableFile table) {
    List<List<String>> all = new ArrayList<>();
    try (RowCursor rows = table.rows()) {
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int j = 0; j < table.columns().size(); j++) {
          row.add(rows.cell(j));
        }
        all.add(row);
      }
    }
    return all;
  }

  private static double[] numbers(List<List<String>> rows, int column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).toArray();
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).average().orElseThrow();
  }

  private static double covariance(double[] x, double[] y) {
    double mx = mean(x);
    double my = mean(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - mx) * (y[i] - my);
    }
    return sum / x.length;
  }

  private static double correlation(List<List<String>> rows, int a, int b) {
    double[] x = numbers(rows, a);
    double[] y = numbers(rows, b);
    return covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y));
  }

  private static double share(List<List<String>> rows, int column, String text) {
    return rows.stream().filter(row -> row.get(column).equals(text)).count() / (double) rows.size();
  }

  @Test
  void marginalsAndDependencesAreThoseOfTheCleanRows() {
    List<List<String>> rows = texts(generate("new.csv", NEW, 1));
    assertThat(rows).hasSize(NEW).allMatch(row -> !row.contains(null));
    for (int j = 1; j <= 3; j++) {
      double[] wanted = numbers(clean, j);
      double[] found = numbers(rows, j);
      double deviation = Math.sqrt(covariance(wanted, wanted));
      assertThat(mean(found)).isCloseTo(mean(wanted), within(0.15 * deviation));
      assertThat(Math.sqrt(covariance(found, found)))
          .isCloseTo(deviation, within(0.15 * deviation));
    }
    assertThat(correlation(rows, 1, 2)).isCloseTo(correlation(clean, 1, 2), within(0.1));
    assertThat(correlation(rows, 1, 3)).isCloseTo(correlation(clean, 1, 3), within(0.12));
    for (String city : CITIES) {
      assertThat(share(rows, 0, city)).isCloseTo(share(clean, 0, city), within(0.08));
    }
    assertThat(share(rows, 5, "true")).isCloseTo(share(clean, 5, "true"), within(0.1));
    // The height and the month say which city it is.
    long consistent =
        rows.stream()
            .filter(
                row -> {
                  int city = CITIES.indexOf(row.get(0));
                  return Math.abs(Integer.parseInt(row.get(3)) - 100 * (city + 1) - 10) <= 40
                      && Math.abs(Integer.parseInt(row.get(4).substring(5, 7)) - 3 * city - 1) <= 1;
                })
            .count();
    assertThat(consistent).isGreaterThan(NEW * 9 / 10);
  }

  @Test
  void columnsAndDecimalsAreThoseOfTheTableAndErrorsAreNotDrawn() {
    TableFile table = generate("again.csv", NEW, 2);
    assertThat(table.columns())
        .extracting(Column::name)
        .containsExactly("city", "length", "width", "height", "day", "alive");
    assertThat(texts(table))
        .allMatch(row -> CITIES.contains(row.get(0)))
        .allMatch(row -> row.get(1).matches("\\d+\\.\\d\\d") && row.get(1).length() < 6)
        .allMatch(row -> row.get(2).matches("\\d+\\.\\d"))
        .allMatch(row -> row.get(3).matches("\\d+"))
        .allMatch(row -> row.get(4).matches("202[34]-\\d\\d-\\d\\d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.tsv", "x.txt.gz", "x.jsonl", "x.ndjson.gz", "x.parquet"})
  void everyFormatHoldsTheSameRows(String name) {
    List<List<String>> wanted = new ArrayList<>();
    for (List<String> row : texts(generate("y.csv", 300, 3))) {
      wanted.add(plain(row));
    }
    TableFile table = generate(name, 300, 3);
    assertThat(texts(table).stream().map(TableGeneratorTest::plain).toList()).isEqualTo(wanted);
    if (name.contains("json") || name.contains("parquet")) {
      assertThat(table.columns().get(1).type()).isEqualTo(SourceType.NUMBER);
      assertThat(table.columns().get(3).type()).isEqualTo(SourceType.INTEGER);
      assertThat(table.columns().get(5).type()).isEqualTo(SourceType.BOOLEAN);
    }
    if (name.endsWith("parquet")) {
      assertThat(table.columns().get(4).type()).isEqualTo(SourceType.DATE);
    }
  }

  /** Parquet has 4.1 where others have 4.10. */
  private static List<String> plain(List<String> row) {
    List<String> plain = new ArrayList<>(row);
    plain.set(1, String.valueOf(Double.parseDouble(row.get(1))));
    plain.set(2, String.valueOf(Double.parseDouble(row.get(2))));
    return plain;
  }

  @Test
  void aRowDependsOnTheSeedAndItsPlaceAlone() {
    List<List<String>> few = texts(generate("few.csv", 10, 4));
    assertThat(texts(generate("many.csv", 1_100, 4)).subList(0, 10)).isEqualTo(few);
    assertThat(texts(generate("other.csv", 10, 5))).isNotEqualTo(few);
  }

  @Test
  void aSavedModelDrawsTheSameAndADamagedOrOldOneIsRefused() throws IOException {
    Path folder = dir.resolve("model");
    model.save(folder);
    Path file = folder.resolve("drawing.json");
    Path out = dir.resolve("saved.csv");
    TableGenerator.generate(TableModel.load(folder), 50, 6, out, done -> {});
    assertThat(texts(TableFile.open(out))).isEqualTo(texts(generate("fresh.csv", 50, 6)));

    String text = Files.readString(file);
    for (String broken :
        List.of(
            "{}",
            "[1]",
            text.substring(0, 100),
            text.replaceFirst("\"noise\":\\[", "\"noise\":[1,"),
            text.replaceFirst("\"means\":\\[\\[[^,]+,", "\"means\":[["),
            text.replaceFirst("\"temperature\":\\[[^,\\]]+", "\"temperature\":[0"),
            text.replaceFirst("\"low\":\\[[^,\\]]+", "\"low\":[\"NaN\""))) {
      Files.writeString(file, broken);
      assertThatThrownBy(() -> TableModel.load(folder))
          .as(broken.substring(0, Math.min(60, broken.length())))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("drawing.json");
    }
    Files.delete(file);
    TableModel old = TableModel.load(folder);
    assertThatThrownBy(() -> TableGenerator.generate(old, 5, 0, out, done -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("train it again");
  }
}
