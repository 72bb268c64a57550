package org.ricvae.table.schema;

import java.util.List;
import org.ricvae.table.file.SourceType;

/**
 * A column of numbers, or of dates taken as numbers.
 *
 * @param name the column
 * @param description what was found
 * @param text how numbers are read and written
 * @param scale how they meet the model
 * @param repeated the texts of the numbers that occur more than once, the most frequent first,
 *     where most cells are such, as with codes; else none
 */
public record NumericField(
    String name, String description, NumberText text, NumberScale scale, List<String> repeated)
    implements Field {
  /** Copies the list. */
  public NumericField {
    repeated = List.copyOf(repeated);
  }

  @Override
  public SourceType type() {
    return text.type();
  }
}
