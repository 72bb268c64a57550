package org.ricvae.table.schema;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.ricvae.table.file.SourceType;

/** What a column is to the model. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NumericField.class, name = "numeric"),
  @JsonSubTypes.Type(value = CategoricalField.class, name = "categorical"),
  @JsonSubTypes.Type(value = IgnoredField.class, name = "ignored")
})
public sealed interface Field permits NumericField, CategoricalField, IgnoredField {
  /** The column's name. */
  String name();

  /** What it was found to be, and why, in a few words. */
  String description();

  /** What its cells are to a format that tells numbers from texts. */
  SourceType type();
}
