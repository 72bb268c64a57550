package org.ricvae.paper.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;

class CellsTest {
  @TempDir Path dir;

  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

  private Cell cell(int i, Object setting) {
    return new Cell(
        "cell-" + i,
        i + 1,
        Map.of("seed", i, "setting", setting),
        progress -> {
          progress.accept(0.5);
          ran.add("cell-" + i);
          return Map.of("x", i / 10.0, "bad", Double.NaN, "list", List.of(1.5, i), "text", "t" + i);
        });
  }

  private List<Cell> cells(Object setting) {
    return IntStream.range(0, 5).mapToObj(i -> cell(i, setting)).toList();
  }

  private Lab lab(boolean force, boolean quick, PaperListener listener) {
    return new Lab(
        new PaperOptions(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            dir,
            1,
            quick,
            force,
            2),
        Set.of("item"),
        listener);
  }

  private Outcomes run(List<Cell> cells) {
    ran.clear();
    return lab(false, false, PaperListener.NONE).cells("item").run(cells);
  }

  @Test
  void whatWasRunIsKeptAndNotRunAgain() {
    Outcomes first = run(cells(1e-4));
    assertThat(ran).hasSize(5);
    Outcomes second = run(cells(1e-4));
    assertThat(ran).isEmpty();
    for (Outcomes outcomes : List.of(first, second)) {
      Outcome three = outcomes.get("cell-3").orElseThrow();
      assertThat(three.number("x")).isEqualTo(0.3);
      assertThat(three.number("bad")).isNaN();
      assertThat(three.number("absent")).isNaN();
      assertThat(three.numbers("list")).containsExactly(1.5, 3.0);
      assertThat(three.text("text")).isEqualTo("t3");
      assertThat(three.has("absent")).isFalse();
    }
  }

  @Test
  void otherSettingsAreRunAnew() {
    run(cells(1e-4));
    run(cells(1e-3));
    assertThat(ran).hasSize(5);
    run(List.of(cell(0, 1e-3), cell(1, 1e-4)));
    assertThat(ran).containsExactly("cell-1");
  }

  @Test
  void aDamagedFileIsRunAnew() throws Exception {
    run(cells(1));
    try (Stream<Path> files = Files.list(dir.resolve("item/cells"))) {
      assertThat(files).hasSize(5);
    }
    Files.writeString(dir.resolve("item/cells/cell-2.json"), "{\"settings\": {");
    run(cells(1));
    assertThat(ran).containsExactly("cell-2");
  }

  @Test
  void aCellThatThrowsLeavesTheOthers() {
    List<Cell> cells = new ArrayList<>(cells(1));
    cells.set(
        2,
        new Cell(
            "cell-2",
            1,
            cell(2, 1).settings(),
            progress -> {
              throw new InputException("no such thing");
            }));
    List<String> messages = new ArrayList<>();
    Lab lab =
        lab(
            false,
            false,
            new PaperListener() {
              @Override
              public void message(String text) {
                messages.add(text);
              }
            });
    Outcomes outcomes = lab.cells("item").run(cells);
    assertThat(outcomes.get("cell-2")).isEmpty();
    assertThat(outcomes.get("cell-4")).isPresent();
    assertThat(lab.failures()).hasSize(1);
    assertThat(messages).containsExactly("cell-2 failed: no such thing");
    run(cells(1));
    assertThat(ran).containsExactly("cell-2");
  }

  @Test
  void forceRunsAgainButOnce() {
    run(cells(1));
    ran.clear();
    Lab lab = lab(true, false, PaperListener.NONE);
    lab.cells("other").run(List.of(cell(7, 1)));
    lab.cells("item").run(cells(1));
    lab.cells("item").run(cells(1));
    assertThat(ran).hasSize(6);
    Lab again = lab(true, false, PaperListener.NONE);
    again.cells("other").run(List.of(cell(7, 1)));
    assertThat(ran).as("not asked for, not forced").hasSize(6);
  }

  @Test
  void quickCellsAreKeptApart() {
    run(cells(1));
    lab(false, true, PaperListener.NONE).cells("item").run(cells(2));
    run(cells(1));
    assertThat(ran).isEmpty();
  }

  @Test
  void costAddsUp() {
    run(List.of(cell(1, 1)));
    List<Long> done = new ArrayList<>();
    List<Long> skipped = new ArrayList<>();
    Lab lab =
        lab(
            false,
            false,
            new PaperListener() {
              @Override
              public void skipped(long cost) {
                skipped.add(cost);
              }

              @Override
              public void done(long cost) {
                done.add(cost);
              }
            });
    lab.begin("item", 15);
    lab.cells("item").run(cells(1));
    assertThat(done.get(0)).isEqualTo(2);
    assertThat(done.get(done.size() - 1)).isEqualTo(15);
    assertThat(done).isSorted();
    assertThat(skipped).containsExactly(2L);
  }
}
