package org.ricvae.table.file;

/**
 * A column of a table.
 *
 * @param name unique in the table and not blank
 * @param type what the file knows of its cells
 */
public record Column(String name, SourceType type) {}
