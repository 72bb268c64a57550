package org.ricvae.paper.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ricvae.Options;
import org.ricvae.data.InputException;

/**
 * How to run the experiments, and on what.
 *
 * @param frey file of the Frey faces
 * @param mnist folder of MNIST's four files
 * @param features folders of labelled feature sets; often none
 * @param pneumonia folder of the chest X-rays
 * @param output folder that takes everything
 * @param seeds how often an experiment that is repeated is run, from seed 1 on
 * @param quick whether to run the small sizes
 * @param force whether to run what was run before
 * @param threads cells that run side by side; no result depends on it
 */
public record PaperOptions(
    Optional<Path> frey,
    Optional<Path> mnist,
    List<Path> features,
    Optional<Path> pneumonia,
    Path output,
    int seeds,
    boolean quick,
    boolean force,
    int threads) {
  /** Repetitions, unless the user says otherwise: the fewest that show a spread. */
  public static final int DEFAULT_SEEDS = 3;

  /** The most repetitions. */
  public static final int MAX_SEEDS = 100;

  /** Copies the lists and checks the ranges. */
  public PaperOptions {
    features = List.copyOf(features);
    if (seeds < 1 || seeds > MAX_SEEDS) {
      throw new InputException(
          "--seeds %d is out of range, allowed are 1 to %d".formatted(seeds, MAX_SEEDS));
    }
    if (threads < 1 || threads > Options.MAX_THREADS) {
      throw new InputException(
          "--threads %d is out of range, allowed are 1 to %d"
              .formatted(threads, Options.MAX_THREADS));
    }
  }

  /** The full sizes on one thread, without any data: what a test or a program starts from. */
  public static PaperOptions into(Path output) {
    return new PaperOptions(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        output,
        DEFAULT_SEEDS,
        false,
        false,
        1);
  }
}
