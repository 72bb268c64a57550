package org.ricvae.evaluate.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;
import org.ricvae.evaluate.OwnTable;
import org.ricvae.evaluate.StudyOptions;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.table.clean.CleanOptions;
import org.ricvae.table.clean.TableCleaner;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.schema.TableSource;

/** A dirty table whose columns follow each other, its truth, and a recount of what is told. */
class TextStudyTest {
  private static final int ROWS = 125;
  private static final List<String> CITIES = List.of("Oslo", "Rome", "Lima");
  private static final List<String> COUNTRIES = List.of("Norway", "Italy", "Peru");

  @TempDir static Path dir;

  private static StudyOptions options;
  private static TextResults results;

  @BeforeAll
  static void runOnce() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    List<String> clean = new ArrayList<>(List.of("key,city,country,zone"));
    List<String> dirty = new ArrayList<>(clean);
    for (int i = 0; i < ROWS; i++) {
      int k = random.nextInt(3);
      String[] row = {"k" + i, CITIES.get(k), COUNTRIES.get(k), "z" + k};
      clean.add(String.join(",", row));
      switch (i % 25) {
        case 3 -> row[1] = CITIES.get((k + 1) % 3);
        case 9 -> row[2] = row[2].replace(row[2].charAt(1), 'q');
        case 14 -> row[3] = ""; // a hole that the truth does not have
        case 20 -> row[0] = "x" + i; // in a column that the model does not look at
        default -> {}
      }
      dirty.add(String.join(",", row));
    }
    Path folder = Files.createDirectories(dir.resolve("data/small"));
    Files.write(folder.resolve("clean.csv"), clean);
    Files.write(folder.resolve("dirty.csv"), dirty);
    options = new StudyOptions(dir.resolve("out"), 1, 1, false);
    results = TextStudy.run(dir.resolve("data"), options, PaperListener.NONE);
  }

  /** Cleans the file once more, and counts in the copy. */
  @Test
  void theFiguresAreThoseOfTheCleanedFile() throws IOException {
    Path folder = dir.resolve("data/small");
    TableFile file = TableFile.open(folder.resolve("dirty.csv"));
    TableModel model = OwnTable.fit(TableSource.of(file), 1).model();
    Path out = dir.resolve("copy.csv");
    TableCleaner.clean(
        file,
        model,
        out,
        dir.resolve("changes.csv"),
        new CleanOptions(OptionalDouble.empty(), TableModel.DEFAULT_PASSES, 1),
        at -> {});
    List<String> dirty = Files.readAllLines(folder.resolve("dirty.csv"));
    List<String> clean = Files.readAllLines(folder.resolve("clean.csv"));
    List<String> copy = Files.readAllLines(out);
    int wrong = 0;
    int changed = 0;
    int found = 0;
    int repaired = 0;
    for (int i = 1; i <= ROWS; i++) {
      String[] before = dirty.get(i).split(",", -1);
      String[] after = copy.get(i).split(",", -1);
      String[] truth = clean.get(i).split(",", -1);
      for (int j = 0; j < truth.length; j++) {
        boolean isWrong = !before[j].equals(truth[j]);
        boolean isChanged = !before[j].equals(after[j]);
        wrong += isWrong ? 1 : 0;
        changed += isChanged ? 1 : 0;
        found += isWrong && isChanged ? 1 : 0;
        repaired += isWrong && after[j].equals(truth[j]) ? 1 : 0;
      }
    }
    assertThat(wrong).isEqualTo(4 * ROWS / 25);
    assertThat(repaired).isGreaterThanOrEqualTo(wrong / 2);
    TextCell cell = results.cells().get(0);
    assertThat(cell.all().wrong()).isEqualTo(wrong);
    assertThat(cell.all().flagged()).isEqualTo(changed);
    assertThat(cell.all().found()).isEqualTo(found);
    assertThat(cell.all().repaired()).isEqualTo(repaired);
    assertThat(cell.all().precision()).isCloseTo((double) found / changed, within(1e-12));
    assertThat(cell.all().recall()).isCloseTo((double) found / wrong, within(1e-12));
    assertThat(cell.all().repairF1()).isCloseTo(2.0 * repaired / (changed + wrong), within(1e-12));
    assertThat(cell.flagged().flagged()).isEqualTo(changed - ROWS / 25);
    assertThat(cell.reachable()).isEqualTo(0.75);
  }

  @Test
  void thePageTellsThem() throws IOException {
    assertThat(results.tables()).containsExactly("small");
    assertThat(results.failures()).isEmpty();
    assertThat(Files.readString(dir.resolve("out/text.html"))).contains("small", "0.750");
    assertThat(Files.readAllLines(dir.resolve("out/text/cells.csv"))).hasSize(2);
  }

  @Test
  void whatIsDoneIsNotRunAgain() {
    assertThat(TextStudy.run(dir.resolve("data"), options, PaperListener.NONE)).isEqualTo(results);
  }

  @Test
  void foldersWithoutTablesAreRefused() {
    assertThatThrownBy(() -> TextStudy.run(dir.resolve("out"), options, PaperListener.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no folder with dirty.csv");
  }
}
