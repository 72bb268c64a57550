package org.ricvae.table.clean;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.ricvae.table.file.RowCursor;
import org.ricvae.table.model.JudgedRows;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.schema.RowEncoder;

/**
 * What is to be told of a table's rows as a whole, gathered while they are judged: how their scores
 * are spread, and the rows with the highest. Memory does not grow with the table.
 */
public final class RowSummary {
  /** Rows that are told of one by one. */
  public static final int MOST = 10;

  /** Bins of the scores; the threshold is the upper edge of number {@value #BELOW}. */
  public static final int BINS = 60;

  private static final int BELOW = 30;

  /** Lowest score first; of equal ones the later row, which is to go first. */
  private static final Comparator<Row> LEAST_FIRST =
      Comparator.comparingDouble(Row::score).thenComparing(Row::row, Comparator.reverseOrder());

  /**
   * A row that stands out.
   *
   * @param row from 1
   * @param flagged whether its score is beyond the threshold
   * @param because the cells that made it so, the least likely first
   */
  public record Row(long row, double score, boolean flagged, List<Finding> because) {
    /** Copies the list. */
    public Row {
      because = List.copyOf(because);
    }
  }

  private final TableModel model;
  private final RowEncoder encoder;
  private final double threshold;
  private final double width;
  private final long[] likely = new long[BINS];
  private final long[] unlikely = new long[BINS];
  private final PriorityQueue<Row> highest = new PriorityQueue<>(LEAST_FIRST);
  private long rows;
  private long flagged;

  RowSummary(TableModel model, RowEncoder encoder) {
    this.model = model;
    this.encoder = encoder;
    threshold = model.rowThreshold();
    // Where all training rows were alike, the threshold is infinite: then any width will do.
    width = threshold > 0 && Double.isFinite(threshold) ? threshold / BELOW : 1.0 / BELOW;
  }

  /** Takes in a row; tells whether it is flagged. */
  boolean add(RowCursor texts, JudgedRows judged, int i) {
    double score = judged.rowScores()[i];
    boolean flag = score > threshold;
    rows++;
    flagged += flag ? 1 : 0;
    int bin = (int) (score / width);
    if (bin < BINS) {
      (flag ? unlikely : likely)[bin]++;
    }
    if (highest.size() < MOST || score > highest.peek().score()) {
      List<Finding> because = Finding.because(model, encoder, texts, judged, i);
      highest.add(new Row(texts.row() + 1, score, flag, because));
      if (highest.size() > MOST) {
        highest.poll();
      }
    }
    return flag;
  }

  /** Rows judged. */
  public long rows() {
    return rows;
  }

  /** How many of them are flagged. */
  public long flagged() {
    return flagged;
  }

  /** The upper edge of the last bin; the lower one of the first is 0. */
  public double end() {
    return BINS * width;
  }

  /** Rows in each bin that are flagged, or not; those beyond {@link #end()} are in none. */
  public long[] counts(boolean flag) {
    return (flag ? unlikely : likely).clone();
  }

  /** The rows of the highest scores, the highest first. */
  public List<Row> highest() {
    return highest.stream().sorted(LEAST_FIRST.reversed()).toList();
  }
}
