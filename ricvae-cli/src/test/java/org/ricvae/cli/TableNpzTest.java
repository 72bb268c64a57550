package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.format.NpzMatrix;
import tools.jackson.databind.JsonNode;

/** An .npz with X and y is a table whose labels are known, and nothing but the report sees them. */
class TableNpzTest {
  private static final int ROWS = 300;
  private static final int COLUMNS = 4;

  @TempDir static Path shared;
  @TempDir Path dir;

  private static double[] x;
  private static Path data;
  private static Path model;

  @BeforeAll
  static void trainOnce() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    x = new double[ROWS * COLUMNS];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double z = random.nextDouble();
      for (int j = 0; j < COLUMNS; j++) {
        x[i * COLUMNS + j] = Math.rint(1000 * ((j + 1) * z + 0.02 * random.nextDouble())) / 1000;
      }
      if (i % 30 == 4) {
        y[i] = 1;
        x[i * COLUMNS + i / 30 % COLUMNS] = 20 + random.nextDouble();
      } else if (i % 30 == 9) {
        x[i * COLUMNS + 1] = Double.NaN;
      }
    }
    data = shared.resolve("data.npz");
    LabelledNpz.write(data, x, y);
    model = shared.resolve("model");
    Cli.Result result =
        Cli.run("train", data, "-o", model, "--hidden", 32, "--steps", 800).isDone();
    assertThat(result.err()).contains("y says that 10 rows are outliers", "x4: numbers");
  }

  @Test
  void outliersAreFoundByYWithoutBeingAskedFor() throws IOException {
    Path page = dir.resolve("page.html");
    JsonNode json =
        Cli.run("score", data, "-m", model, "-o", dir.resolve("s.csv"), "--report", page, "--json")
            .isDone()
            .json();
    assertThat(json.get("outliers").asInt()).isEqualTo(10);
    assertThat(json.get("roc_auc").asDouble()).isGreaterThan(0.95);
    assertThat(Files.readString(page)).contains("10 known outliers");
  }

  @Test
  void modelOfATableMayBeGivenInOneWord() {
    for (String option : List.of("-m=", "--model=")) {
      Path scores = dir.resolve("scores" + option.length() + ".csv");
      JsonNode json =
          Cli.run("score", data, option + model, "-o", scores, "--json").isDone().json();
      assertThat(json.get("outliers").asInt()).isEqualTo(10);
    }
  }

  @Test
  void errorsAreRepairedInACopyOfTheSameTypeAndUndone() {
    Path out = dir.resolve("out.npz");
    Path list = dir.resolve("list.csv");
    JsonNode json =
        Cli.run("clean", data, "-m", model, "-o", out, "--changes", list, "--json").isDone().json();
    assertThat(json.get("filled").asInt()).isEqualTo(10);
    NpzMatrix before = NpzMatrix.open(data);
    NpzMatrix after = NpzMatrix.open(out);
    assertThat(after.labels().orElseThrow()).isEqualTo(before.labels().orElseThrow());
    int changed = 0;
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        String old = before.text(i, j);
        changed += after.text(i, j).equals(old) ? 0 : 1;
        if (old == null || Double.parseDouble(old) > 15) {
          assertThat(Double.parseDouble(after.text(i, j))).isLessThan(5);
        }
      }
    }
    assertThat(changed)
        .isEqualTo(json.get("filled").asInt() + json.get("unlikely").asInt())
        .isGreaterThanOrEqualTo(20);

    Path back = dir.resolve("back.npz");
    Cli.run("undo", out, "--changes", list, "-o", back).isDone();
    NpzMatrix again = NpzMatrix.open(back);
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      String text = again.text(i / COLUMNS, i % COLUMNS);
      assertThat(text == null ? Double.NaN : Double.parseDouble(text))
          .isEqualTo(Double.valueOf(x[i]));
    }
    Cli.run("undo", data, "--changes", list, "-o", dir.resolve("twice.npz"), "-q")
        .isRefused("data.npz", "same run");
  }

  @Test
  void itIsAnArrayIfTheUserSaysSoAndYIsNotNeededForNewRows() throws IOException {
    assertThat(Cli.run("info", data).isDone().out()).contains("column x4, is numeric");
    assertThat(Cli.run("info", data, "--member", "X").isDone().out()).doesNotContain("column x4");

    Path filled = dir.resolve("filled.npz");
    double[] known = Arrays.stream(x).map(value -> Double.isNaN(value) ? 0 : value).toArray();
    LabelledNpz.write(filled, known, new double[ROWS]);
    Path arrays = dir.resolve("arrays");
    Cli.run(Blobs.train(filled, arrays, "--member", "X")).isDone();
    Cli.run("clean", filled, "-m", arrays, "-o", dir.resolve("y.npy"), "--member", "X").isDone();
    Cli.run("score", filled, "-m", arrays, "-o", dir.resolve("a.csv")).isDone();

    // Labels of one kind say nothing; an .npz without y does too.
    JsonNode json =
        Cli.run("score", filled, "-m", model, "-o", dir.resolve("s.csv"), "--json").isDone().json();
    assertThat(json.has("roc_auc")).isFalse();
    Path bare = dir.resolve("bare.npz");
    Cli.run("clean", filled, "-m", arrays, "-o", bare).isDone();
    Cli.run("score", bare, "-m", model, "-o", dir.resolve("t.csv")).isDone();
  }

  @Test
  void otherTablesAndOutputsAreRefused() throws IOException {
    Path narrow = dir.resolve("narrow.npz");
    LabelledNpz.write(narrow, new double[60], new double[30]);
    Cli.run("score", narrow, "-m", model, "-o", dir.resolve("s.csv"), "-q")
        .isRefused("column 3 is no further column");
    Cli.run("train", narrow, "-o", dir.resolve("m"), "-q").isRefused("no column is of use");
    Cli.run("clean", data, "-m", model, "-o", dir.resolve("out.csv"), "-q")
        .isRefused("its name must end in .npz");
    Cli.run("generate", "-m", model, "-o", dir.resolve("new.npz"))
        .isRefused("its name must end in one of .csv");
    LabelledNpz.write(narrow, new double[60], filledWith(Double.NaN));
    Cli.run("train", narrow, "-o", dir.resolve("m"), "-q").isRefused("y has no number in row 1");
    assertThat(dir.resolve("m")).doesNotExist();
  }

  private static double[] filledWith(double value) {
    double[] labels = new double[30];
    Arrays.fill(labels, value);
    return labels;
  }
}
