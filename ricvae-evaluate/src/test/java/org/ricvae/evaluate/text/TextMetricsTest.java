package org.ricvae.evaluate.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;
import org.ricvae.evaluate.SharedData;

class TextMetricsTest {
  @TempDir Path dir;

  private final DirtyTable table =
      new DirtyTable(
          "t",
          List.of("a", "b"),
          List.of(List.of("1", "x"), List.of("2 oz", "y"), List.of("", "zz")),
          List.of(List.of("1", "x"), List.of("2", "y"), List.of("3", "z")));

  @Test
  void agreeWithACountByHand() {
    TextMetrics metrics =
        TextMetrics.of(
            table,
            List.of(
                new TextChange(1, 0, "2"),
                new TextChange(2, 0, "4"),
                new TextChange(0, 1, "w"),
                new TextChange(1, 1, "y")));
    assertThat(metrics.wrong()).isEqualTo(3);
    assertThat(metrics.found()).isEqualTo(2);
    assertThat(metrics.repaired()).isEqualTo(1);
    assertThat(metrics.precision()).isEqualTo(0.5);
    assertThat(metrics.recall()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(metrics.f1()).isCloseTo(4 / 7.0, within(1e-12));
    assertThat(metrics.repairedShare()).isEqualTo(0.5);
    assertThat(metrics.repairRecall()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(metrics.repairF1()).isCloseTo(2 / 7.0, within(1e-12));
    assertThat(TextMetrics.of(table, List.of()).f1()).isZero();
  }

  @Test
  void refusesChangesOfNoCell() {
    assertThatThrownBy(() -> TextMetrics.of(table, List.of(new TextChange(3, 0, ""))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("outside of the table");
    TextChange twice = new TextChange(1, 1, "q");
    assertThatThrownBy(() -> TextMetrics.of(table, List.of(twice, twice)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("occurs twice");
  }

  /** The counts that come with the data. */
  @Test
  void realTablesHaveTheErrorsTheyAreSaidToHave() {
    List<DirtyTable> tables = DirtyTable.folder(SharedData.file("dirty-tables"));
    assertThat(tables).extracting(DirtyTable::name).containsExactly("beers", "flights", "hospital");
    assertThat(tables).extracting(DirtyTable::wrongCells).containsExactly(4362, 4920, 509);
    DirtyTable beers = tables.get(0);
    List<TextChange> truth = new ArrayList<>();
    for (int i = 0; i < beers.dirty().size(); i++) {
      for (int j = 0; j < beers.columns().size(); j++) {
        if (beers.isWrong(i, j)) {
          truth.add(new TextChange(i, j, beers.clean().get(i).get(j)));
        }
      }
    }
    TextMetrics metrics = TextMetrics.of(beers, truth);
    assertThat(metrics.f1()).isEqualTo(1);
    assertThat(metrics.repairF1()).isEqualTo(1);
  }

  @Test
  void refusesTablesThatDoNotFit() throws IOException {
    assertThatThrownBy(() -> DirtyTable.folder(dir))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no folder");
    Files.writeString(dir.resolve("dirty.csv"), "a,b\n1,2\n3,4\n");
    assertRefused("there is no file");
    Files.writeString(dir.resolve("clean.csv"), "a,b\n1,2\n");
    assertRefused("2 dirty rows and 1 clean ones");
    Files.writeString(dir.resolve("clean.csv"), "a,b,c\n1,2,3\n4,5,6\n");
    assertRefused("row 1 of the clean table has 3 cells");
    Files.writeString(dir.resolve("clean.csv"), "a,b\n1,2\n3\n");
    assertRefused("Record 3 has 1 fields");
    Files.writeString(dir.resolve("clean.csv"), "");
    assertRefused("is empty");
    Files.writeString(dir.resolve("clean.csv"), "\uFEFFa,b\n1,\"2\n\"\n3,4\n");
    assertThat(DirtyTable.read(dir).clean().get(0)).containsExactly("1", "2\n");
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(() -> DirtyTable.read(dir))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(reason);
  }
}
