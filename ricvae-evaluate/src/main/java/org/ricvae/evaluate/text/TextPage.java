package org.ricvae.evaluate.text;

import static org.ricvae.report.Block.Column.number;
import static org.ricvae.report.Block.Column.text;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.ricvae.evaluate.StudyPage;
import org.ricvae.report.Block;

/** The study as a page. */
final class TextPage {
  private TextPage() {}

  static void write(Path output, TextResults results) {
    StudyPage page = new StudyPage(output, TextStudy.NAME);
    page.section(
        "Each table",
        table(
            results,
            "All that clean writes, filled holes among it: a hole that the truth has too counts as a false alarm. Mean and standard deviation over the seeds",
            TextCell::all),
        table(
            results,
            "Without the filled holes: unlikely cells, and texts where a number belongs",
            TextCell::flagged));
    page.failures(results.failures());
    page.write(
        "Repair of real dirty tables",
        "%d real tables of which the truth is known, text by text. Wrong cells are to be found, and the right texts to be written, without the truth; a right value that is written in another way counts as wrong."
            .formatted(results.tables().size()),
        results.cells().stream().map(TextCell::row).toList());
  }

  private static Block table(
      TextResults results, String caption, Function<TextCell, TextMetrics> side) {
    return new Block.Table(
        caption,
        List.of(
            text("table"),
            number("wrong cells"),
            number("of these in columns of use"),
            number("changed"),
            number("precision"),
            number("recall"),
            number("F1"),
            number("F1 of repair"),
            number("seconds")),
        results.tables().stream().map(table -> row(results, table, side)).toList());
  }

  private static Block.Row row(
      TextResults results, String table, Function<TextCell, TextMetrics> side) {
    return Block.Row.of(
        table,
        results.of(table, cell -> side.apply(cell).wrong()).text(0),
        results.of(table, TextCell::reachable).text(3),
        results.of(table, cell -> side.apply(cell).flagged()).text(0),
        results.of(table, cell -> side.apply(cell).precision()).text(3),
        results.of(table, cell -> side.apply(cell).recall()).text(3),
        results.of(table, cell -> side.apply(cell).f1()).text(3),
        results.of(table, cell -> side.apply(cell).repairF1()).text(3),
        results.of(table, TextCell::seconds).text(1));
  }
}
