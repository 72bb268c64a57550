package org.ricvae.table.clean;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ricvae.table.file.RowCursor;
import org.ricvae.table.model.JudgedRows;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.schema.RowEncoder;

/**
 * What is to be said of one cell.
 *
 * @param cell number of the cell
 * @param column of the table
 * @param observed its text; null: missing
 * @param expected what the others say; null where only "one of the rare ones" is expected
 * @param low where nine of ten values like it begin; null for categories
 * @param high where they end
 * @param score log odds that it is wrong; NaN where it holds nothing that can be judged
 * @param reason why it is told of
 */
public record Finding(
    int cell,
    int column,
    String observed,
    String expected,
    String low,
    String high,
    double score,
    Reason reason) {
  /** Why a cell is told of. */
  public enum Reason {
    /** The others of its row speak against it. */
    UNLIKELY("unlikely"),
    /** There is nothing in it. */
    MISSING("missing"),
    /** A text stands where a number belongs. */
    NOT_A_NUMBER("not a number");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Cells that explain a row. */
  private static final int REASONS = 3;

  /** Whether the cell would be written otherwise. */
  boolean isChange() {
    return expected != null && !expected.equals(observed);
  }

  /** Three decimals say all that a score can. */
  static double rounded(double score) {
    return Double.isNaN(score) ? score : Math.rint(score * 1000) / 1000;
  }

  /**
   * Looks at one cell.
   *
   * @param row at the cell's row
   * @param i the row's number among the judged
   * @param threshold log odds from which a cell is flagged
   * @return null where there is nothing to say
   */
  static Finding of(
      TableModel model,
      RowEncoder encoder,
      RowCursor row,
      JudgedRows judged,
      int i,
      int cell,
      double threshold) {
    int at = i * judged.cells() + cell;
    double score = judged.scores()[at];
    String observed = row.cell(encoder.column(cell));
    Reason reason;
    if (!Double.isNaN(score)) {
      if (score < threshold) {
        return null;
      }
      reason = Reason.UNLIKELY;
    } else {
      reason = encoder.isForeign(cell, observed) ? Reason.NOT_A_NUMBER : Reason.MISSING;
    }
    double expected = judged.expected()[at];
    boolean number = encoder.isNumeric(cell);
    double around = number ? model.scales().interval()[cell] : 0;
    return new Finding(
        cell,
        encoder.column(cell),
        observed,
        reason == Reason.NOT_A_NUMBER
            ? encoder.meant(cell, observed, expected, around)
            : encoder.text(cell, expected),
        number ? encoder.text(cell, expected - around) : null,
        number ? encoder.text(cell, expected + around) : null,
        score,
        reason);
  }

  /**
   * The cells that make a row unlikely: what is no number first, then as unlikely as they are, and
   * one at least, if there is one to judge.
   *
   * @param row at the row
   * @param i the row's number among the judged
   */
  static List<Finding> because(
      TableModel model, RowEncoder encoder, RowCursor row, JudgedRows judged, int i) {
    List<Finding> findings = new ArrayList<>();
    for (int cell = 0; cell < encoder.cells(); cell++) {
      Finding f = of(model, encoder, row, judged, i, cell, Double.NEGATIVE_INFINITY);
      if (f.reason != Reason.MISSING) {
        findings.add(f);
      }
    }
    findings.sort(Comparator.comparingDouble(f -> -f.surprise()));
    return IntStream.range(0, Math.min(REASONS, findings.size()))
        .filter(k -> k == 0 || findings.get(k).surprise() >= 0)
        .mapToObj(findings::get)
        .toList();
  }

  private double surprise() {
    return Double.isNaN(score) ? Double.POSITIVE_INFINITY : score;
  }
}
