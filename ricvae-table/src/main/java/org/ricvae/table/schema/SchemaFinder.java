package org.ricvae.table.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.ricvae.data.InputException;
import org.ricvae.table.file.RowCursor;
import org.ricvae.train.TrainingData;

/** Finds the schema of a table in one reading. */
public final class SchemaFinder {
  private SchemaFinder() {}

  /**
   * A schema and the table's length.
   *
   * @param schema what the columns are
   * @param rows how many rows there are
   */
  public record Found(Schema schema, long rows) {}

  /**
   * Reads the table once.
   *
   * @param seed of the choice of numbers that a scale is taken from, in a very long table
   * @param progress hears how far the reading is, in the unit of {@link RowCursor#size()}
   * @throws InputException where no column is of use, be it for want of rows
   */
  public static Found find(
      TableSource table, SchemaOptions options, long seed, LongConsumer progress) {
    options.requireKnown(table.name(), table.columns());
    List<ColumnScan> scans = new ArrayList<>();
    for (int j = 0; j < table.columns().size(); j++) {
      scans.add(new ColumnScan(seed + j));
    }
    long rows = 0;
    try (RowCursor cursor = table.rows().get()) {
      while (cursor.next()) {
        for (int j = 0; j < scans.size(); j++) {
          scans.get(j).add(cursor.cell(j));
        }
        rows++;
        progress.accept(cursor.position());
      }
    }
    FieldFinder finder = new FieldFinder(options);
    List<Field> fields = new ArrayList<>();
    for (int j = 0; j < scans.size(); j++) {
      scans.get(j).end();
      fields.add(finder.find(table.columns().get(j), scans.get(j), rows));
    }
    if (fields.stream().allMatch(f -> f instanceof IgnoredField)) {
      requireRows(table.name(), rows);
    }
    return new Found(new Schema(fields), rows);
  }

  /**
   * Refuses a table that is too short to learn from.
   *
   * @throws InputException saying how many rows there are, and how many are needed
   */
  public static void requireRows(String table, long rows) {
    if (rows < TrainingData.MIN_SAMPLES) {
      throw new InputException(
          "%s: %d row(s); at least %d are needed to learn from"
              .formatted(table, rows, TrainingData.MIN_SAMPLES));
    }
  }
}
