package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.table.file.Change;
import org.ricvae.table.file.ChangesReader;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/**
 * The page of a table says what the other outputs say; the cells' scores are those of the flags.
 */
class TableReportTest {
  @TempDir static Path shared;
  @TempDir Path dir;

  private static Path table;
  private static Path model;
  private static Path learnt;

  @BeforeAll
  static void trainOnce() {
    table = Orders.write(shared.resolve("orders.csv"));
    model = shared.resolve("model");
    learnt = shared.resolve("learnt.html");
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
            300,
            "--report",
            learnt)
        .isDone();
  }

  /** The texts of all cells of the page's tables, by their first cell, and all of it as text. */
  private static Map<String, List<String>> rows(Path page) throws Exception {
    String html = Files.readString(page);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
    var nodes = document.getElementsByTagName("tr");
    Map<String, List<String>> rows = new HashMap<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      List<String> cells =
          nodes.item(i).getTextContent().strip().lines().map(String::strip).toList();
      rows.putIfAbsent(cells.get(0), cells);
    }
    return rows;
  }

  @Test
  void trainingTellsOfTheColumnsAndTheCurve() throws Exception {
    JsonNode info = Cli.run("info", model, "--json").isDone().json();
    Map<String, List<String>> rows = rows(learnt);
    for (JsonNode column : info.get("measured_by_injected_errors")) {
      assertThat(rows.get(column.get("column").asString()))
          .contains(percent(column.get("power").asDouble()));
    }
    assertThat(rows.get("bad")).contains("–", "ignored as asked");
    assertThat(rows.get("day")).contains("dates like uuuu-MM-dd, 5 missing");
    assertThat(Files.readString(learnt)).contains("<h2>Training</h2>", "loss (a row)");
    assertThat(Files.readAllLines(model.resolve("training.jsonl")))
        .anyMatch(line -> line.startsWith("{\"event\":\"epoch\",\"epoch\":1,"));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
  }

  @Test
  void cleaningTellsWhatWasChangedAndWhichRowsStandOut() throws Exception {
    Path page = dir.resolve("page.html");
    Path out = dir.resolve("out.csv");
    JsonNode json =
        Cli.run("clean", table, "-m", model, "-o", out, "--report", page, "--json").isDone().json();
    String html = Files.readString(page);
    assertThat(html)
        .contains(
            "<strong>%d</strong><span>unlikely cells replaced"
                .formatted(json.get("unlikely").asInt()),
            "<strong>5</strong><span>missing cells filled",
            "<h2>Training</h2>"); // from the log beside the model
    Map<String, List<String>> rows = rows(page);
    assertThat(rows.get("day").subList(4, 6)).containsExactly("0", "5");
    for (var column : json.get("by_column").properties()) {
      List<String> cells = rows.get(column.getKey());
      assertThat(Integer.parseInt(cells.get(4)) + Integer.parseInt(cells.get(5)))
          .isEqualTo(column.getValue().asInt());
    }
    Orders.Mistake slip =
        Orders.errors().stream().filter(e -> e.column().equals("price")).findFirst().orElseThrow();
    assertThat(rows.get(String.valueOf(slip.row()))).contains("price", slip.wrong());
  }

  @Test
  void scoringTellsHowWellKnownOutliersAreFound() throws Exception {
    Path page = dir.resolve("page.html");
    JsonNode json =
        Cli.run(
                "score",
                table,
                "-m",
                model,
                "-o",
                dir.resolve("s.csv"),
                "--label",
                "bad",
                "--report",
                page,
                "--json")
            .isDone()
            .json();
    assertThat(Files.readString(page))
        .contains(
            String.format(Locale.ROOT, "<strong>%.3f</strong>", json.get("roc_auc").asDouble()),
            "<strong>%d</strong><span>rows stand out".formatted(json.get("flagged").asInt()));
  }

  @Test
  void everyCellIsScoredAndTheFlaggedOnesAreThoseThatAreChanged() throws IOException {
    Path cells = dir.resolve("cells.csv");
    Path out = dir.resolve("out.csv");
    Cli.run("score", table, "-m", model, "-o", dir.resolve("s.csv"), "--cells", cells).isDone();
    Cli.run("clean", table, "-m", model, "-o", out).isDone();
    Map<String, Change> changes = new HashMap<>();
    try (ChangesReader reader = ChangesReader.open(dir.resolve("out.csv.changes.csv"))) {
      reader.forEachRemaining(c -> changes.put(c.row() + " " + c.column(), c));
    }
    List<NamedCsvRecord> lines;
    try (Stream<NamedCsvRecord> all = CsvReader.builder().ofNamedCsvRecord(cells).stream()) {
      lines = all.toList();
    }
    assertThat(lines).hasSize(Orders.ROWS * 6);
    assertThat(lines.subList(0, 6))
        .extracting(l -> l.getField("row") + " " + l.getField("column"))
        .containsExactly("1 city", "1 country", "1 quantity", "1 price", "1 total", "1 day");
    for (NamedCsvRecord line : lines) {
      Change change = changes.remove(line.getField("row") + " " + line.getField("column"));
      if (change == null) {
        assertThat(
                line.getField("flag").equals("0")
                    || line.getField("expected").isEmpty()
                    || line.getField("expected").equals(line.getField("value")))
            .as(line.toString())
            .isTrue();
      } else {
        assertThat(line.getField("expected")).isEqualTo(change.replacement());
        assertThat(line.getField("flag")).isEqualTo(change.reason().equals("missing") ? "0" : "1");
        assertThat(line.getField("score"))
            .isEqualTo(Double.isNaN(change.score()) ? "" : String.valueOf(change.score()));
      }
    }
    assertThat(changes).isEmpty();
  }

  @Test
  void aDamagedLogIsRefused() throws IOException {
    Path other = dir.resolve("model");
    Cli.run("train", table, "-o", other, "--hidden", 8, "--steps", 20).isDone();
    Files.writeString(other.resolve("training.jsonl"), "{\"event\":\"epoch\",\n");
    Cli.run("score", table, "-m", other, "-o", dir.resolve("s.csv"))
        .isRefused("training.jsonl", "remove it");
  }
}
