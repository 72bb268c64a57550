package org.ricvae.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.paper.lab.PaperOptions;

/**
 * How to run a study.
 *
 * @param output folder that takes everything; made where it is not there
 * @param seeds repetitions of what is random, from seed 1 on: 1 to {@link PaperOptions#MAX_SEEDS}
 * @param threads cells that run side by side; no result but the seconds depends on it
 * @param force whether to run again what was run before
 */
public record StudyOptions(Path output, int seeds, int threads, boolean force) {
  /** Repetitions, unless the user says otherwise. */
  public static final int DEFAULT_SEEDS = 5;

  /**
   * Checks the ranges.
   *
   * @throws InputException where one is out of range
   */
  public StudyOptions {
    var unused = paper(output, seeds, threads, force);
  }

  /** The usual repetitions, on one thread. */
  public static StudyOptions into(Path output) {
    return new StudyOptions(output, DEFAULT_SEEDS, 1, false);
  }

  /**
   * The laboratory that keeps the results of a study's cells.
   *
   * @param study its name, also that of its folder in the output
   * @throws InputException where the output is a file
   */
  public Lab lab(String study, PaperListener listener) {
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw new InputException("%s is a file; give the results a folder with -o".formatted(output));
    }
    return new Lab(paper(output, seeds, threads, force), Set.of(study), listener);
  }

  /**
   * Checks the names of what a study is to run: they tell kept results apart.
   *
   * @param what they name, in the plural
   * @throws InputException where there is none, or two are the same
   */
  public static void requireDistinct(List<String> names, String what) {
    if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
      throw new InputException(
          "the study needs %s of distinct names, at least one; given are %s"
              .formatted(what, names));
    }
  }

  private static PaperOptions paper(Path output, int seeds, int threads, boolean force) {
    return new PaperOptions(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        output,
        seeds,
        false,
        force,
        threads);
  }
}
