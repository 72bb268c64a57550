package org.ricvae.table.file;

/**
 * One changed cell, a line of {@code changes.csv}.
 *
 * @param row of the table, from 1, as a user counts; the header and blank lines are no rows
 * @param column the column's name
 * @param old the text before, {@code null} where the cell was missing
 * @param replacement the text after, column {@code new} of the file
 * @param score how surely the old value was wrong; NaN where there is none
 * @param low the lower end of the interval of the expected value, {@code null} where there is none
 * @param high its upper end, {@code null} where there is none
 * @param reason in words
 * @param raw how the old cell was written, {@link RowCursor#raw}; from it {@link Undo} restores the
 *     bytes. {@code old} could not: it says neither whether there were quotes nor which escapes,
 *     and {@code null} and an empty text look the same in most programs. So it is there in every
 *     line, and only a cell in which nothing was written has it empty
 */
public record Change(
    long row,
    String column,
    String old,
    String replacement,
    double score,
    String low,
    String high,
    String reason,
    String raw) {}
