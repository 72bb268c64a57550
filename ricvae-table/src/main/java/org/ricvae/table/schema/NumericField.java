package org.ricvae.table.schema;

/**
 * A column of numbers, or of dates taken as numbers.
 *
 * @param name the column
 * @param description what was found
 * @param text how numbers are read and written
 * @param scale how they meet the model
 */
public record NumericField(String name, String description, NumberText text, NumberScale scale)
    implements Field {}
