package org.ricvae.table.schema;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import org.ricvae.data.InputException;
import org.ricvae.model.Cells;
import org.ricvae.table.file.Column;

/**
 * What every column of a table is, and where its cell lies in a sample of the model: the numeric
 * cells come first, the categorical ones after them, both in the order of the columns.
 *
 * @param fields one a column, in the order of the file
 */
public record Schema(List<Field> fields) {
  /** Copies the list; a column at least must be of use. */
  public Schema {
    fields = List.copyOf(fields);
    if (fields.stream().allMatch(f -> f instanceof IgnoredField)) {
      throw new InputException(
          "no column is of use: %s"
              .formatted(
                  fields.stream()
                      .map(f -> f.name() + " (" + f.description() + ")")
                      .limit(5)
                      .reduce((a, b) -> a + ", " + b)
                      .orElse("there is none")));
    }
  }

  /** The columns that are numeric cells, in order. */
  @JsonIgnore
  public List<Integer> numericColumns() {
    return columns(NumericField.class);
  }

  /** The columns that are categorical cells, in order. */
  @JsonIgnore
  public List<Integer> categoricalColumns() {
    return columns(CategoricalField.class);
  }

  /** The column of each cell. */
  @JsonIgnore
  public int[] columnsOfCells() {
    List<Integer> columns = new ArrayList<>(numericColumns());
    columns.addAll(categoricalColumns());
    return columns.stream().mapToInt(Integer::intValue).toArray();
  }

  private List<Integer> columns(Class<? extends Field> kind) {
    List<Integer> columns = new ArrayList<>();
    for (int j = 0; j < fields.size(); j++) {
      if (kind.isInstance(fields.get(j))) {
        columns.add(j);
      }
    }
    return columns;
  }

  /** The cells of a row as the engine knows them. */
  @JsonIgnore
  public Cells cells() {
    return new Cells(
        numericColumns().size(),
        categoricalColumns().stream().map(j -> ((CategoricalField) fields.get(j)).size()).toList());
  }

  /**
   * Refuses another table.
   *
   * @throws InputException where the columns are not those of the schema, by name and order
   */
  public void requireSame(String source, List<Column> columns) {
    for (int j = 0; j < Math.max(columns.size(), fields.size()); j++) {
      String found = j < columns.size() ? columns.get(j).name() : "no further column";
      String wanted = j < fields.size() ? fields.get(j).name() : "no further column";
      if (!found.equals(wanted)) {
        throw new InputException(
            "%s: column %d is %s, but the model was trained on a table where it is %s; give a table with the same columns in the same order, or train a model on this one"
                .formatted(source, j + 1, found, wanted));
      }
    }
  }
}
