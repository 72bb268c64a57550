package org.ricvae.cli.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ricvae.report.Axis;
import org.ricvae.report.Block;
import org.ricvae.report.Ink;
import org.ricvae.report.LineChart;
import org.ricvae.report.Section;
import org.ricvae.train.EpochReport;

/** How the loss fell, where there are epochs to tell of. */
final class CurveSection {
  private CurveSection() {}

  static Optional<Section> of(List<EpochReport> epochs) {
    List<LineChart.Point> points =
        epochs.stream()
            .map(e -> new LineChart.Point(e.epoch(), e.loss()))
            .filter(point -> Double.isFinite(point.y()))
            .toList();
    if (points.size() < 2) {
      return Optional.empty();
    }
    LineChart chart =
        LineChart.of(
            Axis.linear("epoch"),
            Axis.linear("loss (a row)"),
            List.of(new LineChart.Line("loss", Ink.BLUE, points)));
    return Optional.of(
        Section.of(
            "Training",
            new Block.Figure(
                chart,
                "The loss falls as the model learns what the cells of a row say of each other. It may be negative, and rise at first, while its KL term comes in.",
                String.format(
                    Locale.ROOT,
                    "The loss goes from %.4g in the first epoch to %.4g in the last, number %d.",
                    points.get(0).y(),
                    points.get(points.size() - 1).y(),
                    points.size()))));
  }
}
