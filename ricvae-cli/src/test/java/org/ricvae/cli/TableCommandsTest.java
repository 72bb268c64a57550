package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CSV from the command line to the repaired one and back. */
class TableCommandsTest {
  @TempDir static Path folder;

  private static Path csv;
  private static Path model;

  @BeforeAll
  static void train() throws IOException {
    csv = folder.resolve("orders.csv");
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder("id,price,\"total, gross\",kind,fraud\n");
    for (int i = 0; i < 400; i++) {
      double price = 10 + 90 * random.nextDouble();
      boolean wrong = i % 40 == 7;
      text.append(
          "%d,%.2f,\"%.2f\",%s,%d\n"
              .formatted(
                  i + 1,
                  price,
                  (wrong ? 100 : 1.2) * price,
                  i % 40 == 9 ? "" : price > 55 ? "dear" : "cheap",
                  wrong ? 1 : 0));
    }
    Files.writeString(csv, text);
    model = folder.resolve("model");
    Cli.Result result =
        Cli.run(
            "train",
            csv,
            "-o",
            model,
            "--label",
            "fraud",
            "--hidden",
            "32",
            "--steps",
            "800",
            "--threads",
            "1");
    assertThat(result.isDone().err()).contains("id: counts the rows", "fraud: ignored as asked");
  }

  @Test
  void wrongTotalsAreRepairedAndUndone() throws IOException {
    Path out = folder.resolve("cleaned.csv");
    Cli.Result result = Cli.run("clean", csv, "-m", model, "-o", out, "--json").isDone();
    assertThat(result.json().get("rows").asInt()).isEqualTo(400);
    assertThat(result.json().get("filled").asInt()).isEqualTo(10);
    Path changes = folder.resolve("cleaned.csv.changes.csv");
    List<String> lines = Files.readAllLines(changes);
    assertThat(lines.stream().filter(l -> l.contains("total, gross") && l.contains("unlikely")))
        .hasSizeBetween(10, 20);
    Path back = folder.resolve("back.csv");
    Cli.run("undo", out, "--changes", changes, "-o", back).isDone();
    assertThat(back).hasSameBinaryContentAs(csv);
    Cli.run("undo", csv, "--changes", changes, "-o", folder.resolve("twice.csv"))
        .isRefused("orders.csv");
    Cli.run("clean", csv, "-m", model, "-o", out).isRefused("is there already", "--overwrite");
  }

  @Test
  void rowsAreScoredAndExplained() throws IOException {
    Path scores = folder.resolve("scores.csv");
    Cli.Result result =
        Cli.run("score", csv, "-m", model, "-o", scores, "--label", "fraud", "--json").isDone();
    assertThat(result.json().get("roc_auc").asDouble()).isGreaterThan(0.95);
    List<String> lines = Files.readAllLines(scores);
    assertThat(lines).hasSize(401).first().isEqualTo("row,score,flag,because");
    assertThat(lines.get(8)).contains("total, gross is");
  }

  @Test
  void newRowsHaveTheColumnsThatTheModelLooksAt() throws IOException {
    Path out = folder.resolve("new.tsv");
    assertThat(Cli.run("generate", "-m", model, "-n", 20, "-o", out).isDone().err())
        .contains("20 new rows; the model does not look at id, fraud");
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(21).first().isEqualTo("price\ttotal, gross\tkind");
    assertThat(lines.subList(1, 21)).allMatch(l -> l.matches("[\\d.]+\t[\\d.]+\t(cheap|dear)"));
    Path again = folder.resolve("again.tsv");
    Cli.run("generate", "-m", model, "-n", 20, "-o", again, "--seed", 0, "-q").isDone();
    assertThat(again).hasSameBinaryContentAs(out);
  }

  @Test
  void infoTellsWhatColumnsAre() {
    assertThat(Cli.run("info", csv).isDone().out()).contains("column price, is numeric");
    assertThat(Cli.run("info", model).isDone().out())
        .contains("measured by injected errors", "power");
  }

  @Test
  void badInputIsRefusedInOneLine() throws IOException {
    Cli.run("train", csv, "-o", folder.resolve("m"), "--categorical", "nope")
        .isRefused("no column nope", "price");
    Cli.run("train", csv, "-o", folder.resolve("m"), "--shape", "2x3").isRefused("--shape");
    Cli.run("train", csv, "-o", model).isRefused("--overwrite");
    Cli.run("train", folder.resolve("none.csv"), "-o", folder.resolve("m"))
        .isRefused("none.csv", "no such file");
    Path one = Files.writeString(folder.resolve("one.csv"), "a,b\n1,2\n");
    Cli.run("train", one, "-o", folder.resolve("m")).isRefused("1 row(s); at least 8");
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    Cli.run("train", empty, "-o", folder.resolve("m")).isRefused("empty");
    Path ragged = Files.writeString(folder.resolve("ragged.csv"), "a,b\n1,2\n3\n4,5\n");
    Cli.run("train", ragged, "-o", folder.resolve("m")).isRefused("ragged.csv", "line 3");
    Path other = Files.writeString(folder.resolve("other.csv"), "x,y\n1,2\n2,3\n4,1\n");
    Cli.run("clean", other, "-m", model, "-o", folder.resolve("o.csv"))
        .isRefused("column 1 is x", "it is id");
    Cli.run("clean", csv, "-m", folder, "-o", folder.resolve("o.csv")).isRefused("is not a model");
    Cli.run("clean", csv, "-m", model, "-o", folder.resolve("o.csv"), "--false-alarms", "2")
        .isRefused("--false-alarms");
    assertThat(folder.resolve("o.csv")).doesNotExist();
    assertThat(folder.resolve("o.csv.changes.csv")).doesNotExist();
  }
}
