package org.ricvae.table.schema;

import java.util.ArrayList;
import java.util.List;
import org.ricvae.table.file.RowCursor;

/**
 * A row's cells as numbers: {@code [cells]}, for a numeric cell its scaled value, for a categorical
 * one the number of its text, as {@link Spelling} counts them; NaN where it is missing, or a text
 * where a number belongs.
 */
public final class RowEncoder {
  private final int[] columns;
  private final List<NumericField> numeric = new ArrayList<>();
  private final List<CategoricalField> categorical = new ArrayList<>();
  private List<Spelling> spellings;

  /** An encoder for tables of a schema. */
  public RowEncoder(Schema schema) {
    columns = schema.columnsOfCells();
    for (int j : columns) {
      if (schema.fields().get(j) instanceof NumericField field) {
        numeric.add(field);
      } else if (schema.fields().get(j) instanceof CategoricalField field) {
        categorical.add(field);
      }
    }
  }

  /**
   * The texts of each categorical cell, which grow with what is encoded. Made when first asked for:
   * who encodes nothing should not wait for all pairs of texts to be compared.
   */
  public List<Spelling> spellings() {
    if (spellings == null) {
      spellings = categorical.stream().map(Spelling::new).toList();
    }
    return spellings;
  }

  /** Cells a row. */
  public int cells() {
    return columns.length;
  }

  /** The table's column of a cell. */
  public int column(int cell) {
    return columns[cell];
  }

  /** Encodes the cursor's row to {@code dst[at .. at + cells)}. */
  public void encode(RowCursor row, float[] dst, int at) {
    for (int c = 0; c < columns.length; c++) {
      dst[at + c] = encode(c, row.cell(columns[c]));
    }
  }

  private float encode(int cell, String text) {
    if (MissingTexts.isMissing(text)) {
      return Float.NaN;
    }
    if (cell < numeric.size()) {
      NumericField field = numeric.get(cell);
      double value = field.text().parse(text);
      return Double.isNaN(value) ? Float.NaN : field.scale().scale(value);
    }
    return spellings().get(cell - numeric.size()).number(text);
  }

  /** Whether a cell holds a text where a number belongs. */
  public boolean isForeign(int cell, String text) {
    return cell < numeric.size()
        && !MissingTexts.isMissing(text)
        && Double.isNaN(numeric.get(cell).text().parse(text));
  }

  /**
   * The text that a cell should have where it holds a text in place of a number.
   *
   * @param expected what the others say, encoded
   * @param interval nine of ten cells lie within this of what is expected
   */
  public String meant(int cell, String text, double expected, double interval) {
    String number = NumberSpelling.of(numeric.get(cell), text, expected, interval);
    return number == null ? text(cell, expected) : number;
  }

  /** Whether a cell is numeric. */
  public boolean isNumeric(int cell) {
    return cell < numeric.size();
  }

  /** The text of an encoded cell; null for the category that stands for the rest. */
  public String text(int cell, double encoded) {
    if (cell < numeric.size()) {
      NumericField field = numeric.get(cell);
      return field.text().format(field.scale().unscale(encoded));
    }
    List<String> categories = categorical.get(cell - numeric.size()).categories();
    return encoded < categories.size() ? categories.get((int) encoded) : null;
  }
}
