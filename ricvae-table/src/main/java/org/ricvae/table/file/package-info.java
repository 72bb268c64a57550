/**
 * Tables in files: CSV and its kin, JSON lines, Parquet, and matrices in {@code .npz}.
 *
 * <p>{@link org.ricvae.table.file.TableFile} reads a table row by row, as often as needed, and
 * writes a copy in which some cells are changed and all else is as it was: the very bytes in text
 * formats, values and types in the others; {@link org.ricvae.table.file.TableWriter} writes a new
 * table. {@link org.ricvae.table.file.Change} says what was changed, {@link
 * org.ricvae.table.file.Undo} takes it back. Memory does not grow with the number of rows.
 *
 * <p>No library says at which byte a cell of a CSV begins, so the scanner is ours; DuckDB finds the
 * dialect and reads and writes Parquet, FastCSV the list of changes, Jackson JSON
 * (docs/decisions/0008-table-files.md).
 */
package org.ricvae.table.file;
