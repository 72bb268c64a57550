package org.ricvae.evaluate.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ricvae.baseline.Matrix;
import org.ricvae.evaluate.LabelledTable;

/**
 * A clean table of numbers, to put errors into.
 *
 * @param name for tables
 * @param clean {@code [rows × columns]}, all finite
 */
public record NumericTable(String name, Matrix clean) {
  /** The most rows taken of a set: its first that are normal. */
  public static final int MAX_ROWS = 5_000;

  /** Fewer rows say little. */
  public static final int MIN_ROWS = 100;

  /** A column with fewer distinct values is a code rather than a number, and left out. */
  public static final int MIN_DISTINCT = 12;

  /** With fewer columns there is little that one could tell of another. */
  public static final int MIN_COLUMNS = 5;

  /**
   * The normal rows of labelled sets, as far as they are tables of numbers by the rules above; rows
   * with holes are left out.
   */
  public static List<NumericTable> normalRows(List<LabelledTable> sets) {
    List<NumericTable> tables = new ArrayList<>();
    for (LabelledTable set : sets) {
      Matrix all = set.rows();
      int[] rows =
          IntStream.range(0, all.rows())
              .filter(i -> !set.outlier()[i])
              .filter(i -> IntStream.range(0, all.columns()).noneMatch(j -> isHole(all, i, j)))
              .limit(MAX_ROWS)
              .toArray();
      int[] columns =
          IntStream.range(0, all.columns())
              .filter(j -> distinct(all, rows, j) >= MIN_DISTINCT)
              .toArray();
      if (rows.length >= MIN_ROWS && columns.length >= MIN_COLUMNS) {
        double[] values =
            Arrays.stream(rows)
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(columns).mapToDouble(j -> all.get(i, j)))
                .toArray();
        tables.add(new NumericTable(set.name(), new Matrix(rows.length, columns.length, values)));
      }
    }
    return tables;
  }

  private static boolean isHole(Matrix table, int i, int j) {
    return Double.isNaN(table.get(i, j));
  }

  private static long distinct(Matrix table, int[] rows, int j) {
    return Arrays.stream(rows).mapToDouble(i -> table.get(i, j)).distinct().count();
  }
}
