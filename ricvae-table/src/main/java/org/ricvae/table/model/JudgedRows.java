package org.ricvae.table.model;

/**
 * What was found of rows that follow each other.
 *
 * @param rows how many
 * @param cells cells a row
 * @param values {@code [rows × cells]} as encoded; NaN: missing
 * @param expected {@code [rows × cells]}: what the other cells say
 * @param scores {@code [rows × cells]}: log odds that the cell is wrong; NaN: missing
 * @param rowScores {@code [rows]}: mean surprise of a row's cells
 */
public record JudgedRows(
    int rows, int cells, float[] values, float[] expected, float[] scores, double[] rowScores) {
  /** Copies what was found, but not the values, to the rows of a longer list from first on. */
  void copyTo(JudgedRows all, int first) {
    System.arraycopy(expected, 0, all.expected, first * cells, rows * cells);
    System.arraycopy(scores, 0, all.scores, first * cells, rows * cells);
    System.arraycopy(rowScores, 0, all.rowScores, first, rows);
  }
}
