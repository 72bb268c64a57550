package org.ricvae.table.schema;

import java.util.List;
import org.ricvae.data.InputException;
import org.ricvae.table.file.SourceType;

/**
 * A column of categories. The last category of the model stands for all others: rare ones, and
 * those that training never saw.
 *
 * @param name the column
 * @param description what was found
 * @param categories the texts that are categories of their own, the most frequent first
 * @param counts how often each was seen
 */
public record CategoricalField(
    String name, String description, List<String> categories, List<Integer> counts)
    implements Field {
  /** Copies the lists. */
  public CategoricalField {
    categories = List.copyOf(categories);
    counts = List.copyOf(counts);
    if (categories.isEmpty() || counts.size() != categories.size()) {
      throw new InputException(
          "the column %s has %d categories with %d counts; it needs one at least, and a count each"
              .formatted(name, categories.size(), counts.size()));
    }
  }

  /** Categories of the model: those with a text, and the rest as one. */
  public int size() {
    return categories.size() + 1;
  }

  /** Whole numbers, or booleans, where all categories are; else texts. */
  @Override
  public SourceType type() {
    if (categories.stream().allMatch(text -> text.equals("true") || text.equals("false"))) {
      return SourceType.BOOLEAN;
    }
    boolean whole = categories.stream().allMatch(text -> text.matches("0|-?[1-9][0-9]{0,17}"));
    return whole ? SourceType.INTEGER : SourceType.TEXT;
  }
}
