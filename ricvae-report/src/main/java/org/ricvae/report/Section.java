package org.ricvae.report;

import java.util.List;

/**
 * A part of a page.
 *
 * @param title its heading; empty for none
 * @param blocks at least one
 */
public record Section(String title, List<Block> blocks) {
  /**
   * Copies the blocks.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Section {
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("section \"" + title + "\" is empty");
    }
  }

  /** A section of the given blocks. */
  public static Section of(String title, Block... blocks) {
    return new Section(title, List.of(blocks));
  }
}
