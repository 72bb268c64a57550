package org.ricvae.paper.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where experiments run: their options, data, cells and models. One thread's own. */
public final class Lab {
  private final PaperOptions options;
  private final Set<String> asked;
  private final PaperListener listener;
  private final Inputs inputs;
  private final Tally tally;
  private final Set<Path> fresh = new HashSet<>();
  private final List<Failure> failures = new ArrayList<>();

  /**
   * A cell that failed.
   *
   * @param cell its key
   * @param reason what it threw
   */
  public record Failure(String cell, Throwable reason) {}

  /**
   * Sets it up; nothing is opened or written yet.
   *
   * @param asked the items that the user asked for: what {@code --force} is about
   */
  public Lab(PaperOptions options, Set<String> asked, PaperListener listener) {
    this.options = options;
    this.asked = Set.copyOf(asked);
    this.listener = listener;
    inputs = new Inputs(options);
    tally = new Tally(listener);
  }

  /** How to run. */
  public PaperOptions options() {
    return options;
  }

  /** The data. */
  public Inputs inputs() {
    return inputs;
  }

  /**
   * To be called by every experiment first.
   *
   * @param item its name
   * @param cost of all the cells that it will ask for
   */
  public void begin(String item, long cost) {
    tally.begin(item, cost);
  }

  /** The cells of an item; another one may ask for them too. */
  public Cells cells(String item) {
    return new Cells(this, folder(item).resolve(options.quick() ? "cells-quick" : "cells"));
  }

  /** Trained models, shared by all items. */
  public Models models() {
    return new Models(options.output().resolve(options.quick() ? "models-quick" : "models"));
  }

  /** Where the files of an item are. */
  public Path folder(String item) {
    return options.output().resolve(item);
  }

  /** Something a person should know. */
  public void message(String text) {
    listener.message(text);
  }

  /** The cells that failed so far. */
  public List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** Makes a folder and those around it. */
  static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Tally tally() {
    return tally;
  }

  /** The cells that were run by this process, which {@code --force} does not run twice. */
  Set<Path> fresh() {
    return fresh;
  }

  /** Whether stored results in a folder of cells do not count. */
  boolean forced(Path cells) {
    return options.force() && asked.contains(cells.getParent().getFileName().toString());
  }

  void failed(Cell cell, Throwable reason) {
    failures.add(new Failure(cell.key(), reason));
    listener.message("%s failed: %s".formatted(cell.key(), reason.getMessage()));
  }
}
