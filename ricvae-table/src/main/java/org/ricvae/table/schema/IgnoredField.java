package org.ricvae.table.schema;

import org.ricvae.table.file.SourceType;

/**
 * A column that the model does not look at; its cells stay as they are.
 *
 * @param name the column
 * @param description why
 */
public record IgnoredField(String name, String description) implements Field {
  @Override
  public SourceType type() {
    return SourceType.TEXT;
  }
}
