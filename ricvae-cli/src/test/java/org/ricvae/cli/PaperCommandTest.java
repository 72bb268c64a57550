package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.SampleShape;
import org.ricvae.data.ValueType;

/** What {@code ricvae paper} says before any work; the work itself is tested where it is done. */
class PaperCommandTest {
  @TempDir Path dir;

  @Test
  void helpNamesTheItemsAndShowsHow() {
    String help = Cli.run("paper", "--help").isDone().out();
    assertThat(help)
        .contains("figure2, figure3", "all", "--frey", "--mnist", "--features", "--pneumonia")
        .contains("ricvae paper figure3 --frey frey_rawface.mat -o paper");
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws IOException {
    Path faces = dir.resolve("faces.npy");
    Blobs.write(faces, new SampleShape(28, 20, 1), ValueType.U8, new float[9 * 560]);
    Path file = Files.createFile(dir.resolve("out"));
    Cli.run("paper", "figure3", "--frey", faces, "-o", file).isRefused("out is a file");
  }

  @Test
  void foldersWithoutTheirDataAreRefused() throws IOException {
    Path out = dir.resolve("out");
    Path empty = Files.createDirectory(dir.resolve("empty"));
    Cli.run("paper", "figure4", "--mnist", empty, "-o", out)
        .isRefused("--mnist", "train-images-idx3-ubyte");
    Cli.run("paper", "figure4", "--mnist", dir.resolve("gone"), "-o", out).isRefused("gone");
    assertThat(out).doesNotExist();
  }
}
