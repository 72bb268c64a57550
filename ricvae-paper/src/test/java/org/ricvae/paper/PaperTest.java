package org.ricvae.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Experiment;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Need;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.paper.lab.PaperOptions;
import org.ricvae.report.Axis;
import org.ricvae.report.Block;
import org.ricvae.report.Ink;
import org.ricvae.report.LineChart;

/** The run of several items, and the page that they share. */
class PaperTest {
  @TempDir Path dir;

  private final List<String> ran = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();

  private final PaperListener listener =
      new PaperListener() {
        @Override
        public void message(String text) {
          messages.add(text);
        }
      };

  /** An item of one cell, whose value is given. */
  private final class Item implements Experiment {
    private final String name;
    private final Set<Need> needs;
    private final RuntimeException failure;

    Item(String name, RuntimeException failure, Need... needs) {
      this.name = name;
      this.failure = failure;
      this.needs = Set.of(needs);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String title() {
      return "Title of " + name;
    }

    @Override
    public Set<Need> needs() {
      return needs;
    }

    @Override
    public Findings run(Lab lab) {
      ran.add(name);
      Cell cell =
          new Cell(
              "cell",
              1,
              Map.of("quick", lab.options().quick()),
              progress -> {
                if (failure != null) {
                  throw failure;
                }
                return Map.of("x", 0.125);
              });
      lab.begin(name, 1);
      Outcomes outcomes = lab.cells(name).run(List.of(cell));
      Findings findings =
          new Findings()
              .text("This is what " + name + " found.")
              .verdict("Claim of " + name, "measured", Block.Outcome.PARTLY);
      outcomes
          .get("cell")
          .ifPresent(
              o -> {
                findings.numbers(Map.of("x", o.number("x")));
                LineChart chart =
                    LineChart.of(
                        Axis.linear("x"),
                        Axis.linear("y"),
                        List.of(
                            new LineChart.Line(
                                "line", Ink.BLUE, List.of(new LineChart.Point(0, o.number("x"))))));
                findings.chart("chart", chart, "caption", "description");
              });
      return findings;
    }
  }

  private PaperOptions options(boolean quick) {
    return new PaperOptions(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        dir.resolve("out"),
        1,
        quick,
        false,
        1);
  }

  private Path run(List<Experiment> all, List<String> items, boolean quick) {
    return Paper.run(all, items, options(quick), listener);
  }

  @Test
  void onePageForWhatWasFoundInSeveralRuns() throws IOException {
    List<Experiment> all = List.of(new Item("a", null), new Item("b", null), new Item("c", null));
    Path page = run(all, List.of("b"), false);
    assertThat(page).hasFileName("paper.html");
    assertThat(Files.readString(page))
        .contains("This is what b found.", "Not run so far: a, c.")
        .doesNotContain("what a found", "Quick run");
    run(all, List.of("c", "a"), true);
    assertThat(ran).containsExactly("b", "a", "c");
    String html = Files.readString(page);
    assertThat(html).contains("Title of a", "Title of b", "Title of c", "Quick run");
    assertThat(html.indexOf("what a found")).isLessThan(html.indexOf("what b found"));
    assertThat(html)
        .doesNotContain("Not run so far")
        .contains("Of 3 claims, so many of each kind: holds in part 3.");
  }

  @Test
  void eachItemHasItsFiles() throws IOException {
    run(List.of(new Item("a", null)), List.of("a"), false);
    Path folder = dir.resolve("out/a");
    assertThat(folder.resolve("chart.png")).isNotEmptyFile();
    assertThat(Files.readString(folder.resolve("chart.svg"))).contains("<svg");
    assertThat(Files.readString(folder.resolve("numbers.csv")))
        .isEqualToNormalizingNewlines("x\n0.125\n");
    assertThat(Files.readString(folder.resolve("numbers.json"))).contains("0.125");
    assertThat(folder.resolve("cells/cell.json")).isNotEmptyFile();
  }

  @Test
  void anUnknownItemIsRefused() {
    assertThatThrownBy(() -> run(List.of(new Item("a", null)), List.of("a", "q"), false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no item 'q'");
    assertThat(ran).isEmpty();
  }

  @Test
  void missingDataAreToldOfBeforeAnythingRuns() {
    List<Experiment> all = List.of(new Item("a", null), new Item("b", null, Need.FREY));
    assertThatThrownBy(() -> run(all, List.of("a", "b"), false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("b needs --frey");
    assertThat(ran).isEmpty();
    assertThat(dir.resolve("out")).doesNotExist();
  }

  @Test
  void allLeavesOutWhatMayBeLeftOut() {
    List<Experiment> all = List.of(new Item("a", null), new Item("t", null, Need.FEATURES));
    run(all, List.of(Paper.ALL), false);
    assertThat(ran).containsExactly("a");
    assertThat(messages).singleElement().asString().contains("t is left out", "--features");
    assertThatThrownBy(
            () -> run(List.of(new Item("f", null, Need.FREY)), List.of(Paper.ALL), false))
        .hasMessageContaining("f needs --frey");
  }

  @Test
  void whatFailedIsToldOfAtTheEnd() throws IOException {
    List<Experiment> all =
        List.of(new Item("a", new InputException("no luck")), new Item("b", null));
    assertThatThrownBy(() -> run(all, List.of(Paper.ALL), false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("1 cell failed")
        .hasMessageContaining("no luck");
    assertThat(ran).containsExactly("a", "b");
    assertThat(Files.readString(dir.resolve("out/paper.html"))).contains("what b found");
    assertThatThrownBy(
            () ->
                run(List.of(new Item("c", new IllegalStateException("ours"))), List.of("c"), false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cell");
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws IOException {
    Files.writeString(dir.resolve("out"), "");
    assertThatThrownBy(() -> run(List.of(new Item("a", null)), List.of("a"), false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is a file");
    assertThat(ran).isEmpty();
  }
}
