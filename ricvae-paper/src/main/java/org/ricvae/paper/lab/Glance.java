package org.ricvae.paper.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ricvae.report.Block;
import org.ricvae.report.Section;

/** All verdicts of the page in one table, and how many there are of each kind. */
final class Glance {
  private final List<Block.Row> rows = new ArrayList<>();
  private final List<Block.Outcome> outcomes = new ArrayList<>();

  void add(String item, List<Block> blocks) {
    for (Block block : blocks) {
      if (block instanceof Block.Verdict verdict) {
        rows.add(Block.Row.of(item, verdict.claim(), verdict.outcome().words()));
        outcomes.add(verdict.outcome());
      }
    }
  }

  /** None without a verdict. */
  Optional<Section> section() {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String counts =
        Stream.of(Block.Outcome.values())
            .filter(outcomes::contains)
            .map(o -> o.words() + " " + outcomes.stream().filter(o::equals).count())
            .collect(Collectors.joining(", "));
    return Optional.of(
        Section.of(
            "At a glance",
            new Block.Paragraph(
                "Of %d claims, so many of each kind: %s.".formatted(rows.size(), counts)),
            new Block.Table(
                "What the paper says, and whether it holds here",
                List.of(
                    Block.Column.text("item"),
                    Block.Column.text("claim"),
                    Block.Column.text("outcome")),
                rows)));
  }
}
