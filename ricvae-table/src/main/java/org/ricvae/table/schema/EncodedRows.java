package org.ricvae.table.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;
import org.ricvae.model.Cells;
import org.ricvae.table.file.RowCursor;

/**
 * The rows of a table in memory, one number a cell, as samples of the model: a categorical cell
 * becomes as many values as it has categories when it is read.
 */
public final class EncodedRows implements Samples {
  /** Rows that lie in one array. */
  private static final int CHUNK = 1 << 14;

  private final String source;
  private final RowEncoder encoder;
  private final Cells cells;
  private final SampleShape shape;
  private final int size;
  private final int[] firsts;
  private final List<float[]> chunks = new ArrayList<>();
  private long count;

  private EncodedRows(String source, RowEncoder encoder, Cells cells) {
    this.source = source;
    this.encoder = encoder;
    this.cells = cells;
    this.firsts = cells.firsts();
    shape = SampleShape.vector(cells.size());
    size = shape.size();
  }

  /**
   * Reads rows of a table.
   *
   * @param most reads no more; of a longer table, every n-th row, so that they are spread over it
   * @param rows how many there are
   * @throws InputException where there are none
   */
  public static EncodedRows read(TableSource table, Schema schema, long rows, long most) {
    RowEncoder encoder = new RowEncoder(schema);
    EncodedRows encoded = new EncodedRows(table.name(), encoder, schema.cells());
    try (RowCursor cursor = table.rows().get()) {
      while (cursor.next()) {
        // Row i is taken where i · most / rows passes a whole number.
        long i = cursor.row();
        if (rows <= most || (i + 1) * most / rows > i * most / rows) {
          encoder.encode(cursor, encoded.next(), encoded.at(encoded.count));
          encoded.count++;
        }
      }
    }
    return encoded;
  }

  private float[] next() {
    int chunk = (int) (count / CHUNK);
    if (chunk == chunks.size()) {
      chunks.add(new float[CHUNK * cells.count()]);
    }
    return chunks.get(chunk);
  }

  private int at(long row) {
    return (int) (row % CHUNK) * cells.count();
  }

  /** Copies one row's cells, {@code [cells]}. */
  public void cells(long row, float[] dst, int offset) {
    System.arraycopy(chunks.get((int) (row / CHUNK)), at(row), dst, offset, cells.count());
  }

  /** The texts of each categorical cell. */
  public List<Spelling> spellings() {
    return encoder.spellings();
  }

  /** The cells of a row. */
  public Cells layout() {
    return cells;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public SampleShape shape() {
    return shape;
  }

  @Override
  public ValueType type() {
    return ValueType.F32;
  }

  @Override
  public void read(long start, int n, float[] dst, int offset) {
    Objects.checkFromIndexSize(start, n, count);
    for (int i = 0; i < n; i++) {
      long row = start + i;
      float[] from = chunks.get((int) (row / CHUNK));
      spread(firsts, from, at(row), dst, offset + i * size);
    }
  }

  /** One number a cell to the values of a sample; texts that are no categories are as one. */
  public static void spread(int[] firsts, float[] cells, int at, float[] dst, int offset) {
    for (int c = 0; c + 1 < firsts.length; c++) {
      float cell = cells[at + c];
      int first = offset + firsts[c];
      int width = firsts[c + 1] - firsts[c];
      if (width == 1) {
        dst[first] = cell;
      } else {
        int category = Math.min((int) cell, width - 1);
        for (int k = 0; k < width; k++) {
          dst[first + k] = Float.isNaN(cell) ? cell : k == category ? 1 : 0;
        }
      }
    }
  }

  @Override
  public String source() {
    return source;
  }
}
