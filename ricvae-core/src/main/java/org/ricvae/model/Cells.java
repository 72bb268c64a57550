package org.ricvae.model;

import java.util.List;
import org.ricvae.data.InputException;

/**
 * The cells of a table's row, and which values of a sample each takes: first the numeric cells, one
 * value each, then the categorical ones, each as many values as it has categories, of which one is
 * 1 and the others are 0.
 */
public final class Cells {
  private final int numeric;
  private final List<Integer> categories;
  private final int[] firsts;

  /**
   * The cells of a row.
   *
   * @param numeric numeric cells
   * @param categories how many categories each categorical cell has, 2 or more
   * @throws InputException where there is no cell, or they take more values than a network reads
   */
  public Cells(int numeric, List<Integer> categories) {
    this.numeric = numeric;
    this.categories = List.copyOf(categories);
    if (numeric < 0 || count() < 1) {
      throw new InputException(
          "%d numeric and %d categorical cells: there must be one at least"
              .formatted(numeric, categories.size()));
    }
    for (int c : categories) {
      if (c < 2 || c > Architecture.MAX_WIDTH) {
        throw new InputException(
            "a categorical cell with %d categories, allowed are 2 to %d"
                .formatted(c, Architecture.MAX_WIDTH));
      }
    }
    long size = numeric + categories.stream().mapToLong(Integer::longValue).sum();
    if (size > Architecture.MAX_WIDTH) {
      throw new InputException(
          "%d numeric and %d categorical cells take %d values, at most %d are allowed"
              .formatted(numeric, categories.size(), size, Architecture.MAX_WIDTH));
    }
    firsts = new int[count() + 1];
    for (int c = 0; c < count(); c++) {
      firsts[c + 1] = firsts[c] + (c < numeric ? 1 : categories.get(c - numeric));
    }
  }

  /** Numeric cells a row. */
  public int numeric() {
    return numeric;
  }

  /** How many categories each categorical cell has. */
  public List<Integer> categories() {
    return categories;
  }

  /** Cells a row. */
  public int count() {
    return numeric + categories.size();
  }

  /** Values a sample. */
  public int size() {
    return firsts[count()];
  }

  /** The first value of a cell; that of cell {@link #count()} is {@link #size()}. */
  public int first(int cell) {
    return firsts[cell];
  }

  /** The first value of each cell, and {@link #size()} at the end, {@code [count + 1]}. */
  public int[] firsts() {
    return firsts.clone();
  }

  /** Whether the cells are of the same kinds and widths. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Cells cells
        && numeric == cells.numeric
        && categories.equals(cells.categories);
  }

  @Override
  public int hashCode() {
    return 31 * numeric + categories.hashCode();
  }

  @Override
  public String toString() {
    return "Cells[numeric=%d, categories=%s]".formatted(numeric, categories);
  }
}
