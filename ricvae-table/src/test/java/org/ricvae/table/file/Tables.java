package org.ricvae.table.file;

import java.util.ArrayList;
import java.util.List;

/** Tables whole, for comparison. */
final class Tables {
  private Tables() {}

  /** All texts, ∅ where a cell is missing. */
  static List<List<String>> texts(TableFile table) {
    List<List<String>> all = new ArrayList<>();
    try (RowCursor rows = table.rows()) {
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int j = 0; j < table.columns().size(); j++) {
          row.add(rows.cell(j) == null ? "∅" : rows.cell(j));
        }
        all.add(row);
      }
    }
    return all;
  }
}
