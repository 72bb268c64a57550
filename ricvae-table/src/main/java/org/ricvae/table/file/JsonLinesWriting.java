package org.ricvae.table.file;

import java.nio.file.Path;
import java.util.List;

/** New JSON lines: an object a row. */
final class JsonLinesWriting extends TableWriter {
  private final TextOutput lines;
  private final List<Column> columns;
  private final List<String> keys;

  JsonLinesWriting(Path out, List<Column> columns) {
    lines = new TextOutput(out);
    this.columns = columns;
    keys = columns.stream().map(column -> JsonCursor.quote(column.name())).toList();
  }

  @Override
  public void write(List<String> cells) {
    StringBuilder line = new StringBuilder("{");
    for (int j = 0; j < keys.size(); j++) {
      String cell = cells.get(j);
      line.append(j == 0 ? "" : ",").append(keys.get(j)).append(':');
      line.append(
          switch (columns.get(j).type()) {
            case NUMBER, INTEGER, BOOLEAN -> cell;
            case TEXT, DATE, TIMESTAMP -> JsonCursor.quote(cell);
          });
    }
    lines.write(line.append("}\n").toString());
  }

  @Override
  public void commit() {
    lines.commit();
  }

  @Override
  public void close() {
    lines.close();
  }
}
