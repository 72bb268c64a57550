package org.ricvae.table.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ricvae.data.InputException;

/**
 * A column of categories. The last category of the model stands for all others: rare ones, and
 * those that training never saw.
 *
 * @param name the column
 * @param description what was found
 * @param categories the texts that are categories of their own, the most frequent first
 */
public record CategoricalField(String name, String description, List<String> categories)
    implements Field {
  /** Copies the list. */
  public CategoricalField {
    categories = List.copyOf(categories);
    if (categories.isEmpty()) {
      throw new InputException("the column %s has no category".formatted(name));
    }
  }

  /** Categories of the model: those with a text, and the rest as one. */
  public int size() {
    return categories.size() + 1;
  }

  /** The number of each text. */
  Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < categories.size(); i++) {
      numbers.put(categories.get(i), i);
    }
    return numbers;
  }
}
