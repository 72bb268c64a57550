package org.ricvae.cli.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ricvae.file.Provenance;
import org.ricvae.report.Block;
import org.ricvae.report.Page;
import org.ricvae.report.Section;
import org.ricvae.table.clean.CleanCounts;
import org.ricvae.table.clean.RowSummary;
import org.ricvae.table.model.TableModel;
import org.ricvae.use.Detection;

/**
 * The page of a table.
 *
 * @param table its file
 * @param counts what was changed, where it was cleaned
 * @param rows what was found of its rows, where they were judged
 * @param detection how well known outliers were found, where they are known
 * @param threshold log odds from which a cell is flagged
 */
record TableReport(
    Path table,
    Trained trained,
    Optional<CleanCounts> counts,
    Optional<RowSummary> rows,
    Optional<Detection> detection,
    double threshold) {

  /** The page of a training. */
  static TableReport of(Path table, Trained trained) {
    return new TableReport(
        table,
        trained,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        trained.model().calibration().threshold());
  }

  /** The page of a cleaning. */
  TableReport with(CleanCounts cleaned, double flaggedFrom) {
    return new TableReport(
        table,
        trained,
        Optional.of(cleaned),
        Optional.of(cleaned.summary()),
        detection,
        flaggedFrom);
  }

  /** The page of a scoring. */
  TableReport with(RowSummary scored, Optional<Detection> found) {
    return new TableReport(table, trained, counts, Optional.of(scored), found, threshold);
  }

  Page page() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("", List.of(new Block.KeyFigures(figures()))));
    rows.ifPresent(summary -> sections.addAll(new RowSections(summary, model()).sections()));
    sections.add(new ColumnSection(model(), counts, threshold).section());
    CurveSection.of(trained.epochs()).ifPresent(sections::add);
    return Page.of(title(), lead(), sections).withProvenance(facts());
  }

  private TableModel model() {
    return trained.model();
  }

  private String title() {
    String what = counts.isPresent() ? "cleaned" : rows.isPresent() ? "scored" : "learnt";
    return "%s, %s".formatted(table.getFileName(), what);
  }

  private String lead() {
    String estimate =
        "From the %d rows that the model was trained on, %s of the cells are estimated to be wrong."
            .formatted(model().provenance().dataCount(), percent(model().calibration().wrong()));
    if (counts.isPresent()) {
      return "%d cells that the others of their row make unlikely were replaced, and %d missing ones filled. %s"
          .formatted(counts.get().unlikely(), counts.get().filled(), estimate);
    }
    return rows.map(
                summary -> "%d of %d rows stand out. ".formatted(summary.flagged(), summary.rows()))
            .orElse("")
        + estimate;
  }

  private List<Block.KeyFigure> figures() {
    List<Block.KeyFigure> figures = new ArrayList<>();
    counts.ifPresent(
        c -> {
          String of = "of %d cells".formatted(c.cells());
          figures.add(figure(c.unlikely(), "unlikely cells replaced", of));
          figures.add(figure(c.filled(), "missing cells filled", of));
        });
    rows.ifPresent(
        r ->
            figures.add(
                figure(
                    r.flagged(), "rows stand out", "of %d, by their score".formatted(r.rows()))));
    detection.ifPresent(
        d ->
            figures.add(
                new Block.KeyFigure(
                    String.format(Locale.ROOT, "%.3f", d.rocAuc()),
                    "ROC-AUC",
                    String.format(
                        Locale.ROOT,
                        "%d known outliers; average precision %.3f, F1 %.3f",
                        d.outliers(),
                        d.averagePrecision(),
                        d.f1()))));
    figures.add(
        new Block.KeyFigure(
            percent(model().calibration().wrong()),
            "of the cells seem wrong",
            "estimated, without labels"));
    if (rows.isEmpty()) {
      figures.add(figure(model().provenance().dataCount(), "rows learnt from", ""));
      figures.add(figure(model().schema().cells().count(), "columns looked at", ""));
    }
    return figures;
  }

  private static Block.KeyFigure figure(long count, String label, String note) {
    return new Block.KeyFigure(Long.toString(count), label, note);
  }

  /** A share for a person: two digits that say something. */
  static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
  }

  private List<Page.Fact> facts() {
    Provenance from = model().provenance();
    List<Page.Fact> facts = new ArrayList<>();
    facts.add(new Page.Fact("ricvae", from.version()));
    facts.add(new Page.Fact("trained on", from.dataSource()));
    facts.add(new Page.Fact("its fingerprint", from.dataFingerprint()));
    facts.add(new Page.Fact("kernel", from.kernel()));
    facts.add(new Page.Fact("JVM", from.jvm()));
    from.options().forEach((name, value) -> facts.add(new Page.Fact(name, value)));
    return facts;
  }
}
