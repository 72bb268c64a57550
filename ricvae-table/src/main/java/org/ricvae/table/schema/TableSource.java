package org.ricvae.table.schema;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.ricvae.data.Samples;
import org.ricvae.table.file.Column;
import org.ricvae.table.file.RowCursor;
import org.ricvae.table.file.SourceType;
import org.ricvae.table.file.TableFile;

/**
 * A table that can be read from the beginning as often as needed: a file, or numbers in memory.
 *
 * @param name for messages
 * @param columns its columns
 * @param rows starts a reading
 */
public record TableSource(String name, List<Column> columns, Supplier<RowCursor> rows) {
  /** A table in a file. */
  public static TableSource of(TableFile file) {
    return new TableSource(file.path().toString(), file.columns(), file::rows);
  }

  /** The vectors of an array, their values named {@code x1}, {@code x2}, and so on. */
  public static TableSource of(Samples samples) {
    List<Column> columns =
        IntStream.rangeClosed(1, samples.shape().size())
            .mapToObj(j -> new Column("x" + j, SourceType.NUMBER))
            .toList();
    return new TableSource(samples.source(), columns, () -> new ArrayCursor(samples));
  }
}
