package org.ricvae.table.clean;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;
import org.ricvae.table.file.Column;
import org.ricvae.table.file.RowCursor;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.JudgedRows;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.schema.RowEncoder;
import org.ricvae.table.schema.TableSource;
import org.ricvae.use.Detection;

/**
 * Scores the rows of a table: {@code row,score,flag,because}, the last telling for flagged rows
 * which cells made it so, what was expected instead, and where nine of ten such values lie.
 */
public final class TableScorer implements AutoCloseable {
  /** Cells that explain a row. */
  private static final int REASONS = 3;

  private final TableModel model;
  private final TableFile table;
  private final RowEncoder encoder;
  private final int label;
  private final List<Double> scores = new ArrayList<>();
  private final List<Boolean> outliers = new ArrayList<>();
  private final AtomicFile file;
  private final CsvWriter csv;
  private long rows;
  private long flagged;

  /**
   * Starts the file of scores.
   *
   * @param label name of the column that tells the truth, 0 or empty for what belongs; null: none
   * @throws InputException where there is no such column, or the file cannot be created
   */
  public TableScorer(TableFile table, TableModel model, String label, Path out) {
    this.model = model;
    this.table = table;
    encoder = new RowEncoder(model.schema());
    this.label = requireColumn(table, label);
    file = AtomicFile.open(out);
    csv = CsvWriter.builder().build(Channels.newWriter(file.channel(), StandardCharsets.UTF_8));
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

  /**
   * Scores all rows and ends the file.
   *
   * @param progress hears how far it is, in the unit of {@link RowCursor#size()}
   * @return how well the scores find the known outliers, where there is a label
   */
  public Optional<Detection> run(CleanOptions options, LongConsumer progress) {
    write("row", "score", "flag", "because");
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
    Optional<Detection> detection = label < 0 ? Optional.empty() : Optional.of(detection());
    try {
      csv.flush();
    } catch (IOException e) {
      throw file.failure(e);
    }
    file.commit();
    return detection;
  }

  private void row(RowCursor texts, JudgedRows judged, int i) {
    double score = judged.rowScores()[i];
    boolean flag = score > model.rowThreshold();
    rows++;
    flagged += flag ? 1 : 0;
    write(
        Long.toString(texts.row() + 1),
        Double.toString(Finding.rounded(score)),
        flag ? "1" : "0",
        flag ? because(texts, judged, i) : "");
    if (label >= 0) {
      String text = texts.cell(label);
      scores.add(score);
      outliers.add(text != null && !text.isBlank() && !text.strip().matches("[-+]?0*\\.?0*"));
    }
  }

  private String because(RowCursor texts, JudgedRows judged, int i) {
    List<Finding> findings = new ArrayList<>();
    for (int cell = 0; cell < encoder.cells(); cell++) {
      Finding f = Finding.of(model, encoder, texts, judged, i, cell, Double.NEGATIVE_INFINITY);
      if (f != null && f.reason() != Finding.Reason.MISSING) {
        findings.add(f);
      }
    }
    // What is no number comes first; then as unlikely as they are, and one at least.
    findings.sort(Comparator.comparingDouble(f -> -surprise(f)));
    return IntStream.range(0, Math.min(REASONS, findings.size()))
        .filter(k -> k == 0 || surprise(findings.get(k)) >= 0)
        .mapToObj(findings::get)
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

  private static double surprise(Finding f) {
    return Double.isNaN(f.score()) ? Double.POSITIVE_INFINITY : f.score();
  }

  private Detection detection() {
    boolean[] truth = new boolean[outliers.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = outliers.get(i);
    }
    return Detection.of(
        scores.stream().mapToDouble(Double::doubleValue).toArray(), truth, model.rowThreshold());
  }

  /** Rows scored. */
  public long rows() {
    return rows;
  }

  /** How many of them are flagged. */
  public long flagged() {
    return flagged;
  }

  private void write(String... fields) {
    try {
      csv.writeRecord(fields);
    } catch (UncheckedIOException e) {
      throw file.failure(e.getCause());
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
