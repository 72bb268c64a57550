package org.ricvae.paper.lab;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ricvae.data.InputException;

/** Data that an experiment cannot do without. */
public enum Need {
  /** The Frey faces. */
  FREY("--frey FILE (frey_rawface.mat, or an IDX file)", PaperOptions::frey, Inputs::frey),
  /** MNIST. */
  MNIST("--mnist DIR (a folder with its four IDX files)", PaperOptions::mnist, Inputs::mnist),
  /** Labelled features. */
  FEATURES(
      "--features DIR (a folder of .npz or .mat files with X and y, or of .csv tables with a column y)",
      options -> options.features().stream().findFirst(),
      Inputs::features),
  /** Chest X-rays. */
  PNEUMONIA(
      "--pneumonia DIR (a folder with the IDX files of images and labels)",
      PaperOptions::pneumonia,
      Inputs::pneumonia);

  private final String option;

  @SuppressWarnings("ImmutableEnumChecker") // method references
  private final Function<PaperOptions, Optional<Path>> place;

  @SuppressWarnings("ImmutableEnumChecker") // method references
  private final Consumer<Inputs> opening;

  Need(String option, Function<PaperOptions, Optional<Path>> place, Consumer<Inputs> opening) {
    this.option = option;
    this.place = place;
    this.opening = opening;
  }

  /** Whether a run of all items does without, and leaves out those that need it. */
  public boolean mayBeLeftOut() {
    return this == FEATURES || this == PNEUMONIA;
  }

  /** Whether the option was given. */
  public boolean isGiven(PaperOptions options) {
    return place.apply(options).isPresent();
  }

  /** The option that gives it, as a user reads it. */
  public String option() {
    return option;
  }

  /**
   * Opens the data, so that what is wrong with them is told before any work.
   *
   * @param item for which they are needed
   * @throws InputException where they were not given or cannot be used
   */
  public void check(String item, PaperOptions options, Inputs inputs) {
    if (!isGiven(options)) {
      throw new InputException("%s needs %s".formatted(item, option));
    }
    opening.accept(inputs);
  }
}
