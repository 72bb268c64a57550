package org.ricvae.table.file;

import java.nio.file.Path;
import java.util.List;

/** A new CSV or TSV. */
final class CsvWriting extends TableWriter {
  private final CsvOutput csv;

  CsvWriting(Path out, List<Column> columns) {
    char delimiter = TableFormat.ending(out).equals(".tsv") ? '\t' : ',';
    csv = new CsvOutput(out, delimiter, columns.stream().map(Column::name).toList());
  }

  @Override
  public void write(List<String> cells) {
    csv.write(cells);
  }

  @Override
  public void commit() {
    csv.commit();
  }

  @Override
  public void close() {
    csv.close();
  }
}
