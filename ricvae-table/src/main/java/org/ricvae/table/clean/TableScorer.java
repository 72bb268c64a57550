package org.ricvae.table.clean;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.ricvae.data.InputException;
import org.ricvae.table.file.Column;
import org.ricvae.table.file.CsvOutput;
import org.ricvae.table.file.RowCursor;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.JudgedRows;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.schema.RowEncoder;
import org.ricvae.table.schema.TableSource;
import org.ricvae.use.Detection;

/**
 * Scores the rows of a table: {@code row,score,flag,because}, the last telling for flagged rows
 * which cells made it so, what was expected instead, and where nine of ten such values lie. On
 * demand also every cell: {@code row,column,value,score,flag,expected,low,high}.
 */
public final class TableScorer implements AutoCloseable {
  private final TableModel model;
  private final TableFile table;
  private final RowEncoder encoder;
  private final RowSummary summary;
  private final int label;
  private final Optional<boolean[]> labels;
  private final List<Double> scores = new ArrayList<>();
  private final List<Boolean> outliers = new ArrayList<>();
  private final CsvOutput rows;
  private final CsvOutput cells;

  /**
   * Starts the files of scores.
   *
   * @param label name of the column that tells the truth, 0 or empty for what belongs; null: none
   *     but what the file itself says, if it names rows of both kinds
   * @param out takes the scores of the rows
   * @param cellsOut takes those of the cells; null: not wanted
   * @throws InputException where there is no such column, or a file cannot be created
   */
  public TableScorer(TableFile table, TableModel model, String label, Path out, Path cellsOut) {
    this.model = model;
    this.table = table;
    encoder = new RowEncoder(model.schema());
    summary = new RowSummary(model, encoder);
    this.label = requireColumn(table, label);
    labels = label == null ? table.labels().filter(TableScorer::areOfBothKinds) : Optional.empty();
    rows = new CsvOutput(out, ',', List.of("row", "score", "flag", "because"));
    cells =
        cellsOut == null
            ? null
            : new CsvOutput(
                cellsOut,
                ',',
                List.of("row", "column", "value", "score", "flag", "expected", "low", "high"));
  }

  /**
   * Finds the column that tells the truth.
   *
   * @param label its name; null: none
   * @return its number; -1: none
   * @throws InputException where there is no such column
   */
  public static int requireColumn(TableFile table, String label) {
    List<String> names = table.columns().stream().map(Column::name).toList();
    if (label != null && !names.contains(label)) {
      throw new InputException(
          "%s has no column %s to tell the truth; its columns are %s"
              .formatted(table.path(), label, String.join(", ", names)));
    }
    return label == null ? -1 : names.indexOf(label);
  }

  private static boolean areOfBothKinds(boolean[] labels) {
    boolean any = false;
    boolean all = true;
    for (boolean outlier : labels) {
      any |= outlier;
      all &= outlier;
    }
    return any && !all;
  }

  /**
   * Scores all rows and ends the files.
   *
   * @param progress hears how far it is, in the unit of {@link RowCursor#size()}
   * @return how well the scores find the known outliers, where the truth is known
   */
  public Optional<Detection> run(CleanOptions options, LongConsumer progress) {
    try (RowCursor texts = table.rows()) {
      model.judge(
          TableSource.of(table),
          options.passes(),
          options.threads(),
          judged -> {
            for (int i = 0; i < judged.rows(); i++) {
              texts.next();
              row(texts, judged, i);
            }
            progress.accept(texts.position());
          });
    }
    boolean known = label >= 0 || labels.isPresent();
    Optional<Detection> detection = known ? Optional.of(detection()) : Optional.empty();
    rows.commit();
    if (cells != null) {
      cells.commit();
    }
    return detection;
  }

  private void row(RowCursor texts, JudgedRows judged, int i) {
    double score = judged.rowScores()[i];
    boolean flag = summary.add(texts, judged, i);
    rows.write(
        List.of(
            Long.toString(texts.row() + 1),
            Double.toString(Finding.rounded(score)),
            flag ? "1" : "0",
            flag ? because(texts, judged, i) : ""));
    if (cells != null) {
      cells(texts, judged, i);
    }
    if (label >= 0 || labels.isPresent()) {
      scores.add(score);
      outliers.add(
          labels.isPresent() ? labels.get()[(int) texts.row()] : isOutlier(texts.cell(label)));
    }
  }

  private static boolean isOutlier(String text) {
    return text != null && !text.isBlank() && !text.strip().matches("[-+]?0*\\.?0*");
  }

  private String because(RowCursor texts, JudgedRows judged, int i) {
    return Finding.because(model, encoder, texts, judged, i).stream()
        .map(
            f ->
                "%s is %s, expected %s%s"
                    .formatted(
                        table.columns().get(f.column()).name(),
                        f.observed(),
                        f.expected() == null ? "something rare" : f.expected(),
                        f.low() == null ? "" : " (%s to %s)".formatted(f.low(), f.high())))
        .collect(Collectors.joining("; "));
  }

  /** All cells of a row, in the order of its columns. */
  private void cells(RowCursor texts, JudgedRows judged, int i) {
    Finding[] byPlace = new Finding[table.columns().size()];
    for (int cell = 0; cell < encoder.cells(); cell++) {
      byPlace[encoder.column(cell)] =
          Finding.of(model, encoder, texts, judged, i, cell, Double.NEGATIVE_INFINITY);
    }
    for (Finding f : byPlace) {
      if (f == null) {
        continue;
      }
      boolean foreign = f.reason() == Finding.Reason.NOT_A_NUMBER;
      List<String> line = new ArrayList<>();
      line.add(Long.toString(texts.row() + 1));
      line.add(table.columns().get(f.column()).name());
      line.add(f.observed());
      line.add(Double.isNaN(f.score()) ? null : Double.toString(Finding.rounded(f.score())));
      line.add(foreign || f.score() >= model.calibration().threshold() ? "1" : "0");
      line.add(f.expected());
      line.add(f.low());
      line.add(f.high());
      cells.write(line);
    }
  }

  private Detection detection() {
    boolean[] truth = new boolean[outliers.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = outliers.get(i);
    }
    return Detection.of(
        scores.stream().mapToDouble(Double::doubleValue).toArray(), truth, model.rowThreshold());
  }

  /** What is to be told of the rows. */
  public RowSummary summary() {
    return summary;
  }

  @Override
  public void close() {
    rows.close();
    if (cells != null) {
      cells.close();
    }
  }
}
