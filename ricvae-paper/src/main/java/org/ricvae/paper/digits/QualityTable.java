package org.ricvae.paper.digits;

import java.util.List;
import org.ricvae.report.Block;

/**
 * How qualities stand in a table, a row each.
 *
 * @param real of test digits: sharpness is told as a share of theirs
 */
record QualityTable(Quality real) {
  /** The header; the first column names the row. */
  static List<Block.Column> columns(String first) {
    return List.of(
        Block.Column.text(first),
        Block.Column.number("precision"),
        Block.Column.number("recall"),
        Block.Column.number("F"),
        Block.Column.number("density"),
        Block.Column.number("coverage"),
        Block.Column.number("Fréchet distance"),
        Block.Column.number("sharpness (% of real)"));
  }

  /** The row of the reference. */
  Block.Row reference() {
    return row("real test digits", real);
  }

  /** The row of what there is. */
  Block.Row row(String name, Quality quality) {
    Manifold manifold = quality.manifold();
    return Block.Row.of(
        name,
        "%.3f".formatted(manifold.precision()),
        "%.3f".formatted(manifold.recall()),
        "%.3f".formatted(manifold.f()),
        "%.3f".formatted(manifold.density()),
        "%.3f".formatted(manifold.coverage()),
        "%.2f".formatted(quality.frechet()),
        "%.0f".formatted(100 * quality.sharpness() / real.sharpness()));
  }

  /** The row of samples that there are none of. */
  static Block.Row none(String name) {
    return Block.Row.of(name, "–", "–", "–", "–", "–", "–", "–");
  }
}
