package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ricvae evaluate}, with methods that take no time. */
class EvaluateCommandTest {
  private static final int ROWS = 120;
  private static final int COLUMNS = 6;

  @TempDir static Path shared;
  @TempDir Path dir;

  @BeforeAll
  static void writeSets() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    double[] x = random.doubles((long) ROWS * COLUMNS).toArray();
    double[] y = new double[ROWS];
    for (int i = 0; i < 10; i++) {
      y[i] = 1;
      x[i * COLUMNS] = 9;
    }
    LabelledNpz.write(shared.resolve("SETS/small.npz"), x, y);
    LabelledNpz.write(shared.resolve("ALIKE/small.npz"), x, new double[ROWS]);
    Files.createDirectories(shared.resolve("EMPTY"));
    Files.createFile(shared.resolve("FILE"));
    Files.createDirectories(shared.resolve("TEXTS/half"));
    Files.writeString(shared.resolve("TEXTS/half/dirty.csv"), "a,b\n1,2\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "detection GONE -o OUT                        | there is no folder",
        "repair GONE -o OUT                           | there is no folder",
        "text GONE -o OUT                             | there is no folder",
        "detection EMPTY -o OUT                       | holds no .npz file",
        "repair EMPTY -o OUT                          | holds no .npz file",
        "text EMPTY -o OUT                            | holds no folder with dirty.csv",
        "text TEXTS -o OUT                            | clean.csv",
        "detection ALIKE -o OUT                       | all labels y are 0",
        "detection SETS -o FILE                       | FILE is a file",
        "repair SETS -o FILE                          | FILE is a file",
        "detection SETS -o OUT --only pca,forest      | --only pca: there is no such method; there are ricvae",
        "repair SETS -o OUT --only isolation-forest   | there are ricvae, median",
        "text TEXTS -o OUT --only median              | there are ricvae",
        "detection SETS -o OUT --seeds 0              | 0",
        "detection SETS -o OUT --threads 0            | 0",
        "guessing SETS -o OUT                         | guessing",
        "detection SETS                               | missing required option: '--output",
        "detection -o OUT                             | missing required parameter: 'DIR'",
      })
  void isRefused(String command, String message) throws IOException {
    long before = files(shared);
    Object[] args =
        Stream.concat(
                Stream.of("evaluate"),
                Stream.of(command.strip().split(" +"))
                    .map(arg -> arg.matches("[A-Z]+") ? shared.resolve(arg) : arg))
            .toArray();
    Cli.run(args).isRefused(message);
    assertThat(files(shared)).isEqualTo(before);
  }

  @Test
  void onlyNamesTheMethodsThatRun() throws IOException {
    Cli.Result result =
        Cli.run(detection("--only", "isolation-forest,nearest-neighbours", "--seeds", 2)).isDone();
    assertThat(result.out().lines().skip(1).limit(2))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("isolation-forest, 0."),
            line -> assertThat(line).startsWith("nearest-neighbours, "));
    assertThat(result.out()).contains("look at ").doesNotContain("ricvae, ");
    List<String> cells = Files.readAllLines(dir.resolve("detection/cells.csv"));
    assertThat(cells).hasSize(1 + 2 + 1); // the neighbours are not random: one seed will do
    assertThat(Files.readString(dir.resolve("detection.html"))).contains("isolation-forest");
  }

  @Test
  void whatWasRunIsKeptUnlessForced() throws IOException {
    String first = Cli.run(detection("--only", "nearest-neighbours")).isDone().out();
    Path kept = kept();
    String result = Files.readString(kept);
    Files.writeString(kept, result.replaceFirst("(\"auc\" *: *)[0-9.]+", "$10.125"));
    assertThat(Files.readString(kept)).isNotEqualTo(result);
    assertThat(Cli.run(detection("--only", "nearest-neighbours")).isDone().out())
        .contains("nearest-neighbours, 0.1250");
    assertThat(Cli.run(detection("--only", "nearest-neighbours", "--force")).isDone().out())
        .isEqualTo(first);
  }

  @Test
  void repairTellsOfBothSharesOfErrors() {
    Cli.Result result =
        Cli.run(
                "evaluate",
                "repair",
                shared.resolve("SETS"),
                "-o",
                dir,
                "--seeds",
                1,
                "--only",
                "median",
                "-q")
            .isDone();
    assertThat(result.out()).contains("median, 0.05, ", "median, 0.20, ", "repair.html");
  }

  private Object[] detection(Object... more) {
    return Stream.concat(
            Stream.of("evaluate", "detection", shared.resolve("SETS"), "-o", dir, "-q"),
            Stream.of(more))
        .toArray();
  }

  /** The only kept result. */
  private Path kept() throws IOException {
    try (Stream<Path> files = Files.walk(dir.resolve("detection"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("small_"))
          .reduce(
              (a, b) -> {
                throw new AssertionError(a + " and " + b);
              })
          .orElseThrow();
    }
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.count();
    }
  }
}
