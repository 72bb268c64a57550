package org.ricvae.table.clean;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.ricvae.table.file.Column;
import org.ricvae.table.file.TableWriter;
import org.ricvae.table.model.RowDraws;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.schema.RowEncoder;

/**
 * New rows to a file: the columns that the model looks at, in the order of the table it was trained
 * on, numbers with as many decimals as there.
 */
public final class TableGenerator {
  /** Rows that are drawn at a time. */
  private static final int CHUNK = 1 << 10;

  private TableGenerator() {}

  /**
   * Draws rows.
   *
   * @param seed on which they depend, and on nothing else
   * @param progress hears how many are done
   * @throws org.ricvae.data.InputException where the name is that of no table, or the model draws
   *     no rows
   */
  public static void generate(
      TableModel model, long count, long seed, Path out, LongConsumer progress) {
    RowEncoder encoder = new RowEncoder(model.schema());
    // Cells are numbers first, columns as they come.
    int[] order =
        IntStream.range(0, encoder.cells())
            .boxed()
            .sorted((a, b) -> Integer.compare(encoder.column(a), encoder.column(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Column> columns =
        Arrays.stream(order)
            .mapToObj(cell -> model.schema().fields().get(encoder.column(cell)))
            .map(field -> new Column(field.name(), field.type()))
            .toList();
    RowDraws draws = model.draws(seed);
    try (TableWriter writer = TableWriter.create(out, columns)) {
      for (long done = 0; done < count; ) {
        int n = (int) Math.min(CHUNK, count - done);
        float[] rows = draws.next(n);
        for (int i = 0; i < n; i++) {
          List<String> cells = new ArrayList<>();
          for (int cell : order) {
            cells.add(encoder.text(cell, rows[i * order.length + cell]));
          }
          writer.write(cells);
        }
        done += n;
        progress.accept(done);
      }
      writer.commit();
    }
  }
}
