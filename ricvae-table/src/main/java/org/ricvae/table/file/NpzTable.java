package org.ricvae.table.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ricvae.data.InputException;
import org.ricvae.format.NpzMatrix;

/**
 * The matrix X of an {@code .npz}, its columns called {@code x1}, {@code x2}, and so on; y, if it
 * is there, is no column but the truth. Untouched cells have the same values in a copy, and X has
 * the same type; all else is copied as it is.
 */
final class NpzTable extends TableFile {
  private final NpzMatrix matrix;

  private NpzTable(Path path, NpzMatrix matrix) {
    super(path, columns(matrix), notes(matrix));
    this.matrix = matrix;
  }

  static NpzTable read(Path path) {
    return new NpzTable(path, NpzMatrix.open(path));
  }

  private static List<Column> columns(NpzMatrix matrix) {
    SourceType type = matrix.isWhole() ? SourceType.INTEGER : SourceType.NUMBER;
    return IntStream.rangeClosed(1, matrix.columns())
        .mapToObj(j -> new Column("x" + j, type))
        .toList();
  }

  private static List<String> notes(NpzMatrix matrix) {
    return matrix
        .labels()
        .map(
            labels ->
                String.format(
                    Locale.ROOT,
                    "a table of %d rows and the columns x1 to x%d; y says that %d rows are outliers, which the model does not look at",
                    matrix.rows(),
                    matrix.columns(),
                    IntStream.range(0, labels.length).filter(i -> labels[i]).count()))
        .stream()
        .toList();
  }

  @Override
  public Optional<boolean[]> labels() {
    return matrix.labels();
  }

  @Override
  public RowCursor rows() {
    return new NpzCursor(matrix);
  }

  @Override
  public String nearest(int column, String text) {
    return matrix.nearest(text);
  }

  @Override
  String encode(RowCursor row, int column, String text) {
    return text;
  }

  @Override
  boolean holds(RowCursor row, int column, String text) {
    try {
      return matrix.holds(row.row(), column, text);
    } catch (InputException noNumber) {
      return false;
    }
  }

  @Override
  void copy(Path out, Patches patches) {
    try (NpzCursor cursor = new NpzCursor(matrix)) {
      matrix.copy(
          out,
          new NpzMatrix.Changes() {
            @Override
            public void row(long row, String[] texts) {
              cursor.next();
              patches.row(cursor, texts);
            }

            @Override
            public void end() {
              patches.end();
            }
          });
    }
  }
}
