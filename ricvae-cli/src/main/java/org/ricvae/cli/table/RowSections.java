package org.ricvae.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ricvae.report.Block;
import org.ricvae.report.Histogram;
import org.ricvae.report.Ink;
import org.ricvae.report.Section;
import org.ricvae.table.clean.Finding;
import org.ricvae.table.clean.RowSummary;
import org.ricvae.table.model.TableModel;

/** The rows that stand out, and how the scores of all are spread. */
record RowSections(RowSummary rows, TableModel model) {
  /** Longer texts are cut. */
  private static final int LONGEST = 48;

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(highest());
    long shown = 0;
    for (boolean flag : new boolean[] {false, true}) {
      for (long count : rows.counts(flag)) {
        shown += count;
      }
    }
    if (shown > 0) {
      sections.add(spread(rows.rows() - shown));
    }
    return sections;
  }

  private Section highest() {
    List<Block.Row> lines = new ArrayList<>();
    for (RowSummary.Row row : rows.highest()) {
      boolean first = true;
      for (Finding f : row.because()) {
        lines.add(
            Block.Row.of(
                first ? Long.toString(row.row()) : "",
                first ? score(row) : "",
                model.schema().fields().get(f.column()).name(),
                cut(f.observed()),
                f.expected() == null ? "something rare" : cut(f.expected()),
                f.low() == null ? "" : "%s to %s".formatted(f.low(), f.high())));
        first = false;
      }
    }
    return Section.of(
        "The rows with the highest scores",
        new Block.Paragraph(
            "A row's score is the mean surprise of its cells, given the others. Beside it are the cells that made it so: what stands there, what the others say, and where nine of ten such values lie."),
        new Block.Table(
            "Rows are counted from 1; a star marks those beyond the threshold",
            List.of(
                Block.Column.text("row"),
                Block.Column.number("score"),
                Block.Column.text("column"),
                Block.Column.text("observed"),
                Block.Column.text("expected"),
                Block.Column.text("nine of ten lie within")),
            lines));
  }

  private static String score(RowSummary.Row row) {
    return String.format(Locale.ROOT, "%.2f%s", row.score(), row.flagged() ? " *" : "");
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private Section spread(long beyond) {
    Histogram.Bins bins = new Histogram.Bins(0, rows.end(), RowSummary.BINS);
    List<Histogram.Series> series = new ArrayList<>();
    add(series, "as usual", Ink.BLUE, rows.counts(false));
    add(series, "stand out", Ink.VERMILLION, rows.counts(true));
    String more = beyond == 0 ? "" : " %d rows lie beyond the right end.".formatted(beyond);
    return Section.of(
        "All scores",
        new Block.Figure(
            new Histogram("score of a row", bins, Histogram.Measure.COUNT, series),
            "How many rows have such a score, on a logarithmic axis. The threshold splits the scores of the training data so that they scatter least within both parts; it needs no labels."
                + more,
            "%d of %d rows have a score beyond the threshold of %.3g."
                .formatted(rows.flagged(), rows.rows(), model.rowThreshold())));
  }

  private void add(List<Histogram.Series> series, String name, Ink ink, long[] counts) {
    for (long count : counts) {
      if (count > 0) {
        series.add(new Histogram.Series(name, ink, counts, rows.rows()));
        return;
      }
    }
  }
}
