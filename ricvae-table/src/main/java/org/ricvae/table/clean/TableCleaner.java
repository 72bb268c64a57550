package org.ricvae.table.clean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.ricvae.data.InputException;
import org.ricvae.table.file.Change;
import org.ricvae.table.file.ChangesReader;
import org.ricvae.table.file.ChangesWriter;
import org.ricvae.table.file.Column;
import org.ricvae.table.file.Edits;
import org.ricvae.table.file.ListPlace;
import org.ricvae.table.file.RowCursor;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.JudgedRows;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.schema.RowEncoder;
import org.ricvae.table.schema.TableSource;

/**
 * Repairs a table: flagged cells, texts where a number belongs, and holes get the value that the
 * others say, all else stays as it is to the byte. First the changes are noted, while the table is
 * judged; then the table is copied with them. Memory does not grow with the table.
 */
public final class TableCleaner {
  private final TableFile table;
  private final TableModel model;
  private final CleanOptions options;
  private final RowEncoder encoder;
  private final double threshold;
  private final Map<String, CleanCounts.Changes> byColumn = new LinkedHashMap<>();
  private final RowSummary summary;

  private TableCleaner(TableFile table, TableModel model, CleanOptions options) {
    this.table = table;
    this.model = model;
    this.options = options;
    encoder = new RowEncoder(model.schema());
    summary = new RowSummary(model, encoder);
    threshold = options.threshold(model.calibration());
    Arrays.stream(model.schema().columnsOfCells())
        .sorted()
        .forEach(
            column -> byColumn.put(table.columns().get(column).name(), CleanCounts.Changes.NONE));
  }

  /**
   * Repairs a table.
   *
   * @param out takes the copy, in the format of the table
   * @param changes takes the list of changes
   * @param progress hears how far the judging is, in the unit of {@link RowCursor#size()}
   * @throws InputException where the table cannot be read, is not like the model's, or the outputs
   *     cannot be written; what was there in their places before is there still
   */
  public static CleanCounts clean(
      TableFile table,
      TableModel model,
      Path out,
      Path changes,
      CleanOptions options,
      LongConsumer progress) {
    table.requireWritable(out);
    model.schema().requireSame(table.path().toString(), table.columns());
    TableCleaner cleaner = new TableCleaner(table, model, options);
    Path notes = notes();
    try (ListPlace place = new ListPlace(changes);
        ChangesWriter list = ChangesWriter.open(changes)) {
      cleaner.judge(notes, progress);
      cleaner.copy(out, notes, list, place);
      place.done();
    } finally {
      delete(notes);
    }
    long cells = cleaner.summary.rows() * cleaner.encoder.cells();
    return new CleanCounts(cells, cleaner.byColumn, cleaner.summary);
  }

  /** Where the changes are noted until they are made. */
  private static Path notes() {
    try {
      Path notes = Files.createTempFile("ricvae-changes-", ".csv");
      notes.toFile().deleteOnExit(); // Ctrl-C
      return notes;
    } catch (IOException e) {
      throw new InputException(
          "cannot write in %s: %s; name another folder with -Djava.io.tmpdir=FOLDER"
              .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()),
          e);
    }
  }

  private static void delete(Path notes) {
    try {
      Files.deleteIfExists(notes);
    } catch (IOException stays) {
      // The system cleans its temporary folder.
    }
  }

  private void judge(Path notes, LongConsumer progress) {
    try (ChangesWriter list = ChangesWriter.open(notes);
        RowCursor texts = table.rows()) {
      model.judge(
          TableSource.of(table),
          options.passes(),
          options.threads(),
          judged -> {
            for (int i = 0; i < judged.rows(); i++) {
              texts.next();
              summary.add(texts, judged, i);
              note(texts, judged, i, list);
            }
            progress.accept(texts.position());
          });
      list.commit();
    }
  }

  /** Notes what is to be changed in a row, in the order of its columns. */
  private void note(RowCursor texts, JudgedRows judged, int i, ChangesWriter list) {
    Finding[] byPlace = new Finding[table.columns().size()];
    for (int cell = 0; cell < encoder.cells(); cell++) {
      Finding finding = Finding.of(model, encoder, texts, judged, i, cell, threshold);
      if (finding != null && finding.isChange()) {
        byPlace[finding.column()] = finding;
      }
    }
    for (Finding f : byPlace) {
      if (f == null) {
        continue;
      }
      String becomes = table.nearest(f.column(), f.expected());
      if (becomes.equals(f.observed())) {
        continue;
      }
      String column = table.columns().get(f.column()).name();
      boolean missing = f.reason() == Finding.Reason.MISSING;
      byColumn.merge(
          column,
          new CleanCounts.Changes(missing ? 0 : 1, missing ? 1 : 0),
          CleanCounts.Changes::plus);
      list.write(
          new Change(
              texts.row() + 1,
              column,
              f.observed(),
              becomes,
              Finding.rounded(f.score()),
              f.low(),
              f.high(),
              f.reason().toString(),
              texts.raw(f.column())));
    }
  }

  /** Makes the changes, and lists them; the list is in its place before the copy is. */
  private void copy(Path out, Path notes, ChangesWriter list, ListPlace place) {
    Map<String, Integer> places = new HashMap<>();
    for (Column column : table.columns()) {
      places.put(column.name(), places.size());
    }
    try (ChangesReader reader = ChangesReader.open(notes)) {
      Change[] next = {reader.hasNext() ? reader.next() : null};
      table.rewrite(
          out,
          new Edits() {
            @Override
            public void row(long row, String[] replacement) {
              while (next[0] != null && next[0].row() == row + 1) {
                replacement[places.get(next[0].column())] = next[0].replacement();
                list.write(next[0]);
                next[0] = reader.hasNext() ? reader.next() : null;
              }
            }

            @Override
            public void end() {
              place.take(list);
            }
          });
    }
  }
}
