package org.ricvae.table.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.InputException;

/** Whenever a cleaning is cut off, what undoes the copy that is there is there too. */
class ListPlaceTest {
  private static final String TABLE = "a,b\n1,x\n2,y\n";

  @TempDir Path dir;

  private Path out;
  private Path list;

  @BeforeEach
  void begin() {
    out = dir.resolve("out.csv");
    list = dir.resolve("list.csv");
  }

  /** The crash: an error that nothing catches, after which nothing is cleaned up. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Makes a change of the first cell, as a cleaning does; the machine may stop on the way. */
  private void clean(String table, String text, boolean crash) throws IOException {
    Path in = Files.writeString(dir.resolve("in.csv"), table);
    ChangesWriter writer = ChangesWriter.open(list);
    ListPlace place = new ListPlace(list);
    TableFile.open(in)
        .rewrite(
            out,
            new Edits() {
              @Override
              public void row(long row, String[] replacement) {
                if (row == 0) {
                  replacement[0] = text;
                  writer.write(new Change(1, "a", "1", text, 1, null, null, "unlikely", "1"));
                }
              }

              @Override
              public void end() {
                place.take(writer);
                if (crash) {
                  throw new Crash();
                }
              }
            });
    place.done();
  }

  private String undone(Path changes) throws IOException {
    Path back = dir.resolve("back.csv");
    Undo.apply(out, changes, back);
    return Files.readString(back);
  }

  @Test
  void theListIsThereBeforeTheCopyAndNothingElseStays() throws IOException {
    assertThatThrownBy(() -> clean(TABLE, "7", true)).isInstanceOf(Crash.class);
    assertThat(list).exists();
    assertThat(out).doesNotExist();

    clean(TABLE, "8", false);
    assertThat(undone(list)).isEqualTo(TABLE);
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("in.csv", "out.csv", "list.csv", "back.csv");
    }
  }

  @Test
  void theListOfTheCopyThatIsStillThereStaysHoweverOftenItIsCutOff() throws IOException {
    clean(TABLE, "7", false);
    String other = "a,b\n1,z\n";
    for (int i = 0; i < 2; i++) {
      String text = String.valueOf(8 + i);
      assertThatThrownBy(() -> clean(other, text, true)).isInstanceOf(Crash.class);
      assertThatThrownBy(() -> undone(list))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("list.csv.old");
      assertThat(undone(dir.resolve("list.csv.old"))).isEqualTo(TABLE);
    }
    clean(other, "5", false);
    assertThat(undone(list)).isEqualTo(other);
    assertThat(dir.resolve("list.csv.old")).doesNotExist();
  }

  @Test
  void aCleaningThatFailsPutsTheOldListBack() throws IOException {
    clean(TABLE, "7", false);
    byte[] before = Files.readAllBytes(list);
    try (ListPlace place = new ListPlace(list);
        ChangesWriter writer = ChangesWriter.open(list)) {
      place.take(writer);
      assertThat(Files.readAllBytes(list)).isNotEqualTo(before);
    }
    assertThat(Files.readAllBytes(list)).isEqualTo(before);
    assertThat(undone(list)).isEqualTo(TABLE);

    Path fresh = dir.resolve("fresh.csv");
    try (ListPlace place = new ListPlace(fresh);
        ChangesWriter writer = ChangesWriter.open(fresh)) {
      place.take(writer);
    }
    assertThat(fresh).doesNotExist();
  }
}
