package org.ricvae.table.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ricvae.data.InputException;

/** A list of changes as the patches that take them back, each cell checked before. */
final class ChangesBack implements Patches {
  private final TableFile table;
  private final Path list;
  private final ChangesReader changes;
  private final Map<String, Integer> index = new HashMap<>();
  private long rows;
  private Change ahead;

  ChangesBack(TableFile table, Path list, ChangesReader changes) {
    this.table = table;
    this.list = list;
    this.changes = changes;
    List<Column> columns = table.columns();
    for (int j = 0; j < columns.size(); j++) {
      index.put(columns.get(j).name(), j);
    }
    advance();
  }

  private void advance() {
    ahead = changes.hasNext() ? changes.next() : null;
  }

  @Override
  public void row(RowCursor row, String[] raw) {
    rows = row.row() + 1;
    while (ahead != null && ahead.row() <= rows) {
      if (ahead.row() < rows) {
        throw bad("comes after a later row; sort the list by row");
      }
      int column = column();
      if (raw[column] != null) {
        throw bad("is there twice; remove one");
      }
      requireReplacement(row, column);
      raw[column] = ahead.raw();
      advance();
    }
  }

  private int column() {
    Integer column = index.get(ahead.column());
    if (column == null) {
      throw bad("names no column of %s; take the list of that very table".formatted(table.path()));
    }
    return column;
  }

  private void requireReplacement(RowCursor row, int column) {
    if (!table.holds(row, column, ahead.replacement())) {
      String found = row.cell(column);
      throw bad(
          "made it \"%s\", but %s has %s there; take the table and the list of the same run"
              .formatted(
                  ahead.replacement(),
                  table.path(),
                  found == null ? "nothing" : "\"" + found + "\""));
    }
  }

  @Override
  public void end() {
    if (ahead != null) {
      throw bad(
          "is beyond the table, which has %d rows; take the list of that very table"
              .formatted(rows));
    }
  }

  private InputException bad(String what) {
    Path old = ListPlace.old(list);
    return new InputException(
        "%s: the change of row %d, column \"%s\" %s%s"
            .formatted(
                list,
                ahead.row(),
                ahead.column(),
                what,
                Files.exists(old)
                    ? "; a cleaning was cut off here, and the list that fits may be " + old
                    : ""));
  }
}
