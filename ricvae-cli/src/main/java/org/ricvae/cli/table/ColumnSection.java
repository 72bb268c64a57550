package org.ricvae.cli.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ricvae.report.Block;
import org.ricvae.report.Section;
import org.ricvae.table.clean.CleanCounts;
import org.ricvae.table.model.Calibration;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.schema.Field;

/**
 * What the columns were taken for, and how far their flags can be trusted.
 *
 * @param counts what was changed, where anything was to be
 * @param threshold log odds from which a cell is flagged
 */
record ColumnSection(TableModel model, Optional<CleanCounts> counts, double threshold) {
  private static final String NONE = "–";

  Section section() {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.text("column"));
    columns.add(Block.Column.number("wrong"));
    columns.add(Block.Column.number("false alarms"));
    columns.add(Block.Column.number("power"));
    if (counts.isPresent()) {
      columns.add(Block.Column.number("replaced"));
      columns.add(Block.Column.number("filled"));
    }
    columns.add(Block.Column.text("taken for"));
    List<Block.Row> rows = new ArrayList<>();
    List<Integer> cells = Arrays.stream(model.schema().columnsOfCells()).boxed().toList();
    List<Field> fields = model.schema().fields();
    for (int j = 0; j < fields.size(); j++) {
      rows.add(row(fields.get(j), cells.indexOf(j)));
    }
    return Section.of(
        "The columns",
        new Block.Paragraph(
            "Known errors were put into the data at hand to measure how well errors are found. Wrong: the share of the column's cells that is estimated to be wrong. False alarms: of its right cells, those that are flagged. Power: of the errors put in, those that are flagged. What is wrong with a power near zero is not seen."),
        new Block.Table(
            "A cell is flagged from %.1f log odds on".formatted(threshold), columns, rows));
  }

  private Block.Row row(Field field, int cell) {
    List<String> texts = new ArrayList<>();
    texts.add(field.name());
    if (cell < 0) {
      texts.addAll(List.of(NONE, NONE, NONE));
    } else {
      Calibration calibration = model.calibration();
      texts.add(TableReport.percent(calibration.wrongShares().get(cell)));
      texts.add(TableReport.percent(calibration.falseAlarms(cell, threshold)));
      texts.add(TableReport.percent(calibration.power(cell, threshold)));
    }
    counts.ifPresent(
        c -> {
          CleanCounts.Changes changes = c.byColumn().get(field.name());
          texts.add(changes == null ? NONE : Long.toString(changes.unlikely()));
          texts.add(changes == null ? NONE : Long.toString(changes.filled()));
        });
    texts.add(field.description());
    return new Block.Row(texts, false);
  }
}
