package org.ricvae.model;

import java.util.List;
import org.ricvae.data.InputException;

/**
 * The cells of a table's row, and which values of a sample each takes: first the numeric cells, one
 * value each, then the categorical ones, each as many values as it has categories, of which one is
 * 1 and the others are 0.
 *
 * @param numeric numeric cells
 * @param categories how many categories each categorical cell has, 2 or more
 */
public record Cells(int numeric, List<Integer> categories) {
  /** Checks the ranges. */
  public Cells {
    categories = List.copyOf(categories);
    if (numeric < 0 || numeric + categories.size() < 1) {
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
  }

  /** Cells a row. */
  public int count() {
    return numeric + categories.size();
  }

  /** Values a sample. */
  public int size() {
    return numeric + categories.stream().mapToInt(Integer::intValue).sum();
  }

  /** The first value of each cell, and {@link #size()} at the end, {@code [count + 1]}. */
  public int[] firsts() {
    int[] firsts = new int[count() + 1];
    for (int c = 0; c < count(); c++) {
      firsts[c + 1] = firsts[c] + (c < numeric ? 1 : categories.get(c - numeric));
    }
    return firsts;
  }
}
