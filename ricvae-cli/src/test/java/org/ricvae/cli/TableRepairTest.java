package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.table.file.Change;
import org.ricvae.table.file.ChangesReader;
import tools.jackson.databind.JsonNode;

/** Errors whose truth is known are found and repaired by the commands, whatever their kind. */
class TableRepairTest {
  @TempDir static Path shared;
  @TempDir Path dir;

  private static Path table;
  private static Path model;

  @BeforeAll
  static void trainOnce() {
    table = Orders.write(shared.resolve("orders.csv"));
    model = shared.resolve("model");
    Cli.Result result =
        Cli.run(
            "train",
            table,
            "-o",
            model,
            "--label",
            "bad",
            "--hidden",
            32,
            "--steps",
            500,
            "--json");
    JsonNode json = result.isDone().json();
    assertThat(json.get("rows").asInt()).isEqualTo(Orders.ROWS);
    assertThat(json.get("options").get("capacity").asString()).isEqualTo("as asked");
    assertThat(json.get("wrong_cells_estimated").asDouble()).isBetween(0.0, 0.1);
    assertThat(result.err()).contains("day: dates like uuuu-MM-dd, 5 missing", "bad: ignored");
  }

  @Test
  void mostErrorsAreFoundAndRepairedAndUndoGivesTheVeryBytes() throws IOException {
    Path out = dir.resolve("out.csv");
    JsonNode json =
        Cli.run("clean", table, "-m", model, "-o", out, "--false-alarms", 0.01, "--json")
            .isDone()
            .json();
    Path list = Path.of(json.get("changes").asString());
    Map<String, Change> changes = changes(list);
    assertThat(json.get("unlikely").asInt() + json.get("filled").asInt()).isEqualTo(changes.size());

    List<Orders.Mistake> errors = Orders.errors();
    int found = 0;
    for (Orders.Mistake error : errors) {
      Change change = changes.get(error.row() + " " + error.column());
      if (change != null) {
        found++;
        check(error, change);
      }
    }
    assertThat(found).isGreaterThan(errors.size() * 4 / 5);
    assertThat(changes.size() - found).as("false alarms").isLessThan(Orders.ROWS / 20);

    Path back = dir.resolve("back.csv");
    Cli.run("undo", out, "--changes", list, "-o", back).isDone();
    assertThat(back).hasSameBinaryContentAs(table);
    assertThat(Files.readString(out)).contains("\"IT, EU\"").endsWith("\r\n");
  }

  private static void check(Orders.Mistake error, Change change) {
    switch (error.column()) {
      case "price" ->
          assertThat(Double.parseDouble(change.replacement()))
              .isCloseTo(Double.parseDouble(error.right()), within(15.0));
      case "day" -> {
        assertThat(change.reason()).isEqualTo("missing");
        assertThat(change.old()).isNull();
        assertThat(change.score()).isNaN();
        assertThat(change.low()).isLessThan(change.replacement());
        assertThat(change.high()).isGreaterThan(change.replacement());
      }
      default -> assertThat(change.low()).isNull();
    }
    if (error.wrong().startsWith("about")) {
      assertThat(change.reason()).isEqualTo("not a number");
    }
  }

  @Test
  void fewerFalseAlarmsFlagFewerCellsButHolesAreFilled() {
    Path list = dir.resolve("list.csv");
    JsonNode json =
        Cli.run(
                "clean",
                table,
                "-m",
                model,
                "-o",
                dir.resolve("out.csv"),
                "--changes",
                list,
                "--false-alarms",
                1e-9,
                "--only-flagged",
                "--json")
            .isDone()
            .json();
    assertThat(json.get("filled").asInt()).isEqualTo(5);
    assertThat(changes(list).values())
        .filteredOn(change -> change.reason().equals("unlikely"))
        .allMatch(change -> change.score() > 1);
  }

  @Test
  void scoresNameTheCellsOfAFlaggedRow() throws IOException {
    Path scores = dir.resolve("scores.csv");
    JsonNode json =
        Cli.run("score", table, "-m", model, "-o", scores, "--label", "bad", "--json")
            .isDone()
            .json();
    assertThat(json.get("outliers").asInt()).isEqualTo(Orders.errors().size());
    assertThat(json.get("roc_auc").asDouble()).isGreaterThan(0.7);
    Orders.Mistake slip =
        Orders.errors().stream().filter(e -> e.column().equals("price")).findFirst().orElseThrow();
    assertThat(Files.readAllLines(scores).get(slip.row()))
        .startsWith(slip.row() + ",")
        .contains(",1,", "price is " + slip.wrong() + ", expected ");
  }

  @Test
  void infoShowsTheSchemaAndHowFarFlagsCanBeTrusted() {
    assertThat(Cli.run("info", table).isDone().out())
        .contains("is categorical, found 4 categories, values", "dates like uuuu-MM-dd, 5 missing");
    JsonNode json = Cli.run("info", model, "--json").isDone().json();
    assertThat(json.get("measured_by_injected_errors")).hasSize(6);
    for (JsonNode column : json.get("measured_by_injected_errors")) {
      assertThat(column.get("power").asDouble()).isBetween(0.0, 1.0);
      assertThat(column.get("false_alarms").asDouble()).isBetween(0.0, 0.5);
    }
    assertThat(json.get("options").get("hidden").asString()).isEqualTo("[32]");
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBytes() {
    Path one = dir.resolve("one.csv");
    Path three = dir.resolve("three.csv");
    Cli.run("clean", table, "-m", model, "-o", one, "--changes", dir.resolve("1"), "--threads", 1)
        .isDone();
    Cli.run("clean", table, "-m", model, "-o", three, "--changes", dir.resolve("3"), "--threads", 3)
        .isDone();
    assertThat(one).hasSameBinaryContentAs(three);
    assertThat(dir.resolve("1")).hasSameBinaryContentAs(dir.resolve("3"));
  }

  private static Map<String, Change> changes(Path list) {
    Map<String, Change> changes = new HashMap<>();
    try (ChangesReader reader = ChangesReader.open(list)) {
      reader.forEachRemaining(change -> changes.put(change.row() + " " + change.column(), change));
    }
    return changes;
  }
}
