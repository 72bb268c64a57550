package org.ricvae.table.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.table.file.Change;
import org.ricvae.table.file.ChangesReader;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.TableFit;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.model.TableOptions;
import org.ricvae.table.schema.SchemaOptions;
import org.ricvae.table.schema.TableSource;
import org.ricvae.train.TrainingListener;

/** Misspelt texts and numbers get back what they were, by their letters and the other cells. */
class MisspellingTest {
  private static final int ROWS = 600;
  private static final List<String> CITIES =
      List.of("birmingham", "sheffield", "huntsville", "gadsden", "boaz", "montgomery");
  private static final TableOptions OPTIONS =
      new TableOptions(1, 4, List.of(48), 800, 64, 3e-3, 0.01, 0.05, 1, 7, 1);

  @TempDir static Path dir;

  private static final Map<Integer, String> RIGHT = new HashMap<>();
  private static final List<Change> CHANGES = new ArrayList<>();
  private static TableFile file;
  private static TableModel model;

  @BeforeAll
  static void clean() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    List<String> lines = new ArrayList<>(List.of("city,code,rank"));
    for (int i = 0; i < ROWS; i++) {
      int k = random.nextInt(CITIES.size());
      String[] row = {CITIES.get(k), String.valueOf(35_101 + 97 * k), "r" + k};
      if (i % 15 == 4) {
        int column = i % 2;
        RIGHT.put(i + 1, row[column]);
        int at = random.nextInt(row[column].length());
        row[column] = row[column].substring(0, at) + "x" + row[column].substring(at + 1);
      }
      lines.add(String.join(",", row));
    }
    file = TableFile.open(Files.write(dir.resolve("dirty.csv"), lines));
    model =
        TableFit.fit(TableSource.of(file), SchemaOptions.AUTOMATIC, OPTIONS, TrainingListener.NONE);
    CHANGES.addAll(clean(file, 1));
  }

  private static List<Change> clean(TableFile table, int threads) {
    Path list = dir.resolve("changes.csv");
    TableCleaner.clean(
        table,
        model,
        dir.resolve("out.csv"),
        list,
        new CleanOptions(OptionalDouble.empty(), TableModel.DEFAULT_PASSES, threads),
        at -> {});
    List<Change> changes = new ArrayList<>();
    try (ChangesReader reader = ChangesReader.open(list)) {
      while (reader.hasNext()) {
        changes.add(reader.next());
      }
    }
    return changes;
  }

  @Test
  void theRightTextsComeBack() {
    long right =
        CHANGES.stream().filter(c -> c.replacement().equals(RIGHT.get((int) c.row()))).count();
    assertThat(RIGHT).hasSize(ROWS / 15);
    assertThat(right).isGreaterThan(RIGHT.size() * 9 / 10);
    assertThat(CHANGES).hasSizeLessThan(RIGHT.size() + 4);
  }

  /** Texts that training never saw, in a table to be cleaned later. */
  @Test
  void soDoThoseOfAnotherTable() throws IOException {
    Path other = dir.resolve("other.csv");
    Files.writeString(
        other,
        """
        city,code,rank
        birmingham,35101,r0
        sheffeild,35198,r1
        huntsvill,35295,r2
        gadsden,3539Z,r3
        Atlantis,35489,r4
        """);
    assertThat(clean(TableFile.open(other), 1))
        .extracting(Change::row, Change::replacement)
        .contains(tuple(2L, "sheffield"), tuple(3L, "huntsville"), tuple(4L, "35392"))
        .doesNotContain(tuple(1L, "birmingham"));
  }

  @Test
  void threadsChangeNothing() {
    assertThat(clean(file, 3)).isEqualTo(CHANGES);
  }
}
