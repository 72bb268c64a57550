package org.ricvae.table.clean;

import java.util.Map;

/**
 * What a cleaning did.
 *
 * @param cells cells judged
 * @param byColumn changes of each column that was judged, in the order of the columns
 * @param summary of the rows, as they were before
 */
public record CleanCounts(long cells, Map<String, Changes> byColumn, RowSummary summary) {
  /**
   * Changes of a column.
   *
   * @param unlikely cells changed because they are unlikely, or hold no number where one belongs
   * @param filled missing cells that were filled
   */
  public record Changes(long unlikely, long filled) {
    /** None. */
    static final Changes NONE = new Changes(0, 0);

    Changes plus(Changes other) {
      return new Changes(unlikely + other.unlikely, filled + other.filled);
    }
  }

  /** Rows judged. */
  public long rows() {
    return summary.rows();
  }

  /** Cells changed because they are unlikely, or hold no number where one belongs. */
  public long unlikely() {
    return byColumn.values().stream().mapToLong(Changes::unlikely).sum();
  }

  /** Missing cells that were filled. */
  public long filled() {
    return byColumn.values().stream().mapToLong(Changes::filled).sum();
  }
}
