package org.ricvae.table.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;
import org.ricvae.table.clean.CleanCounts;
import org.ricvae.table.clean.CleanOptions;
import org.ricvae.table.clean.TableCleaner;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.file.Undo;
import org.ricvae.table.schema.SchemaOptions;
import org.ricvae.table.schema.TableSource;
import org.ricvae.table.schema.Texts;
import org.ricvae.train.TrainingListener;

/** A table of which the truth is known: four numbers that follow from two, and a category. */
class TableFitTest {
  private static final int ROWS = 600;
  private static final int COLUMNS = 5;
  private static final TableOptions OPTIONS =
      new TableOptions(1, 4, List.of(48), 1_500, 64, 3e-3, 0.01, 0.05, 1, 7, 1);

  private static List<String[]> clean;
  private static List<String[]> dirty;
  private static boolean[] wrong;
  private static TableModel model;

  @BeforeAll
  static void fit() {
    clean = rows(1);
    dirty = new ArrayList<>();
    wrong = new boolean[ROWS * COLUMNS];
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < ROWS; i++) {
      String[] row = clean.get(i).clone();
      for (int j = 0; j < COLUMNS; j++) {
        if (random.nextDouble() < 0.04) {
          row[j] = j == 4 ? "a typo" + i : String.valueOf(Double.parseDouble(row[j]) * 10 + 50);
          wrong[i * COLUMNS + j] = true;
        } else if (random.nextDouble() < 0.03) {
          row[j] = null;
        }
      }
      dirty.add(row);
    }
    model = fit(dirty, OPTIONS);
  }

  private static List<String[]> rows(double unit) {
    SplittableRandom random = new SplittableRandom(3);
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      double[] x = {a, 2 * b + 1, a + b, a - 2 * b};
      String[] row = new String[COLUMNS];
      for (int j = 0; j < 4; j++) {
        double noisy = x[j] + 0.05 * random.nextGaussian();
        row[j] = String.valueOf(unit * Math.rint(noisy * 1000) / 1000);
      }
      row[4] = a + b > 0.7 ? "high" : a + b < -0.7 ? "low" : "middle";
      rows.add(row);
    }
    return rows;
  }

  private static TableModel fit(List<String[]> rows, TableOptions options) {
    return TableFit.fit(Texts.table(rows), SchemaOptions.AUTOMATIC, options, TrainingListener.NONE);
  }

  private static float[] scores(TableModel m, List<String[]> rows, int threads) {
    float[] all = new float[rows.size() * COLUMNS];
    int[] at = {0};
    m.judge(
        Texts.table(rows),
        TableModel.DEFAULT_PASSES,
        threads,
        judged -> {
          System.arraycopy(judged.scores(), 0, all, at[0], judged.rows() * COLUMNS);
          at[0] += judged.rows() * COLUMNS;
        });
    return all;
  }

  @Test
  void wrongCellsAreFound() {
    float[] scores = scores(model, dirty, 1);
    int hits = 0;
    int flags = 0;
    int errors = 0;
    for (int i = 0; i < scores.length; i++) {
      boolean flag = scores[i] >= model.calibration().threshold();
      flags += flag ? 1 : 0;
      hits += flag && wrong[i] ? 1 : 0;
      errors += wrong[i] ? 1 : 0;
    }
    assertThat(2.0 * hits / (flags + errors)).isGreaterThan(0.8);
    assertThat(model.calibration().wrong()).isBetween(0.02, 0.1);
  }

  @Test
  void threadsChangeNothing() {
    assertThat(scores(model, dirty, 3)).isEqualTo(scores(model, dirty, 1));
    assertThat(scores(fit(dirty, OPTIONS.withThreads(2)), dirty, 1))
        .isEqualTo(scores(model, dirty, 1));
  }

  @Test
  void unitsChangeNothing() {
    List<String[]> other = new ArrayList<>();
    for (String[] row : dirty) {
      String[] copy = row.clone();
      for (int j = 0; j < 4; j++) {
        copy[j] = row[j] == null ? null : String.valueOf(Double.parseDouble(row[j]) * 1048576);
      }
      other.add(copy);
    }
    float[] a = scores(model, dirty, 1);
    float[] b = scores(fit(other, OPTIONS), other, 1);
    int same = 0;
    for (int i = 0; i < a.length; i++) {
      boolean flagA = a[i] >= model.calibration().threshold();
      same += flagA == b[i] >= model.calibration().threshold() ? 1 : 0;
    }
    assertThat(same).isEqualTo(a.length);
  }

  @Test
  void savedModelJudgesTheSame(@TempDir Path folder) throws IOException {
    Path place = folder.resolve("model");
    model.save(place);
    assertThat(TableModel.isTable(place)).isTrue();
    assertThat(scores(TableModel.load(place), dirty, 1)).isEqualTo(scores(model, dirty, 1));
    Path json = place.resolve("table.json");
    String text = Files.readString(json);
    for (String damaged :
        List.of(
            text.substring(0, text.length() / 2),
            "{}",
            "[]",
            text.replaceFirst("\"version\" : [0-9]+", "\"version\" : 99"),
            text.replaceFirst("\"scale\" : [0-9.]+", "\"scale\" : -1"))) {
      Files.writeString(json, damaged);
      assertThatThrownBy(() -> TableModel.load(place))
          .isInstanceOf(InputException.class)
          .message()
          .contains("table.json")
          .satisfies(m -> assertThat(m.lines()).hasSize(1));
    }
  }

  @Test
  void cleaningRepairsAndUndoBringsTheBytesBack(@TempDir Path folder) throws IOException {
    Path csv = folder.resolve("dirty.csv");
    StringBuilder text = new StringBuilder("c0,c1,c2,c3,c4\r\n");
    for (String[] row : dirty) {
      text.append(String.join(",", Arrays.stream(row).map(c -> c == null ? "" : c).toList()))
          .append("\r\n");
    }
    Files.writeString(csv, text);
    Path out = folder.resolve("out.csv");
    Path changes = folder.resolve("changes.csv");
    TableFile file = TableFile.open(csv);
    CleanCounts counts =
        TableCleaner.clean(
            file,
            model,
            out,
            changes,
            new CleanOptions(java.util.OptionalDouble.empty(), 3, 2),
            at -> {});
    assertThat(counts.rows()).isEqualTo(ROWS);
    assertThat(counts.filled()).isBetween(60L, 120L);
    List<String> lines = Files.readAllLines(out);
    double squares = 0;
    double dirtySquares = 0;
    int n = 0;
    for (int i = 0; i < ROWS; i++) {
      String[] cells = lines.get(i + 1).split(",", -1);
      for (int j = 0; j < 4; j++) {
        if (wrong[i * COLUMNS + j]) {
          double truth = Double.parseDouble(clean.get(i)[j]);
          squares += Math.pow(Double.parseDouble(cells[j]) - truth, 2);
          dirtySquares += Math.pow(Double.parseDouble(dirty.get(i)[j]) - truth, 2);
          n++;
        }
      }
    }
    assertThat(Math.sqrt(squares / n)).isLessThan(0.1 * Math.sqrt(dirtySquares / n));
    Path back = folder.resolve("back.csv");
    Undo.apply(out, changes, back);
    assertThat(back).hasSameBinaryContentAs(csv);
  }

  @Test
  void tooFewRowsAreRefused() {
    assertThatThrownBy(() -> fit(clean.subList(0, 7), OPTIONS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("7 row(s)");
  }

  @Test
  void otherColumnsAreRefused() {
    TableSource narrow = Texts.table(clean.stream().map(row -> Arrays.copyOf(row, 3)).toList());
    assertThatThrownBy(() -> model.judge(narrow, 1, 1, judged -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("column 4");
  }
}
