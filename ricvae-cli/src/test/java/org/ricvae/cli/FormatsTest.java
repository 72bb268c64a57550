package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole chain gives the same numbers, whatever the format of the data. */
class FormatsTest {
  @TempDir static Path shared;
  @TempDir Path dir;

  private static Path expectedModel;
  private static String expected;

  /** Corrupts, trains, cleans, compares, all in one format. */
  private static String chain(Path dir, String ending) {
    Path clean = Blobs.write(dir.resolve("clean" + ending));
    Path dirty = dir.resolve("dirty" + ending);
    Path mask = dir.resolve("mask" + ending);
    Path cleaned = dir.resolve("cleaned" + ending);
    Cli.run(
            "corrupt",
            clean,
            "-o",
            dirty,
            "--mask",
            mask,
            "--circles",
            0.6,
            "--radius",
            "1:3",
            "--seed",
            5)
        .isDone();
    Cli.run(Blobs.train(dirty, dir.resolve("model"))).isDone();
    Cli.run("clean", dirty, "-m", dir.resolve("model"), "-o", cleaned).isDone();
    return Cli.run("compare", cleaned, clean, "--mask", mask).isDone().out();
  }

  @BeforeAll
  static void inIdx() {
    expected = chain(shared, ".idx");
    expectedModel = shared.resolve("model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".npy", ".npz", ".mat", ".idx.gz"})
  void givesTheSameNumbersAsIdx(String ending) {
    assertThat(chain(dir, ending)).isEqualTo(expected);
    assertThat(dir.resolve("model/weights.safetensors"))
        .hasSameBinaryContentAs(expectedModel.resolve("weights.safetensors"));
  }

  @Test
  void comparesFilesOfDifferentFormats() {
    Path folder = Blobs.write(dir.resolve("images"));
    Path mat = Blobs.write(dir.resolve("clean.mat"));
    assertThat(
            Cli.run("compare", folder, mat, "--variable", "X", "--shape", "10x8")
                .isDone()
                .json()
                .get("mse")
                .asDouble())
        .isZero();
  }
}
